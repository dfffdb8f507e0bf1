import { pathToFileURL } from 'node:url';
import type * as compiling from '../../../shared/engine/compile.ts';
import type * as outcomes from '../../../shared/engine/outcome.ts';
import type * as blocks from '../../../shared/engine/simulate-block.ts';
import type * as simulating from '../../../shared/engine/simulate.ts';
import type * as telling from '../../../shared/engine/tell-future.ts';
import type * as workspaces from '../../../shared/engine/workspace.ts';

/** The parts of an engine that properties are checked on: ours, or those of a copy with an error planted in it. */
export type Engine = Pick<typeof compiling, 'compile'> &
  Pick<typeof outcomes, 'outcomeBytes' | 'outcomeOn'> &
  Pick<typeof blocks, 'simulateBlock'> &
  Pick<typeof simulating, 'simulate'> &
  Pick<typeof telling, 'tellFuture'> &
  Pick<typeof workspaces, 'workspaceFor'>;

/** Loads the engine of a folder `shared`. */
export const engineIn = async (shared: string): Promise<Engine> => {
  const load = async (file: string): Promise<unknown> =>
    import(pathToFileURL(`${shared}/engine/${file}`).href);
  const parts = await Promise.all(
    ['compile.ts', 'outcome.ts', 'simulate-block.ts', 'simulate.ts', 'tell-future.ts', 'workspace.ts'].map(
      load,
    ),
  );
  return Object.assign({}, ...parts) as Engine;
};
