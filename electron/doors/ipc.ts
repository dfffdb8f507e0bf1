import { isAbsolute } from 'node:path';
import { ipcMain, type IpcMainInvokeEvent } from 'electron';
import type { OfferedFile } from '../../shared/contract/contract.ts';
import type { App } from '../app-types.ts';
import { channels } from './channels.ts';

export interface IpcDoorOptions {
  readonly app: App;
  /** The origin of our pages; nobody else is answered. */
  readonly origin: string;
  /** Shows the system's dialog over the window that asked; paths of the chosen files. */
  readonly pick: (event: IpcMainInvokeEvent) => Promise<readonly string[]>;
  readonly onRefused: (channel: string) => void;
}

const mostFiles = 500;

/** The desktop's door: three channels, each checking who asks and what; returns how to close it. */
export const openIpcDoor = ({ app, origin, pick, onRefused }: IpcDoorOptions): (() => void) => {
  const handle = (
    channel: string,
    run: (event: IpcMainInvokeEvent, args: readonly unknown[]) => unknown,
  ): void =>
    ipcMain.handle(channel, (event, ...args: unknown[]) => {
      if (!isOurPage(event, origin)) {
        onRefused(channel);
        throw new Error('This page may not ask Forkcast.');
      }
      return run(event, args);
    });
  const offer = (paths: readonly string[]): Promise<readonly OfferedFile[]> =>
    Promise.all(paths.map(path => app.offer(path)));

  handle(channels.ask, (_event, [name, input]) => {
    if (typeof name !== 'string') throw new TypeError('A question has a name.');
    return app.ask(name, input);
  });
  handle(channels.offer, (_event, [paths]) => {
    if (!arePaths(paths)) throw new TypeError('Offered files are given by their paths.');
    return offer(paths);
  });
  handle(channels.pick, async event => offer(await pick(event)));
  return () =>
    [channels.ask, channels.offer, channels.pick].forEach(channel => ipcMain.removeHandler(channel));
};

/** Our origin, in the main frame of its window: a frame that was slipped into our page is not our page. */
const isOurPage = ({ senderFrame }: IpcMainInvokeEvent, origin: string): boolean => {
  if (!senderFrame || senderFrame.parent !== null) return false;
  const url = URL.parse(senderFrame.url);
  return url !== null && `${url.protocol}//${url.host}` === origin;
};

const arePaths = (value: unknown): value is readonly string[] =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.length <= mostFiles &&
  value.every(path => typeof path === 'string' && isAbsolute(path) && !path.includes('\0'));
