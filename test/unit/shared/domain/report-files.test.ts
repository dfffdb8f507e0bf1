import { expect, it } from 'vitest';
import { reportFiles } from '../../../../shared/domain/report-files.ts';
import { day } from '../../../../shared/domain/day.ts';
import { sampleScenario } from '../../../helpers/scenario.ts';
import { missingReportsSentence } from '../../../../shared/words/missing-reports.ts';

const from = (...files: string[]) => ({
  kind: 'report' as const,
  files,
  rows: 3,
  from: day('2025-01-01'),
  to: day('2025-12-31'),
});

it('names each report behind any number once', () => {
  const sample = sampleScenario();
  expect(reportFiles(sample)).toEqual([]);
  const { content, products } = sample;
  const learned = {
    ...sample,
    content: {
      ...content,
      season: { ...content.season, provenance: from('a.csv') },
      viewsLogSd: { ...content.viewsLogSd, provenance: from('b.csv', 'a.csv') },
    },
    products: [{ ...products[0]!, price: { ...products[0]!.price, provenance: from('c.xlsx') } }],
  };
  expect(reportFiles(learned)).toEqual(['b.csv', 'a.csv', 'c.xlsx']);
});

it('says which reports are gone, and counts those it does not name', () => {
  expect(missingReportsSentence(['a.csv'])).toContain('learned from a.csv: no longer in your library');
  expect(missingReportsSentence(['a', 'b', 'c', 'd', 'e'])).toContain('a, b, c and 2 more files: no longer');
});
