import { FailureError } from '../../../shared/contract/answer.ts';
import type { Answers, Input } from '../../../shared/contract/contract.ts';
import type { App } from '../../app-types.ts';
import { question } from '../question.ts';
import type { Terminal } from './terminal.ts';

type Wish = Omit<Input<'scenario.create'>, 'from'>;

/** A new scenario from the imported reports, or, said aloud, from published figures where none are imported. */
export const freshScenario = async (
  app: App,
  wish: Wish,
  terminal: Terminal,
): Promise<Answers['scenario.create']> => {
  try {
    return await question(app, 'scenario.create', { from: 'reports', ...wish });
  } catch (error) {
    if (!(error instanceof FailureError) || error.failure.kind !== 'nothing-to-learn-from') throw error;
    terminal.say('No reports are imported yet: this is a typical creator, from published figures.');
    return question(app, 'scenario.create', { from: 'priors', ...wish });
  }
};
