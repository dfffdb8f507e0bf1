import type { Input, ReplayOptions } from '../../../shared/contract/contract.ts';
import type { Program } from '../../../shared/domain/program.ts';

export type TermsInput = Input<'replay.run'>['terms'];

/** What the person has chosen so far. Rates are percentages as typed; a category whose rate is empty is one of all the others. */
export interface ReplayChoice {
  readonly program: Program;
  readonly kind: TermsInput['kind'];
  readonly cardId: string;
  readonly rates: Readonly<Record<string, number | ''>>;
  readonly other: number | '';
  readonly agency: number | '';
  /** Category by product name, where the report tells none. */
  readonly categories: Readonly<Record<string, string>>;
}

const percentOf = (ppm: number): number => ppm / 10_000;
const ppmOf = (percent: number | ''): number | null => (percent === '' ? null : Math.round(percent * 10_000));

/** The first question worth asking: the other program's terms. */
export const firstChoice = (options: ReplayOptions, program: Program): ReplayChoice => {
  const categories = options.programs.find(entry => entry.program === program)?.categories ?? [];
  const newest = options.cards.toSorted((a, b) => b.from.localeCompare(a.from));
  const card = newest.find(({ market }) => market === 'US') ?? newest[0];
  // A rate that no plan names would be one for gift cards, too, which are left out unless the person gives them one.
  const typical = (category: string): number | '' => {
    const rate = options.tiktokRates[category];
    return rate === undefined ? '' : percentOf(rate);
  };
  return {
    program,
    kind: program === 'tiktok-shop' ? 'amazon-card' : 'tiktok-shop',
    cardId: card?.id ?? '',
    rates: Object.fromEntries(categories.map(category => [category, typical(category)])),
    other: percentOf(options.tiktokOther),
    agency: 0,
    categories: {},
  };
};

/** The choice as the request wants it. */
export const termsOf = (choice: ReplayChoice): TermsInput => {
  if (choice.kind === 'amazon-card') {
    return { kind: 'amazon-card', cardId: choice.cardId, categories: choice.categories };
  }
  const rates = Object.entries(choice.rates).flatMap(([category, percent]) => {
    const ppm = ppmOf(percent);
    return ppm === null ? [] : [[category, ppm] as const];
  });
  return {
    kind: 'tiktok-shop',
    rates: Object.fromEntries(rates),
    other: ppmOf(choice.other),
    agencyShare: ppmOf(choice.agency) ?? 0,
  };
};
