import type { Failure } from '../contract/answer.ts';
import { marketCurrency } from '../domain/market.ts';
import { formatDay } from './format-day.ts';
import { formatCount } from './format-number.ts';
import { listWords } from './list-words.ts';
import { problemSentence } from './problem.ts';

export interface FailureExplanation {
  readonly title: string;
  readonly what: string;
  readonly todo: string;
}

type StorageReason = Extract<Failure, { kind: 'storage' }>['reason'];

const storageWords: Readonly<Record<StorageReason, { readonly what: string; readonly todo: string }>> = {
  'newer-version': {
    what: 'was written by a newer Forkcast. It was left untouched',
    todo: 'Update Forkcast, then open it again.',
  },
  'foreign-database': {
    what: 'is not a Forkcast database. It was left untouched',
    todo: 'Move that file away, or point FORKCAST_HOME at another folder.',
  },
  'read-only': {
    what: 'cannot be written to',
    todo: 'Allow writing to the file and its folder, then try again.',
  },
  'disk-full': {
    what: 'could not be written because the disk is full. Nothing was changed',
    todo: 'Make room on the disk, then try again.',
  },
  busy: {
    what: 'is in use by another Forkcast',
    todo: 'Wait until the other window or command has finished, then try again.',
  },
  damaged: {
    what: 'is damaged. It was left as it is',
    todo: 'Keep a copy of the file, and start with a fresh folder or a backup.',
  },
};

type Issue = { readonly path: string; readonly message: string };

const issueWords = (issues: readonly Issue[]): string => {
  const shown = issues.slice(0, 3).map(issue => {
    const message = issue.message.replace(/\.$/, '');
    return issue.path === '' ? message : `${issue.path}: ${message}`;
  });
  const rest = issues.length - shown.length;
  return `${shown.join('; ')}${rest > 0 ? `; and ${formatCount(rest, 'more problem')}` : ''}`;
};

const refusedWords = (problems: Extract<Failure, { kind: 'import-refused' }>['problems']): string => {
  const first = problems[0];
  if (!first) return 'The files hold nothing that could be imported.';
  const rest = problems.length - 1;
  return `${problemSentence(first)}${rest > 0 ? ` And ${formatCount(rest, 'more problem')}.` : ''}`;
};

const tooFewWords = ({
  rows = 0,
  needed = 0,
  until,
}: Extract<Failure, { kind: 'nothing-to-learn-from' }>): string => {
  if (rows === 0) return 'No orders are imported yet.';
  const imported = `${formatCount(rows, 'row')} ${rows === 1 ? 'is' : 'are'} imported, but`;
  return until === undefined
    ? `${imported} none of them is a sale that a video made.`
    : `${imported} fewer than ${needed} orders of either program lie in the year up to ${formatDay(until)}.`;
};

/** A failure in words: what happened, and what the person can do. */
export const explainFailure = (failure: Failure): FailureExplanation => {
  switch (failure.kind) {
    case 'invalid-input':
      return {
        title: 'The request was not understood',
        what: `Forkcast refused its own request ${failure.request}: ${issueWords(failure.issues)}.`,
        todo: 'Nothing was changed. Restart Forkcast; if it comes back, please report it.',
      };
    case 'invalid-scenario':
      return {
        title: 'The scenario does not hold together',
        what: `${issueWords(failure.issues)}.`,
        todo: 'Correct these numbers and run it again.',
      };
    case 'import-refused':
      return {
        title: 'Nothing was imported',
        what: refusedWords(failure.problems),
        todo: 'Your library is unchanged.',
      };
    case 'plan-expired':
      return {
        title: 'The preview is out of date',
        what: 'The library or the files changed after this preview was made. Nothing was imported.',
        todo: 'Choose the files again to make a fresh preview.',
      };
    case 'nothing-to-learn-from':
      return {
        title: 'Not enough orders to learn from',
        what: tooFewWords(failure),
        todo: 'Import an earnings or order report, or start from published typical numbers.',
      };
    case 'market-does-not-fit':
      return {
        title: 'These reports are of another market',
        what: `The imported sales are in ${listWords(failure.currencies, 'and')}, but ${failure.market} pays in ${marketCurrency[failure.market]}. Forkcast never converts money.`,
        todo:
          failure.markets.length === 0
            ? 'Start from published typical numbers instead.'
            : `Choose ${listWords(failure.markets, 'or')}, or start from published typical numbers.`,
      };
    case 'library-in-use':
      return {
        title: 'Your own reports are here',
        what: 'The sample creator opens only in an empty library, so that its orders never mix with yours.',
        todo: 'Undo your imports on the Reports page first.',
      };
    case 'sample-in-library':
      return {
        title: 'The sample creator is still here',
        what: 'Nothing was read: the invented orders of the sample creator would mix with yours.',
        todo: 'Undo the sample’s import on the Reports page, then choose your reports again.',
      };
    case 'not-found':
      return {
        title: 'Not there any more',
        what: `There is no ${failure.what} with the number ${failure.id}.`,
        todo: 'It may have been removed in another window. Go back and choose again.',
      };
    case 'cancelled':
      return {
        title: 'Cancelled',
        what: 'The run was cancelled. Nothing was stored.',
        todo: 'Run it again at any time.',
      };
    case 'sum-too-large':
      return {
        title: 'These amounts are too large',
        what: 'The amounts of the imported rows add up to more than Forkcast can reckon exactly.',
        todo: 'Undo the import that holds impossible amounts on the Reports page.',
      };
    case 'no-printer':
      return {
        title: 'No PDF could be made',
        what: failure.detail,
        todo: 'In the browser door a Chromium is needed: set CHROMIUM_PATH to one and try again.',
      };
    case 'file-too-large':
      return {
        title: 'This file is too large',
        what: `${failure.file} is larger than Forkcast takes from a browser. Nothing was imported.`,
        todo: 'Download shorter periods as several files, or import it with npm run cli -- import.',
      };
    case 'unreachable':
      return {
        title: 'Forkcast is not answering',
        what: 'The app behind this page was closed or cannot be reached.',
        todo: 'Start it again with npm start, then open the new address that it prints.',
      };
    case 'storage': {
      const entry = storageWords[failure.reason];
      return {
        title: 'The data file cannot be used',
        what: `${failure.file} ${entry.what}.`,
        todo: entry.todo,
      };
    }
    case 'bug':
      return {
        title: 'Something went wrong on our side',
        what: `Forkcast made a mistake and stopped what it was doing (reference ${failure.reference}).`,
        todo: 'Your data is unchanged. Please report the reference; the log has the details.',
      };
  }
};

/** One failure as text for a terminal or a message. */
export const failureSentence = (failure: Failure): string => {
  const { what, todo } = explainFailure(failure);
  return `${what} ${todo}`;
};
