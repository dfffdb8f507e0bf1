import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ImportOutcome, ImportPlan, ReportPlan } from '../../../shared/domain/import-plan.ts';
import type { ImportAnswer } from '../../../shared/domain/import-question.ts';
import { formatDayRange } from '../../../shared/words/format-day.ts';
import { formatMoney } from '../../../shared/words/format-money.ts';
import { formatCount } from '../../../shared/words/format-number.ts';
import { reportLabels } from '../../../shared/words/labels.ts';
import { problemSentence } from '../../../shared/words/problem.ts';
import type { App } from '../../app-types.ts';
import { question } from '../question.ts';
import { readArguments } from './arguments.ts';
import {
  answerOptions,
  answersTo,
  assumedSentence,
  questionSentence,
  readAnswers,
} from './import-answers.ts';
import { json, UsageError, type Terminal } from './terminal.ts';

const known = { json: 'flag', 'dry-run': 'flag', ...answerOptions } as const;

/** `import FILE…`: plans the import, says what is wrong with the files, and writes the plan unless `--dry-run`. */
export const importCommand = async (
  app: App,
  args: readonly string[],
  terminal: Terminal,
): Promise<number> => {
  const { options, words } = readArguments(args, known);
  if (words.length === 0) throw new UsageError('import needs at least one file.');
  const missing = words.filter(file => !existsSync(file));
  if (missing.length > 0) {
    missing.forEach(file => terminal.say(`There is no file ${resolve(file)}.`));
    return 1;
  }
  const answers = readAnswers(options);
  const offered = await Promise.all(words.map(file => app.offer(resolve(file))));
  const files = offered.map(file => file.id);
  const { plan, outcome } = await importWith({ app, files, answers, write: !options['dry-run'] });
  const open = plan.questions ?? [];
  sayProblems(plan, terminal);
  open.forEach(asked => terminal.say(questionSentence(asked)));
  const assumed = (plan.assumed ?? []).filter(asked => answersTo([asked], answers).length === 0);
  assumed.flatMap(assumedSentence).forEach(sentence => terminal.say(sentence));
  if (options.json) {
    terminal.data(
      json({ reports: plan.reports.map(withoutPreview), problems: plan.problems, questions: open, outcome }),
    );
  } else {
    plan.reports.forEach(report => terminal.data(reportLine(report)));
    if (plan.reports.length > 0) terminal.data(outcomeLine(outcome));
  }
  return plan.reports.length > 0 && open.length === 0 ? 0 : 1;
};

interface ImportWork {
  readonly app: App;
  readonly files: readonly string[];
  readonly answers: readonly ImportAnswer[];
  readonly write: boolean;
}

interface ImportResult {
  readonly plan: ImportPlan;
  readonly outcome: ImportOutcome | null;
}

/**
 * What the command line's answers say to these files, by question; an answer can raise the next question. It is looked up before anything
 * is written: what would only be assumed is written as well.
 */
const answersFor = async (
  app: App,
  files: readonly string[],
  answers: readonly ImportAnswer[],
): Promise<Readonly<Record<string, ImportAnswer>>> => {
  const given = new Map<string, ImportAnswer>();
  for (let before = -1; answers.length > 0 && given.size > before; ) {
    before = given.size;
    const input = { files: [...files], answers: Object.fromEntries(given), look: true };
    const { questions = [], assumed = [] } = await question(app, 'report.preview', input);
    for (const [id, answer] of answersTo([...questions, ...assumed], answers)) given.set(id, answer);
  }
  return Object.fromEntries(given);
};

/** Plan and writing are one step unless questions stay open: then the other reports are written from a plan of their own. */
const importWith = async ({ app, files, answers, write }: ImportWork): Promise<ImportResult> => {
  const input = { files: [...files], answers: await answersFor(app, files, answers) };
  if (!write) return { plan: await question(app, 'report.preview', { ...input, look: true }), outcome: null };
  const taken = await question(app, 'report.take', input);
  if (taken.outcome !== null || taken.plan.reports.length === 0) return taken;
  const plan = await question(app, 'report.preview', input);
  return { plan, outcome: await question(app, 'report.commit', { token: plan.token }) };
};

const sayProblems = (plan: ImportPlan, terminal: Terminal): void => {
  plan.problems.forEach(problem => terminal.say(problemSentence(problem)));
  const more = plan.problemCount - plan.problems.length;
  if (more > 0) terminal.say(`And ${formatCount(more, 'more problem')}.`);
};

/** The rows themselves are for the eye; a script reads the file. */
const withoutPreview = (report: ReportPlan): object => ({ ...report, preview: undefined });

const reportLine = (report: ReportPlan): string => {
  const place = report.sheet === null ? report.file : `${report.file} (${report.sheet})`;
  const counts = (['new', 'changed', 'same', 'refused'] as const)
    .filter(fate => report[fate] > 0)
    .map(fate => `${formatCount(report[fate], 'row')} ${fate === 'same' ? 'known already' : fate}`);
  const money = formatMoney(report.commission, report.currency);
  const days = formatDayRange(report.from, report.to);
  return `${place}: ${reportLabels[report.kind]}, ${days}, ${money} commission; ${counts.join(', ') || 'no rows'}`;
};

const outcomeLine = (outcome: { readonly new: number; readonly changed: number } | null): string => {
  if (outcome === null) return 'Nothing was written (--dry-run).';
  if (outcome.new === 0 && outcome.changed === 0) return 'Nothing changed: every row was known already.';
  return `Imported ${formatCount(outcome.new, 'new row')}, updated ${formatCount(outcome.changed, 'row')}.`;
};
