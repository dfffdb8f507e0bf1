import { describe, expect, it } from 'vitest';
import { day } from '../../../../shared/domain/day.ts';
import type { Provenance } from '../../../../shared/domain/provenance.ts';
import {
  provenanceDate,
  provenanceGrade,
  provenanceLabel,
  provenanceSentence,
} from '../../../../shared/words/provenance.ts';

const report: Provenance = {
  kind: 'report',
  files: ['a.csv', 'b.csv', 'c.csv'],
  rows: 1_532,
  from: day('2025-12-01'),
  to: day('2026-11-30'),
};
const published: Provenance = {
  kind: 'publication',
  source: 'Amazon Associates standard rate card',
  date: '2020-04-21',
  market: 'US',
  grade: 'B',
};

describe('provenance', () => {
  it('names file, rows and period of own reports', () => {
    expect(provenanceSentence(report)).toBe(
      'From your reports: 1,532 rows of a.csv and 2 more files, 1 Dec 2025 – 30 Nov 2026.',
    );
    expect([provenanceLabel(report), provenanceGrade(report)]).toEqual(['Your reports', 'own']);
    const calibrated: Provenance = { ...report, calibrated: true };
    expect([provenanceLabel(calibrated), provenanceGrade(calibrated)]).toEqual([
      'Your reports + guess',
      'own/guess',
    ]);
    expect(provenanceSentence(calibrated)).toMatch(/^Calibrated on your reports, not seen in them: /);
  });

  it('names source, date, market and grade of a publication', () => {
    expect(provenanceSentence(published)).toBe(
      'Amazon Associates standard rate card (21 April 2020, US); grade B: several independent sources.',
    );
    expect(provenanceLabel(published)).toBe('Published (B)');
    expect(provenanceDate(published)).toBe('21 Apr 2020');
  });

  it('does not dress a guess up', () => {
    const guess: Provenance = { kind: 'guess', note: 'Nobody knows' };
    expect(provenanceSentence(guess)).toBe('A guess to start from. Nobody knows.');
    expect(provenanceLabel(guess)).toBe('Guess');
  });
});
