import type { ChannelSums } from './channel-sums.ts';
import { binomialTables, type BinomialTable } from './binomial-table.ts';
import { rare } from './count-sampler.ts';
import { clearRoom, roomBytes, roomDoubles, roomWords } from './kernel.ts';
import { monthTable, type MonthTable } from './ledger.ts';
import { programCount, type Plan, type ProductPlan } from './plan.ts';

/** Futures whose cumulative rows are kept until they fill whole cache lines of the outcome. */
export const tileFutures = 32;

/** Everything one future needs while it is computed, made once per worker and plan in the place of the last one. */
export interface Workspace {
  /** Drawn quantities, `[slot][future of the block]`, and the place of the future at hand. */
  readonly values: Float64Array;
  future: number;
  readonly stride: number;
  /** Draws of a row of weeks, and of the quantities: `[future][slot]`. */
  readonly draws: Int32Array;
  readonly quantityDraws: Int32Array;
  readonly state: Int32Array;
  readonly rare: Int32Array;
  /** Creator's level × growth by week, before season. */
  readonly level: Float64Array;
  /** What is left of a program's orders by week: policy × season, peaks and adoption. */
  readonly reach: readonly Float64Array[];
  /** Further reach by product and week where events touch only some categories. */
  readonly productReach: readonly Float64Array[];
  /** Multiplier on commission rates by week; further by product and week where events touch only some categories. */
  readonly rateFactor: readonly Float64Array[];
  readonly productRate: readonly Float64Array[];
  /** First day of each event, in days from the start; Infinity = never. */
  readonly eventDay: Float64Array;
  /** Two uniform numbers per event: whether and when. */
  readonly eventUnits: Float64Array;
  /** Share of the unit interval that an event, with those that share its number so far, takes. */
  readonly eventTaken: Float64Array;
  /** Videos per product and week; views that arrive in it. `[product][week]` */
  readonly videos: Float64Array;
  readonly views: Float64Array;
  /** Quick answers: a key per product and week, for the stratum of each inner future's views. */
  readonly keys: Int32Array;
  readonly viewsByWeek: Float64Array;
  /** Each product's views over the creator's. */
  readonly audience: Float64Array;
  /** Views of all weeks. */
  allViews: number;
  /** Only where videos cost something. */
  readonly videosByWeek: Float64Array;
  readonly liveViewers: Float64Array;
  readonly programs: readonly ProgramSpace[];
  /** Scratch rows of a week each. */
  readonly means: Float64Array;
  readonly counts: Float64Array;
  /** Bounties by week of the click, and their commission each; income on Amazon by week. */
  readonly bounties: Float64Array;
  readonly onAmazon: Float64Array;
  /** Shares of the videos by program and week, of the strategy at hand: `planned` or `switched`. */
  readonly shares: Float64Array[];
  /** Of each product. */
  readonly rateRows: readonly RateRows[];
  /** Of the shares that orders are thinned by. */
  readonly thinnings: ReadonlyMap<number, BinomialTable>;
  /** The plan's rows of each strategy, null where they follow an event. */
  readonly planned: readonly (readonly Float64Array[] | null)[];
  readonly switched: readonly Float64Array[];
  /** The products of which a strategy takes something, and what: orders, returned ones and commission, `[product][figure]`. */
  readonly chosen: Uint8Array;
  readonly taken: Float64Array;
  /** Commission of a strategy's orders, and of its later returned ones, by program and week of the order. */
  readonly gross: readonly Float64Array[];
  readonly reversed: readonly Float64Array[];
  /** Quick answers: the same of all videos on a program. */
  readonly wholeGross: readonly Float64Array[];
  readonly wholeReversed: readonly Float64Array[];
  /** Quick answers: by strategy that chooses by product, and program. */
  readonly own: readonly (readonly OwnRows[] | null)[];
  /** Net commission by week it is booked in, before the booking lag. */
  readonly net: Float64Array;
  readonly paid: Float64Array;
  readonly earned: Float64Array;
  readonly monthly: Float64Array;
  /** By program. */
  readonly months: readonly MonthTable[];
  /** Cumulative commission and cash of the last futures, `[strategy][future][kind][week]`, and how many of them. */
  readonly tiles: Float64Array;
  recorded: number;
}

/** The outcome of all videos on one program, in one future. */
export interface ProgramSpace {
  /** The same arrays, a view per product. */
  readonly cells: readonly CellSpace[];
  /** Orders kept and orders returned, `[product][week]`; where `Plan.splits` is false the returned ones are expectations. */
  readonly kept: Float64Array;
  readonly returned: Float64Array;
  /** Commission of one order, `[product][week]`. */
  readonly each: Float64Array;
  readonly offered: Uint8Array;
  /** 1 where `each` holds a product's commission of every future. */
  readonly standing: Uint8Array;
  readonly gross: Float64Array;
  readonly reversed: Float64Array;
  /** Clicks by week (only where strategies or bounties need weeks), and of each product over the horizon. */
  readonly clicks: Float64Array;
  readonly clicked: Float64Array;
  /** Quick answers: squared relative deviation of a week's commission, and a normal score for it. */
  readonly noise: Float64Array;
  readonly scores: Float64Array;
  /** Clicks by product and week, where some strategy puts products on programs of their own. */
  readonly productClicks: Float64Array;
  /**
   * TikTok Shop, where it sells beside the video: expected commission by week; before it by product and week, where
   * some strategy puts products on programs of their own.
   */
  readonly channels: Readonly<Record<keyof ChannelSums, Float64Array>>;
  /** Orders, returned orders and commission over the horizon, `[product][figure]`. */
  readonly totals: Float64Array;
}

/** What a strategy's own products bring on one program, by week: as `ProgramSpace` of all, and their share of its clicks. */
export interface OwnRows extends Pick<ProgramSpace, 'gross' | 'reversed' | 'noise'> {
  readonly clickShares: Float64Array;
}

/** One product on one program: a row of weeks each. */
export interface CellSpace {
  readonly kept: Float64Array;
  readonly returned: Float64Array;
  readonly each: Float64Array;
}

const row = roomDoubles;

const plainWords = (length: number): Int32Array => new Int32Array(length);

/** Weeks of a product's commission, where kernels can reach them; null where it has no such rates. */
export interface RateRows {
  readonly card: Float64Array;
  readonly halo: Float64Array | null;
  readonly targeted: Float64Array | null;
  readonly raised: Float64Array | null;
  readonly lowered: Float64Array | null;
}

const copied = (values: Float64Array | readonly number[]): Float64Array => {
  const copy = row(values.length);
  copy.set(values);
  return copy;
};

const rateRowsOf = ({ cardRates, haloRates, shopRates }: ProductPlan): RateRows => ({
  card: copied(cardRates),
  halo: haloRates && copied(haloRates),
  targeted: shopRates && copied(shopRates.targeted),
  raised: shopRates && copied(shopRates.raised),
  lowered: shopRates && copied(shopRates.lowered),
});

const ownRows = (weeks: number): OwnRows => ({
  gross: row(weeks),
  reversed: row(weeks),
  noise: row(weeks),
  clickShares: row(weeks),
});

const byProgram = (length: number): Float64Array[] => Array.from({ length: programCount }, () => row(length));

const programSpace = (plan: Plan, used: boolean): ProgramSpace => {
  const { weeks } = plan;
  const products = plan.products.length;
  const [kept, returned, each] = [0, 1, 2].map(() => row(used ? weeks * products : 0)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const channel = (): Float64Array =>
    row(!used || !plan.channels ? 0 : plan.perProduct ? weeks * (products + 1) : weeks);
  return {
    cells: plan.products.map((_, p) => ({
      kept: kept.subarray(p * weeks, (p + 1) * weeks),
      returned: returned.subarray(p * weeks, (p + 1) * weeks),
      each: each.subarray(p * weeks, (p + 1) * weeks),
    })),
    kept,
    returned,
    each,
    offered: new Uint8Array(products),
    standing: new Uint8Array(products),
    gross: row(weeks),
    reversed: row(weeks),
    clicks: row(weeks),
    clicked: row(products),
    noise: row(weeks),
    scores: row(weeks),
    productClicks: row(used && plan.perProduct ? weeks * products : 0),
    channels: { video: channel(), live: channel(), showcase: channel() },
    totals: row(3 * products),
  };
};

/** Room for the drawn quantities; the certain ones stand there from the start. */
const valuesOf = ({ slots, blockTrials }: Plan): Float64Array => {
  const values = new Float64Array(slots.length * blockTrials);
  slots.forEach(({ sampler }, at) => {
    if (sampler.kind === 'constant') values.fill(sampler.value, at * blockTrials, (at + 1) * blockTrials);
  });
  return values;
};

/** Room for videos; certain whole numbers of them stand there from the start, and their sum in each week. */
const videosOf = ({ wholeVideos, products, weeks }: Plan): Pick<Workspace, 'videos' | 'videosByWeek'> => {
  const videos = row(products.length * weeks);
  const videosByWeek = row(weeks);
  wholeVideos?.forEach((count, p) => videos.fill(count, p * weeks, (p + 1) * weeks));
  if (wholeVideos) videosByWeek.fill(wholeVideos.reduce((sum, count) => sum + count, 0));
  return { videos, videosByWeek };
};

export const workspaceFor = (plan: Plan): Workspace => {
  clearRoom();
  const { weeks } = plan;
  const products = plan.products.length;
  const cells = weeks * products;
  const months = Math.max(...plan.months.map(split => split.lastDay.length)) + 1;
  return {
    values: valuesOf(plan),
    future: 0,
    stride: plan.blockTrials,
    draws: roomWords(weeks),
    // A quick answer's are many, and no kernel draws them.
    quantityDraws: (plan.quick ? plainWords : roomWords)(plan.slots.length * plan.blockTrials),
    state: new Int32Array(4),
    rare,
    level: row(weeks),
    reach: byProgram(weeks),
    productReach: byProgram(plan.byCategory ? cells : 0),
    rateFactor: byProgram(weeks),
    productRate: byProgram(plan.byCategory && plan.ratesChange ? cells : 0),
    eventDay: row(plan.events.length),
    eventUnits: row(2 * plan.events.length),
    eventTaken: row(plan.events.length),
    ...videosOf(plan),
    views: row(cells),
    keys: roomWords(cells),
    viewsByWeek: row(weeks),
    audience: copied(plan.products.map(({ reach }) => reach)),
    allViews: 0,
    liveViewers: row(weeks),
    programs: Array.from({ length: programCount }, (_, program) =>
      programSpace(plan, plan.programs.includes(program)),
    ),
    means: row(weeks),
    counts: row(weeks),
    bounties: row(weeks),
    onAmazon: row(weeks),
    shares: byProgram(weeks),
    rateRows: plan.products.map(rateRowsOf),
    thinnings: binomialTables(plan.counted ? plan.tabledShares : []),
    planned: plan.strategies.map(({ shares }) => shares?.map(copied) ?? null),
    switched: byProgram(weeks),
    chosen: roomBytes(products),
    taken: row(3 * products),
    gross: byProgram(weeks),
    reversed: byProgram(weeks),
    wholeGross: byProgram(plan.quick ? weeks : 0),
    wholeReversed: byProgram(plan.quick ? weeks : 0),
    own: plan.strategies.map(({ productProgram }) =>
      plan.quick && productProgram ? Array.from({ length: programCount }, () => ownRows(weeks)) : null,
    ),
    net: row(weeks),
    paid: row(weeks),
    earned: row(weeks),
    monthly: row(months),
    months: plan.months.map(monthTable),
    tiles: row(plan.strategies.length * weeks * 2 * tileFutures),
    recorded: 0,
  };
};

/** Value of a slot in the future at hand. */
export const drawn = (work: Workspace, slot: number): number =>
  work.values[slot * work.stride + work.future]!;

/** Value of an optional slot; `absent` where the scenario has none. */
export const drawnOr = (work: Workspace, slot: number | null, absent: number): number =>
  slot === null ? absent : work.values[slot * work.stride + work.future]!;
