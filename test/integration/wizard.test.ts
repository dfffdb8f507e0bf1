import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mappingTemplateSchema, type TableReading } from '../../shared/domain/column-mapping.ts';
import type { ImportAnswers, ImportQuestion } from '../../shared/domain/import-question.ts';
import { normaliseName } from '../../electron/importers/header.ts';
import type { ChosenFile } from '../../electron/services/imports.ts';
import { openLibrary, type Library } from './library.ts';

/** Carets between cells, a title with a comma in it, and letters of an old Windows. */
const odd = Buffer.from(
  [
    'Partner report, January, Köln',
    'Exported for, you, 2026',
    'Tag^Händler^Sache^Provision^Währung',
    '13.01.2026^Müller^Lampe^3,60^EUR',
    '29.01.2026^Müller^Stuhl^8,00^EUR',
  ].join('\n'),
  'latin1',
);

type ColumnsQuestion = Extract<ImportQuestion, { kind: 'columns' }>;

let library: Library;
beforeEach(() => {
  library = openLibrary();
});
afterEach(() => library.close());

const columnsOf = async (file: ChosenFile, answers: ImportAnswers): Promise<ColumnsQuestion> => {
  const { questions } = await library.imports.preview([file], { answers });
  const question = questions!.find(({ kind }) => kind === 'columns');
  if (question?.kind !== 'columns') throw new Error('not asked');
  return question;
};

/** The question asked again about the table as it comes out under a reading. */
const readAs = async (file: ChosenFile, reading: TableReading) => {
  const { unknown, questions } = await library.imports.preview([file]);
  const first = questions!.find(({ kind }) => kind === 'columns');
  const id = first?.kind === 'columns' ? first.readingId : unknown![0]!.id;
  return columnsOf(file, { [id]: { kind: 'reading', reading } });
};

describe('a file that is detected wrongly', () => {
  it('is no report at first, and one once its delimiter and header are told', async () => {
    const file = library.write('odd.txt', odd);
    const plan = await library.imports.preview([file]);
    expect(plan.questions).toEqual([]);
    expect(plan.problems).toMatchObject([{ reason: 'unknown-report' }]);
    const question = await readAs(file, { delimiter: '^', headerLine: 3 });
    expect(question).toMatchObject({
      delimiter: '^',
      encoding: 'windows-1252',
      headerLine: 3,
      header: ['Tag', 'Händler', 'Sache', 'Provision', 'Währung'],
      proposed: {
        columns: { day: 'Tag', commission: 'Provision', currency: 'Währung' },
        dayOrder: 'day-first',
        decimal: ',',
        reading: { delimiter: '^', headerLine: 3 },
      },
    });
    expect(question.top.map(({ line }) => line)).toEqual([1, 2, 3, 4, 5]);
  });

  it('shows what another encoding makes of it', async () => {
    const file = library.write('odd.txt', odd);
    const question = await readAs(file, { delimiter: '^', headerLine: 3, encoding: 'shift_jis' });
    expect(question.header).not.toContain('Händler');
  });

  it('moves the header where the person points, and proposes columns from there', async () => {
    const file = library.write(
      'two-headers.csv',
      'Day,Shop,Earned\nDate,Merchant,Commission\n2026-01-13,Acme,3.60\n2026-01-14,Acme,1.00\n2026-01-15,Acme,2.00\n',
    );
    const first = await columnsOf(file, {});
    expect(first.headerLine).toBe(1);
    const second = await readAs(file, { headerLine: 2 });
    expect(second.proposed.columns).toMatchObject({
      day: 'Date',
      seller: 'Merchant',
      commission: 'Commission',
    });
    expect(second.sample).toHaveLength(3);
  });

  it('is stored as told, and its template reads the next such file by itself, wherever its header stands', async () => {
    const file = library.write('odd.txt', odd);
    const question = await readAs(file, { delimiter: '^', headerLine: 3 });
    const answers: ImportAnswers = { [question.id]: { kind: 'columns', mapping: question.proposed } };
    const plan = await library.imports.preview([file], { answers });
    expect(plan.questions).toEqual([]);
    expect(plan.reports[0]).toMatchObject({
      kind: 'mapped',
      new: 2,
      refused: 0,
      commission: 1160,
      currency: 'EUR',
    });
    await library.imports.commit(plan.token);
    const template = mappingTemplateSchema.parse({
      format: 'forkcast-mapping',
      version: 1,
      header: question.header.map(normaliseName),
      mapping: question.proposed,
    });
    library.imports.saveMapping(template);
    const next = library.write(
      'next.txt',
      Buffer.from(
        odd.toString('latin1').replace('Exported for, you, 2026\n', '').replaceAll('.01.', '.03.'),
        'latin1',
      ),
    );
    const { plan: known, outcome } = await library.take(next);
    expect([known.questions, outcome.new]).toEqual([[], 2]);
  });

  it('says so when an encoding cannot be', async () => {
    const file = library.write('odd.txt', odd);
    const { unknown } = await library.imports.preview([file]);
    const plan = await library.imports.preview([file], {
      answers: { [unknown![0]!.id]: { kind: 'reading', reading: { encoding: 'utf-8', delimiter: '^' } } },
    });
    expect(plan.problems).toMatchObject([{ reason: 'unreadable-file' }]);
  });
});

describe('columns under names that say nothing', () => {
  it('are proposed by what stands in them', async () => {
    const file = library.write('x.csv', 'Kiedy,Co,Ile\n2026-01-13,Lampa,3.60\n2026-01-14,Stół,1.00\n');
    const { proposed } = await columnsOf(file, {});
    expect(proposed.columns).toMatchObject({ day: 'Kiedy', commission: 'Ile' });
  });

  it('are no income where the numbers are counts or years', async () => {
    const file = library.write('x.csv', 'Kiedy,Co,Ile\n2026-01-13,Lampa,36\n2026-01-14,Stół,1\n');
    const { questions, problems } = await library.imports.preview([file]);
    expect([questions, problems[0]?.reason]).toEqual([[], 'unknown-report']);
  });
});
