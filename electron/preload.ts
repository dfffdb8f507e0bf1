import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { Bridge } from '../shared/contract/bridge.ts';
import type { AppEvent } from '../shared/contract/contract.ts';
import { channels } from './doors/channels.ts';

type DomFile = Parameters<typeof webUtils.getPathForFile>[0];

const bridge: Bridge = {
  door: 'desktop',
  ask: (name, input) => ipcRenderer.invoke(channels.ask, name, input),
  // A `File` that a script made has no path; only what the person dropped or picked has one.
  offer: files =>
    ipcRenderer.invoke(
      channels.offer,
      files.map(file => webUtils.getPathForFile(file as DomFile)),
    ),
  pick: () => ipcRenderer.invoke(channels.pick),
  listen: hear => {
    const forward = (_event: unknown, event: AppEvent): void => hear(event);
    ipcRenderer.on(channels.event, forward);
    return () => void ipcRenderer.removeListener(channels.event, forward);
  },
};

contextBridge.exposeInMainWorld('forkcast', bridge);
