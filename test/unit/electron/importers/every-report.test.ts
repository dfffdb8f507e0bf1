import { describe, expect, it } from 'vitest';
import type { ImportAnswers } from '../../../../shared/domain/import-question.ts';
import { importers } from '../../../../electron/importers/registry.ts';
import { reportFixtures, type ReportFixture } from './report-fixtures.ts';
import { readRows } from './read-rows.ts';

/** Answers the questions that the text raises, each by the fixture's answer of its kind. */
const readAnswered = async ({ text, answers = [] }: ReportFixture) => {
  const { questions } = await readRows(text);
  const given: ImportAnswers = Object.fromEntries(
    questions.map(({ id, kind }) => [id, answers.find(answer => answer.kind === kind)!]),
  );
  return { questions, read: await readRows(text, given) };
};

describe('every report', () => {
  it.each(reportFixtures.map(fixture => [`${fixture.kind}: ${fixture.name}`, fixture] as const))(
    '%s',
    async (_, fixture) => {
      const { questions, read } = await readAnswered(fixture);
      expect(questions.map(({ kind }) => kind).toSorted()).toEqual(
        (fixture.answers ?? []).map(({ kind }) => kind).toSorted(),
      );
      const rows = [...read.orders, ...read.aggregates];
      expect(read.problems.map(({ reason }) => reason)).toEqual(fixture.warnings ?? []);
      expect(rows).toHaveLength(fixture.rows);
      expect(rows[0]).toMatchObject({ report: fixture.kind, ...fixture.first });
    },
  );

  it('has at least three fixtures', () => {
    const few = importers
      .map(({ kind }) => [kind, reportFixtures.filter(one => one.kind === kind).length] as const)
      .filter(([, fixtures]) => fixtures < 3);
    expect(few).toEqual([]);
  });

  it('is recognised by its header alone: no other report’s importer takes it', async () => {
    for (const fixture of reportFixtures) {
      const { read } = await readAnswered(fixture);
      const kinds = new Set([...read.orders, ...read.aggregates].map(({ report }) => report));
      expect([...kinds]).toEqual([fixture.kind]);
    }
  });
});
