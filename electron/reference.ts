import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { z } from 'zod';
import { ppm, type PartsPerMillion } from '../shared/domain/money.ts';
import { rateCardSchema, type RateCard } from '../shared/domain/rate-card.ts';
import {
  categoryNamesSchema,
  eventFactsSchema,
  marketSizeSchema,
  priorsSchema,
  programTermsSchema,
  seasonSchema,
  tiktokShopRatesSchema,
  type Reference,
} from '../shared/domain/reference.ts';

/** A resource file that cannot be used: a broken installation, not a person's mistake. */
export class UnusableResource extends Error {
  constructor(file: string, reason: string) {
    super(`${file}: ${reason}`);
    this.name = 'UnusableResource';
  }
}

const reasonOf = (error: unknown): string =>
  error instanceof z.ZodError
    ? error.issues.map(issue => `${issue.path.join('.') || 'the file'} ${issue.message}`).join('; ')
    : error instanceof Error
      ? error.message
      : String(error);

/** Cards of one market must follow each other without gap or overlap, the last one open. */
const checkSuccession = (cards: readonly RateCard[]): void => {
  for (const [index, card] of cards.entries()) {
    const next = cards[index + 1];
    const expected = next?.market === card.market ? next.from : null;
    if (card.until !== expected) {
      throw new UnusableResource(
        `rate-cards/${card.id}.json`,
        `until is ${card.until ?? 'open'}, but the next card of ${card.market} starts ${expected ?? 'never'}`,
      );
    }
    const names = card.rates.map(row => row.category);
    const twice = names.find((name, at) => names.indexOf(name) !== at);
    if (twice) throw new UnusableResource(`rate-cards/${card.id}.json`, `${twice} is listed twice`);
  }
};

const ratesByCategory = (
  rates: z.infer<typeof tiktokShopRatesSchema>['rates'],
  names: Readonly<Record<string, string>>,
): Record<string, PartsPerMillion> => {
  const byCard = new Map(
    rates.flatMap(rate => rate.cardCategories.map(name => [name, ppm(rate.typicalPpm)] as const)),
  );
  const byReport = Object.entries(names).flatMap(([report, card]) => {
    const rate = byCard.get(card);
    return rate === undefined ? [] : [[report, rate] as const];
  });
  return Object.fromEntries([...byCard, ...byReport]);
};

/** Reads and checks everything under `resources`; throws an error that names the file and the reason. */
export const loadReference = (resourcesFolder: string): Reference => {
  const read = <Schema extends z.ZodType>(path: string, schema: Schema): z.output<Schema> => {
    try {
      return schema.parse(JSON.parse(readFileSync(path, 'utf8')));
    } catch (error) {
      throw new UnusableResource(relative(resourcesFolder, path), reasonOf(error));
    }
  };
  const fact = <Schema extends z.ZodType>(name: string, schema: Schema): z.output<Schema> =>
    read(join(resourcesFolder, 'facts', name), schema);
  const list = (folder: string, test: RegExp): readonly string[] =>
    readdirSync(join(resourcesFolder, folder))
      .filter(name => test.test(name))
      .map(name => join(resourcesFolder, folder, name));

  const cards = list('rate-cards', /\.json$/)
    .map(path => read(path, rateCardSchema))
    .toSorted((a, b) => (`${a.market}${a.from}` < `${b.market}${b.from}` ? -1 : 1));
  checkSuccession(cards);

  const names = fact('category-names.json', categoryNamesSchema).names;
  const categoryNames = Object.fromEntries(names.map(({ report, card }) => [report, card]));
  const rates = fact('tiktok-shop-rates.json', tiktokShopRatesSchema);
  const terms = fact('program-terms.json', programTermsSchema);
  const sizes = fact('market-size.json', marketSizeSchema);
  const priors = fact('priors.json', priorsSchema);
  const seasons = list('facts', /^season-.*\.json$/).map(path => read(path, seasonSchema));

  return {
    cards,
    categoryNames,
    tiktokRates: {
      entries: rates.rates,
      byCategory: ratesByCategory(rates.rates, categoryNames),
      other: ppm(rates.other.typicalPpm),
      otherRange: rates.other,
    },
    terms,
    events: fact('events.json', eventFactsSchema).events,
    marketSizes: sizes.sizes,
    facts: [...terms.facts, ...sizes.facts],
    priors: priors.priors,
    ban: priors.ban,
    perDollar: priors.perDollar,
    seasons: Object.fromEntries(seasons.map(season => [season.market, season])),
  };
};
