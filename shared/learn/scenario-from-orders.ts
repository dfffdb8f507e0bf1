import { addDays, type Day } from '../domain/day.ts';
import type { Market } from '../domain/market.ts';
import type { StoredOrder } from '../domain/order.ts';
import type { Product } from '../domain/product.ts';
import type { Quantity } from '../domain/quantity.ts';
import type { Reference } from '../domain/reference.ts';
import type { ImportedReport } from '../domain/report.ts';
import type { Scenario } from '../domain/scenario.ts';
import { evidenceOf, type Evidence } from './evidence.ts';
import { mean } from './expected-views.ts';
import { readHistory, type History, type ProgramHistory } from './history.ts';
import { learnedHalo } from './halo.ts';
import { learnedNotes } from './learned-notes.ts';
import { unmatchedShare, withImputedOffers } from './imputed-offers.ts';
import { learnedLines, type LearnedLine } from './learned-lines.ts';
import { learnedContent, type LearnedContent } from './learned-content.ts';
import { learnedPrograms, type Learning } from './learned-programs.ts';
import { observedTiktokClicks, type Summaries } from './observed-clicks.ts';
import { learnedProduct, videoShareOf, type Exposure, type ProductContext } from './learned-products.ts';
import { emptyLine, withSale } from './sales-line.ts';
import { scenarioFrame } from './scenario-frame.ts';
import { seasonWeeks } from './season-of.ts';

export interface LearnOptions {
  readonly market: Market;
  readonly name: string;
  /** First day of the scenario; the day after the last imported sale when absent. */
  readonly start?: Day | undefined;
  /** Rows dated later are left out; absent = no limit. */
  readonly today?: Day | undefined;
  /** The imported reports, for the file names in provenances. */
  readonly reports?: readonly Pick<ImportedReport, 'id' | 'file'>[] | undefined;
  /** Summed-up reports: what they say of clicks and views is learned beside the orders; their sales are never added to them. */
  readonly summaries?: Summaries | undefined;
}

type Side = NonNullable<ProductContext['amazon']>;

interface SideParts {
  readonly history: ProgramHistory | null;
  readonly videoShare: number;
  readonly clickRate: Quantity;
  readonly content: LearnedContent;
  readonly season: readonly number[];
  readonly base: Omit<Side['context'], 'program' | 'clickRate'>;
}

/** A program's counted orders and the clicks that its share of past videos must have brought. */
const side = (parts: SideParts): Side | null => {
  const { history, videoShare, clickRate, content, season, base } = parts;
  if (!history) return null;
  const rate = mean(clickRate.value);
  const exposure: Exposure = {
    perOrder: 1 / seasonWeeks(season, history.from, history.to),
    clicks: content.viewsPerWeek * videoShare * rate,
    clickRate: rate,
  };
  const program = history.sales.reduce(withSale, emptyLine);
  return { exposure, context: { ...base, program, clickRate } };
};

const histories = ({ amazon, tiktokShop }: History): readonly ProgramHistory[] =>
  [amazon, tiktokShop].filter(history => history !== null);

/** What products are learned against: each program's exposure and sums. */
const productContext = (learning: Learning, evidence: Evidence): ProductContext => {
  const { history, frame, content, reference, reports } = learning;
  const { market, start, currency } = frame;
  const season = frame.content.season.factors;
  const { past, clickRate } = content;
  const base = { reference, market, start, excess: content.excess };
  const sideOf = (program: 'amazon' | 'tiktokShop'): Side | null => {
    const own = history[program];
    const from = (ids: readonly number[]): Evidence =>
      own ? evidenceOf([{ ...own, reportIds: ids }], reports) : evidence;
    const beside = own?.halo ? from(own.halo.reportIds) : evidence;
    const halo = own && learnedHalo(own, { reference, market, start, currency, evidence: beside });
    return side({
      history: own,
      videoShare: program === 'amazon' ? 1 - past.tiktokShopShare : past.tiktokShopShare,
      clickRate: clickRate[program],
      content,
      season,
      base: { ...base, halo, evidence: own ? from(own.reportIds) : evidence },
    });
  };
  const amazon = sideOf('amazon');
  const tiktokShop = sideOf('tiktokShop');
  const all = (amazon ?? tiktokShop)!.context;
  return { currency, amazon, tiktokShop, all: { ...all, evidence } };
};

/**
 * A scenario for the year after the imported reports: what they tell is counted from them, the rest are published figures and stated
 * guesses. Its means give back the orders and the commission of each program's past year, season for season.
 * Throws `nothing-to-learn-from` when neither program has ten orders, `market-does-not-fit` when no sale is in the market's money.
 */
export const scenarioFromOrders = (
  orders: Iterable<StoredOrder>,
  reference: Reference,
  options: LearnOptions,
): Scenario => {
  const { market, name, reports = [] } = options;
  const history = readHistory(orders, market, options.today);
  const start = options.start ?? addDays(history.last, 1);
  const known = histories(history);
  const evidence = evidenceOf(known, reports);
  const pastShare = known.length === 2 ? 1 - mean(reference.priors.amazonVideoShare.value) : null;
  const frame = scenarioFrame(reference, { name, market, currency: history.currency, start, pastShare });
  const tiktokClicks = options.summaries ? observedTiktokClicks(options.summaries) : null;
  const content = learnedContent(history, frame, { reference, evidence, tiktokClicks });
  const learning = { history, frame, content, reference, reports };
  const lines = learnedLines(history, reference.categoryNames);
  const { tiktokShopShare, factorRank } = content.past;
  const whole = productContext(learning, evidence);
  const shareOf = (line: LearnedLine): number => videoShareOf(line, whole, tiktokShopShare);
  const parts = forMatched(whole, lines, shareOf);
  const matched = lines.map(line => learnedProduct(line, shareOf(line), parts));
  const products = withImputedOffers(matched, lines, parts);
  const notes = [...learnedNotes(history, content.recent), ...unmatchedNote(products, matched)];
  return {
    ...frame,
    ...(notes.length > 0 && { notes: [...notes] }),
    content: { ...frame.content, ...content.plan },
    overDispersion: content.overDispersion,
    products: [...products],
    programs: learnedPrograms(learning, products, parts.amazon?.exposure ?? null),
    ...(factorRank !== null && { correlations: [factorCorrelation(factorRank)] }),
  };
};

/** Exposure of the videos of matched products: the rest of the videos brings what `withImputedOffers` guesses. */
const forMatched = (
  parts: ProductContext,
  lines: readonly LearnedLine[],
  shareOf: (line: LearnedLine) => number,
): ProductContext => {
  const scaled = (program: 'amazon' | 'tiktokShop'): Side | null => {
    const own = parts[program];
    if (!own) return null;
    const matched = 1 - unmatchedShare(lines, program, shareOf);
    return { ...own, exposure: { ...own.exposure, perOrder: own.exposure.perOrder * matched } };
  };
  return { ...parts, amazon: scaled('amazon'), tiktokShop: scaled('tiktokShop') };
};

const unmatchedNote = (products: readonly Product[], matched: readonly Product[]): readonly string[] => {
  const guessed = products.filter((product, i) => product !== matched[i]).length;
  if (guessed === 0) return [];
  return [
    `${guessed} of ${products.length} products could be matched in one program’s reports only; on the other one they are guessed to earn as much per view as your other products there.`,
  ];
};

const factorCorrelation = (rank: number): NonNullable<Scenario['correlations']>[number] => ({
  a: 'programs.amazon.orderFactor',
  b: 'programs.tiktokShop.orderFactor',
  rank,
});
