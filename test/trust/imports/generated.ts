import { openBench, type Bench, type Check } from './check.ts';
import { generateReport, type GeneratedReport } from './generated-reports.ts';

/** Imports one report and says where its counts or cents are not what it was made of. */
export const judgeGenerated = async (report: GeneratedReport, bench: Bench): Promise<string | undefined> => {
  const plan = await bench.imports.preview([bench.write(report.bytes)]);
  if ((plan.questions ?? []).length > 0) return 'asks';
  const outcome = await bench.imports.commit(plan.token);
  const orders = [...bench.imports.orders()];
  if (outcome.importId !== null) await bench.imports.undo(outcome.importId);
  const counts = `${orders.length} stored, ${outcome.refused} refused, ${outcome.same} duplicate`;
  const expected = `${report.rows - report.refused - report.duplicates} stored, ${report.refused} refused, ${report.duplicates} duplicate`;
  if (counts !== expected) return `${counts} instead of ${expected}`;
  const [planned] = plan.reports;
  const commission = BigInt(planned?.commission ?? 0);
  const estimated = BigInt(planned?.estimatedCommission ?? 0);
  if (commission !== report.commission) return `${commission} cents earned instead of ${report.commission}`;
  if (report.estimated !== 0n && estimated !== report.estimated)
    return `${estimated} cents estimated instead of ${report.estimated}`;
  return undefined;
};

/** I4: made-up reports in every dialect, encoding and container: every row is stored, refused or a duplicate, every cent right. */
export const checkGenerated = async (count: number): Promise<Check> => {
  const bench = openBench();
  const faults: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const report = generateReport(index);
    const fault = await judgeGenerated(report, bench);
    if (fault !== undefined) faults.push(`${report.description}: ${fault}`);
  }
  await bench.close();
  return { id: 'I4', promise: 'rows = stored + refused + duplicates; 0 wrong amounts', tried: count, faults };
};
