import type { ReportPlan } from '../../../shared/domain/import-plan.ts';
import type { ImportedReport } from '../../../shared/domain/report.ts';
import { formatCount } from '../../../shared/words/format-number.ts';

/** Whose a report is, in a cell of a table. */
export const accountWords = ({
  account,
  rowAccounts = [],
}: Pick<ImportedReport | ReportPlan, 'account' | 'rowAccounts'>): string =>
  rowAccounts.length > 1 ? formatCount(rowAccounts.length, 'account') : (account ?? '–');
