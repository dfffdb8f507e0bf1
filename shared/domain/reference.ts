import { z } from 'zod';
import { daySchema, type Day } from './day.ts';
import { marketSchema, type Market } from './market.ts';
import { currencySchema, type PartsPerMillion } from './money.ts';
import { reportProgramSchema } from './program.ts';
import { provenanceSchema, type Provenance } from './provenance.ts';
import { quantitySchema, type Quantity } from './quantity.ts';
import type { RateCard } from './rate-card.ts';

const partsPerMillion = z.int().min(0).max(1_000_000);
const period = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, { error: 'is no year, month or day' });

const factSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9.-]+$/),
  text: z.string().min(1),
  provenance: provenanceSchema,
});
/** A sentence that is known, with where from. */
export type Fact = z.infer<typeof factSchema>;

/** `resources/facts/category-names.json`: a category as reports name it to its name on a rate card. */
export const categoryNamesSchema = z.strictObject({
  note: z.string(),
  names: z.array(
    z.strictObject({ report: z.string().min(1), card: z.string().min(1), provenance: provenanceSchema }),
  ),
});

/** `resources/facts/tiktok-shop-rates.json`: typical plan rates; `cardCategories` are the rate-card names they speak of. */
export const tiktokShopRatesSchema = z.strictObject({
  rates: z.array(
    z.strictObject({
      category: z.string().min(1),
      lowPpm: partsPerMillion,
      typicalPpm: partsPerMillion,
      highPpm: partsPerMillion,
      cardCategories: z.array(z.string().min(1)),
      provenance: provenanceSchema,
    }),
  ),
  other: z.strictObject({
    lowPpm: partsPerMillion,
    typicalPpm: partsPerMillion,
    highPpm: partsPerMillion,
    provenance: provenanceSchema,
  }),
});
export type TiktokShopRate = z.infer<typeof tiktokShopRatesSchema>['rates'][number];

const byMarket = z.partialRecord(marketSchema, quantitySchema);

/** `resources/facts/program-terms.json`: how each program pays; thresholds in major units. */
export const programTermsSchema = z.strictObject({
  amazon: z.strictObject({
    baseShare: quantitySchema,
    paymentDelayDays: quantitySchema,
    returnDelayWeeks: quantitySchema,
    paymentThreshold: byMarket,
    otherThreshold: quantitySchema,
  }),
  tiktokShop: z.strictObject({
    settlementDelayDays: quantitySchema,
    agencyShare: quantitySchema,
    paymentThreshold: byMarket,
    otherThreshold: quantitySchema,
  }),
  facts: z.array(factSchema),
});
export type ProgramTerms = z.infer<typeof programTermsSchema>;

/** `resources/facts/events.json`: what happened to the programs, oldest first. */
export const eventFactsSchema = z.strictObject({
  events: z.array(
    factSchema.extend({
      from: period,
      until: period.nullable(),
      /** From that day on a program counts something otherwise. */
      breaks: z.strictObject({ program: reportProgramSchema, measure: z.string().min(1) }).optional(),
    }),
  ),
});
export type EventFact = z.infer<typeof eventFactsSchema>['events'][number];

/** `resources/facts/market-size.json`: sales on TikTok Shop, in millions of major units. */
export const marketSizeSchema = z.strictObject({
  sizes: z.array(
    z.strictObject({
      market: z.string().min(1),
      period,
      per: z.enum(['day', 'four days', 'year']),
      currency: z.union([currencySchema, z.literal('CNY')]),
      lowMillions: z.number().positive(),
      highMillions: z.number().positive().nullable(),
      provenance: provenanceSchema,
    }),
  ),
  facts: z.array(factSchema),
});
export type MarketSize = z.infer<typeof marketSizeSchema>['sizes'][number];

const priorNames = [
  'videosPerWeek',
  'viewsPerVideo',
  'viewsLogSd',
  'viewsTail',
  'viewsCorrelation',
  'levelDrift',
  'growthPerYear',
  'marketFactor',
  'overDispersion',
  'amazonClickRate',
  'amazonConversion',
  'amazonItemsPerOrder',
  'amazonPrice',
  'amazonReturnShare',
  'tiktokClickRate',
  'tiktokConversion',
  'tiktokReturnShare',
  'tiktokAdsShare',
  'tiktokAdsRateShare',
  'tiktokBaseShare',
  'amazonVideoShare',
  'tiktokOrdersPerAmazonOrder',
  'futureDrift',
  'leakage',
  'recapture',
] as const;
export type PriorName = (typeof priorNames)[number];

/** `resources/facts/priors.json`: what is assumed until the user's own reports speak. */
export const priorsSchema = z.strictObject({
  priors: z.record(z.enum(priorNames), quantitySchema),
  /** Since `reportedOn` the ban has not come: its chance is that of a gamma(`shape`) hazard after no event in that time. */
  ban: z.strictObject({ reportedOn: daySchema, shape: z.number().positive(), provenance: provenanceSchema }),
  /** Major units that a first price takes for one dollar. */
  perDollar: z.strictObject({
    units: z.partialRecord(currencySchema, z.number().positive()),
    provenance: provenanceSchema,
  }),
});

/** `resources/facts/season-*.json`: multipliers on orders by week of the year (index 0 = 1–7 January), mean 1. */
export const seasonSchema = z.strictObject({
  market: marketSchema,
  factors: z.array(z.number().positive()).length(53),
  events: z.array(z.strictObject({ week: z.int().min(0).max(52), label: z.string().min(1) })),
  provenance: provenanceSchema,
});
export type Season = z.infer<typeof seasonSchema>;

/** Everything the app knows before it sees a report. Loaded from `resources` by `electron/reference.ts`. */
export interface Reference {
  /** All rate cards, by market and then by day. */
  readonly cards: readonly RateCard[];
  /** Category as reports name it to its name on a rate card. */
  readonly categoryNames: Readonly<Record<string, string>>;
  readonly tiktokRates: {
    readonly entries: readonly TiktokShopRate[];
    /** Typical rate by card name and by report name. */
    readonly byCategory: Readonly<Record<string, PartsPerMillion>>;
    readonly other: PartsPerMillion;
    readonly otherRange: {
      readonly lowPpm: number;
      readonly highPpm: number;
      readonly provenance: Provenance;
    };
  };
  readonly terms: ProgramTerms;
  readonly events: readonly EventFact[];
  readonly marketSizes: readonly MarketSize[];
  readonly facts: readonly Fact[];
  readonly priors: Readonly<Record<PriorName, Quantity>>;
  readonly ban: { readonly reportedOn: Day; readonly shape: number; readonly provenance: Provenance };
  readonly perDollar: z.infer<typeof priorsSchema>['perDollar'];
  readonly seasons: Readonly<Partial<Record<Market, Season>>>;
}
