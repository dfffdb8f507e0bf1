import { z } from 'zod';
import type { Comparison } from '../domain/comparison.ts';
import { accountName, accountSchema } from '../domain/account.ts';
import { mappingTemplateSchema, type MappingTemplate } from '../domain/column-mapping.ts';
import type { FutureStory } from '../domain/future-story.ts';
import type { ImportOutcome, ImportPlan } from '../domain/import-plan.ts';
import { importAnswerSchema } from '../domain/import-question.ts';
import { marketSchema, type Market } from '../domain/market.ts';
import type { Currency, Minor } from '../domain/money.ts';
import { currencySchema, ppm, type PartsPerMillion } from '../domain/money.ts';
import type { PendingMoney } from '../domain/pending.ts';
import { programSchema, reportProgramSchema, type Program, type ReportProgram } from '../domain/program.ts';
import type { RateCard } from '../domain/rate-card.ts';
import type { Replay } from '../domain/replay.ts';
import type { ImportedReport, Problem } from '../domain/report.ts';
import type { MetricBreak } from '../domain/series-notes.ts';
import { scenarioSchema, type Scenario } from '../domain/scenario.ts';
import type { Failure } from './answer.ts';
import { breakdownKeys, type Breakdown, type StoredRows } from '../domain/stored-rows.ts';
import type { DocumentModel } from '../document/document.ts';

const id = z.int().positive();
const rate = z.int().min(0).max(1_000_000).transform(ppm);

const replayTermsSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('amazon-card'),
    cardId: z.string().min(1),
    categories: z.record(z.string(), z.string().min(1)).optional(),
  }),
  z.strictObject({
    kind: z.literal('tiktok-shop'),
    rates: z.record(z.string(), rate),
    other: rate.nullable(),
    agencyShare: rate,
  }),
]);

export const settingsSchema = z.strictObject({ colorScheme: z.enum(['auto', 'light', 'dark']) });
export type Settings = z.infer<typeof settingsSchema>;

const previewInput = z.strictObject({
  files: z.array(z.string().min(1)).min(1).max(500),
  /** Answers to the questions of an earlier preview of the same files, by question id. */
  answers: z.record(z.string().max(64), importAnswerSchema).optional(),
  /** Names it in progress events and for `report.cancel`. */
  run: z.string().min(1).max(64).optional(),
});

/** Every request of the app with the schema of its input. A door accepts nothing else. */
export const inputs = {
  'app.info': z.strictObject({}),
  /** Plans the import of files that a door has offered (see `OfferedFile`). Writes nothing. */
  'report.preview': previewInput.extend({
    /** Only to be looked at: nothing is kept for a commit, and an earlier plan stays good. */
    look: z.boolean().optional(),
  }),
  'report.commit': z.strictObject({ token: z.string().min(1), run: z.string().min(1).max(64).optional() }),
  /** What was wrong with the files of a plan, all of it, page by page. */
  'report.problems': z.strictObject({
    token: z.string().min(1),
    offset: z.int().min(0),
    limit: z.int().min(1).max(5000),
  }),
  /** Plans and writes in one go, for scripts: half the time of the two. With open questions nothing is written and `outcome` is null. */
  'report.take': previewInput,
  /** Drops offered files that will not be imported; those of a plan that was written are dropped with it. */
  'report.release': z.strictObject({ files: z.array(z.string().min(1)).min(1).max(500) }),
  /** Ends a preview or commit; nothing of it remains. */
  'report.cancel': z.strictObject({ run: z.string().min(1).max(64) }),
  /** Mappings of other networks' reports, kept as templates. */
  'mapping.list': z.strictObject({}),
  'mapping.save': mappingTemplateSchema,
  'mapping.remove': z.strictObject({ header: z.array(z.string()).min(2) }),
  'report.list': z.strictObject({}),
  'report.history': z.strictObject({ account: accountSchema.optional() }),
  /** Money earned or estimated and not paid, by the day it is expected. */
  'report.pending': z.strictObject({ account: accountSchema.optional() }),
  /** Days from which a program counts something otherwise. */
  'report.breaks': z.strictObject({}),
  /** A page of the stored rows, newest import first; `search` is part of a product, order, category, seller or content. */
  'report.rows': z.strictObject({
    offset: z.int().min(0),
    limit: z.int().min(1).max(500),
    search: z.string().max(200).optional(),
    reportId: id.optional(),
    program: reportProgramSchema.optional(),
    account: accountSchema.optional(),
  }),
  /** Earned commission of one currency by month and category, product, content or tracking id. */
  'report.breakdown': z.strictObject({
    by: z.enum(breakdownKeys),
    currency: currencySchema,
    account: accountSchema.optional(),
  }),
  /** Gives a network's first account, which has none, a name; `named` 0 where it has one already or the name is another account's. */
  'account.name': z.strictObject({
    network: z.string().min(1).max(40),
    name: z.string().max(80).transform(accountName).pipe(z.string().min(1)),
  }),
  /** Undoes one import exactly. */
  'report.undo': z.strictObject({ importId: id }),
  /** Imports the shipped sample creator's reports and makes a scenario of them. */
  'sample.open': z.strictObject({}),
  'scenario.list': z.strictObject({}),
  'scenario.get': z.strictObject({ id }),
  'scenario.save': z.strictObject({ id: id.nullable(), scenario: scenarioSchema }),
  /** A new scenario from the imported reports where they speak, from published priors else. */
  'scenario.create': z.strictObject({
    from: z.enum(['reports', 'priors']),
    market: marketSchema,
    save: z.boolean(),
  }),
  'scenario.remove': z.strictObject({ id }),
  'scenario.schema': z.strictObject({}),
  /** A quick answer while the person drags; nothing is stored. */
  'comparison.quick': z.strictObject({ scenario: scenarioSchema }),
  /** The full answer, stored with its inputs. `run` names it in progress events and for `comparison.cancel`. */
  'comparison.run': z.strictObject({
    run: z.string().min(1).max(64),
    scenarioId: id.nullable(),
    scenario: scenarioSchema,
  }),
  'comparison.cancel': z.strictObject({ run: z.string().min(1).max(64) }),
  'comparison.latest': z.strictObject({ scenarioId: id }),
  /** One future of a scenario's full run, counted from 0, computed again and told. */
  'comparison.future': z.strictObject({ scenario: scenarioSchema, future: z.int().min(0).max(999_999) }),
  'replay.options': z.strictObject({}),
  'replay.run': z.strictObject({ program: programSchema, terms: replayTermsSchema }),
  'document.content': z.strictObject({ comparisonId: id }),
  /** Prints the comparison's PDF. Desktop: asks where to save. Browser: leaves it for download. */
  'document.pdf': z.strictObject({ comparisonId: id }),
  'settings.get': z.strictObject({}),
  'settings.set': settingsSchema,
} as const satisfies Record<keyof Answers, z.ZodType>;

/** What each request answers. */
export interface Answers {
  'app.info': AppInfo;
  'report.preview': ImportPlan;
  'report.commit': ImportOutcome;
  'report.problems': { readonly problems: readonly Problem[] };
  'report.take': { readonly plan: ImportPlan; readonly outcome: ImportOutcome | null };
  'report.release': { readonly released: number };
  'report.cancel': { readonly cancelled: boolean };
  'mapping.list': readonly MappingTemplate[];
  'mapping.save': { readonly saved: true };
  'mapping.remove': { readonly removed: boolean };
  'report.list': readonly ImportedReport[];
  'report.history': ReportHistory;
  'report.pending': PendingMoney;
  'report.breaks': readonly MetricBreak[];
  'report.rows': StoredRows;
  'report.breakdown': Breakdown;
  'account.name': { readonly named: number };
  'report.undo': { readonly removed: number };
  'sample.open': { readonly scenarioId: number };
  'scenario.list': readonly ScenarioEntry[];
  'scenario.get': KeptScenario;
  'scenario.save': { readonly id: number };
  'scenario.create': { readonly id: number | null; readonly scenario: Scenario };
  'scenario.remove': { readonly removed: boolean };
  'scenario.schema': Readonly<Record<string, unknown>>;
  'comparison.quick': Comparison;
  'comparison.run': FinishedComparison;
  'comparison.cancel': { readonly cancelled: boolean };
  'comparison.latest': StoredComparison | null;
  'comparison.future': FutureStory;
  'replay.options': ReplayOptions;
  'replay.run': Replay;
  'document.content': DocumentModel;
  'document.pdf': PrintedDocument;
  'settings.get': Settings;
  'settings.set': Settings;
}

export type RequestName = keyof Answers;
export type Input<Name extends RequestName> = z.input<(typeof inputs)[Name]>;
export type ParsedInput<Name extends RequestName> = z.output<(typeof inputs)[Name]>;

export interface AppInfo {
  readonly version: string;
  readonly engine: string;
  readonly door: 'desktop' | 'browser' | 'cli';
  readonly dataFolder: string;
  readonly sqlite: string;
}

export interface ScenarioEntry {
  readonly id: number;
  readonly name: string;
  readonly changedAt: string;
}

export interface KeptScenario {
  readonly id: number;
  readonly scenario: Scenario;
  /** Reports that its numbers were learned from and that are not in the library any more, by their file names. */
  readonly missingReports: readonly string[];
}

export interface StoredComparison {
  readonly id: number;
  readonly scenarioId: number | null;
  readonly scenario: Scenario;
  readonly comparison: Comparison;
  readonly ranAt: string;
}

/** A full run that could not be kept: shown as long as the page is open. */
export interface UnstoredComparison extends Omit<StoredComparison, 'id'> {
  readonly id: null;
  readonly because: Failure;
}
export type FinishedComparison = StoredComparison | UnstoredComparison;

/** Commission per program and month from imported rows; months without a report are absent, not zero. */
export interface ReportHistory {
  readonly months: readonly {
    readonly month: string;
    readonly program: ReportProgram;
    readonly currency: Currency;
    readonly orders: number;
    readonly commission: Minor;
    readonly pending: Minor;
    readonly base: Minor;
  }[];
}

export interface ReplayOptions {
  readonly cards: readonly RateCard[];
  /** Program and categories (as reports name them) of the imported orders. */
  readonly programs: readonly {
    readonly program: Program;
    readonly orders: number;
    readonly categories: readonly string[];
  }[];
  /** Typical TikTok Shop plan rates by category, as a starting point. */
  readonly tiktokRates: Readonly<Record<string, PartsPerMillion>>;
  readonly tiktokOther: PartsPerMillion;
  /** Markets that pay in the money of the imported orders: a scenario can be learned for these. */
  readonly markets: readonly Market[];
}

/** `path`: where it was saved (desktop, CLI); `download`: address to fetch it from (browser); both null: the person cancelled. */
export interface PrintedDocument {
  readonly path: string | null;
  readonly download: string | null;
  readonly pages: number;
}

/** A file that a door can read; `id` is opaque to the page. */
export interface OfferedFile {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
}

/** Told to every window while something runs. */
export interface ProgressEvent {
  readonly kind: 'progress';
  readonly run: string;
  readonly stage: 'simulate' | 'import' | 'print';
  readonly done: number;
  readonly total: number;
  /** Imports: rows read or written so far. */
  readonly rows?: number;
}
export type AppEvent = ProgressEvent | { readonly kind: 'menu'; readonly command: MenuCommand };
export type MenuCommand =
  | 'open-reports'
  | 'open-sample'
  | 'save-pdf'
  | 'go-start'
  | 'go-reports'
  | 'go-compare'
  | 'go-replay';
