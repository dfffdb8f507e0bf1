import { statSync } from 'node:fs';
import type { App } from '../../electron/app-types.ts';
import type { AppEvent } from '../../shared/contract/contract.ts';

export interface RecordingApp extends App {
  readonly asked: { readonly name: string; readonly input: unknown }[];
  readonly offered: { readonly path: string; readonly name: string | undefined }[];
  listeners(): number;
  tell(event: AppEvent): void;
}

/** The seam between a door and the app, played by a tape recorder: what a door lets through is on the tape. */
export const recordingApp = (): RecordingApp => {
  const hearing = new Set<(event: AppEvent) => void>();
  const app: RecordingApp = {
    asked: [],
    offered: [],
    ask: (name, input) => {
      app.asked.push({ name, input });
      return Promise.resolve({ ok: true, value: { echo: input } });
    },
    offer: (path, name) => {
      app.offered.push({ path, name });
      return Promise.resolve({ id: 'offer-1', name: name ?? path, bytes: statSync(path).size });
    },
    listen: hear => {
      hearing.add(hear);
      return () => void hearing.delete(hear);
    },
    listeners: () => hearing.size,
    tell: event => hearing.forEach(hear => hear(event)),
    close: () => Promise.resolve(),
  };
  return app;
};
