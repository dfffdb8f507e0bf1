import { FailureError } from '../../../shared/contract/answer.ts';
import type { Answers } from '../../../shared/contract/contract.ts';
import type { Market } from '../../../shared/domain/market.ts';
import { explainFailure } from '../../../shared/words/failure.ts';
import type { App } from '../../app-types.ts';
import { question } from '../question.ts';
import type { Terminal } from './terminal.ts';

interface Wish {
  /** Null = not said: the market of the reports, else the US. */
  readonly market: Market | null;
  readonly save: boolean;
}

type Made = Answers['scenario.create'];

/** A scenario from the reports; where no market was asked for and they are of another one, of theirs. */
export const scenarioOfReports = async (app: App, wish: Wish, terminal: Terminal): Promise<Made> => {
  const ask = (market: Market) => question(app, 'scenario.create', { ...wish, from: 'reports', market });
  try {
    return await ask(wish.market ?? 'US');
  } catch (error) {
    const failure = error instanceof FailureError ? error.failure : null;
    const theirs = failure?.kind === 'market-does-not-fit' ? failure.markets[0] : undefined;
    if (theirs === undefined || wish.market !== null) throw error;
    terminal.say(
      `The reports are in other money than the US market's: this is for ${theirs} (see --market).`,
    );
    return ask(theirs);
  }
};

/** A new scenario from the imported reports, or, said aloud, from published figures where too little is imported. */
export const freshScenario = async (app: App, wish: Wish, terminal: Terminal): Promise<Made> => {
  try {
    return await scenarioOfReports(app, wish, terminal);
  } catch (error) {
    if (!(error instanceof FailureError) || error.failure.kind !== 'nothing-to-learn-from') throw error;
    terminal.say(`${explainFailure(error.failure).what} This is a typical creator, from published figures.`);
    return question(app, 'scenario.create', { ...wish, from: 'priors', market: wish.market ?? 'US' });
  }
};
