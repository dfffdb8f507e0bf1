import type { Product } from '../domain/product.ts';
import type { Reference } from '../domain/reference.ts';
import type { ImportedReport } from '../domain/report.ts';
import type { Scenario } from '../domain/scenario.ts';
import { evidenceOf, type Evidence } from './evidence.ts';
import { mean } from './expected-views.ts';
import type { History } from './history.ts';
import type { LearnedContent } from './learned-content.ts';
import type { Exposure } from './learned-products.ts';
import { settlementDelay } from './settlement-delay.ts';
import { learnedBounties, learnedOnAmazon, type SideContext } from './side-income.ts';
import type { SideRow } from './side-row.ts';

type Reports = readonly Pick<ImportedReport, 'id' | 'file'>[];

/** What learning works from once the content is known. */
export interface Learning {
  readonly history: History;
  readonly frame: Scenario;
  readonly content: LearnedContent;
  readonly reference: Reference;
  readonly reports: Reports;
}

/**
 * Clicks a week on Amazon links if all past videos of the program carried them: videos of products without a link bring none. The
 * market's factor is on orders alone.
 */
const linkedClicks = (products: readonly Product[], exposure: Exposure, { content }: Scenario): number => {
  const total = products.reduce((sum, { videoShare }) => sum + videoShare, 0);
  const linked = products.reduce((sum, { amazon, videoShare }) => sum + (amazon ? videoShare : 0), 0);
  return (exposure.clicks * linked) / total / mean(content.marketFactor.value);
};

const sideEvidence = (rows: readonly SideRow[], reports: Reports): Evidence => {
  const days = rows.map(({ day }) => day).toSorted((a, b) => a - b);
  const reportIds = rows.map(row => row.reportId);
  return evidenceOf([{ reportIds, from: days[0]!, to: days.at(-1)! }], reports);
};

/** Each program's terms with what the past says of them, and Amazon income that no product's orders make. */
export const learnedPrograms = (
  { history, frame, content, reports }: Learning,
  products: readonly Product[],
  exposure: Exposure | null,
): Scenario['programs'] => {
  const { orderFactor } = content.past;
  const context: SideContext = {
    currency: frame.currency,
    season: frame.content.season.factors,
    evidence: rows => sideEvidence(rows, reports),
  };
  const clicksPerWeek = exposure ? linkedClicks(products, exposure, frame) : 0;
  const bounties =
    history.amazon && learnedBounties(history.side, history.amazon, { ...context, clicksPerWeek });
  const onAmazon = learnedOnAmazon(history.side, history.amazon, { ...context, frame });
  return {
    amazon: {
      ...frame.programs.amazon,
      ...(orderFactor.amazon && { orderFactor: orderFactor.amazon }),
      ...(bounties && { bounties }),
    },
    tiktokShop: {
      ...frame.programs.tiktokShop,
      ...settlementDelay(history.tiktokShop, reports),
      ...(orderFactor.tiktokShop && { orderFactor: orderFactor.tiktokShop }),
    },
    ...(onAmazon && { onAmazon }),
  };
};
