import type { Bridge } from '../../shared/contract/bridge.ts';
import { createHttpBridge } from './http-bridge.ts';

let found: Bridge | undefined;

/** The app behind this page: the preload's bridge on the desktop, the same contract over HTTP in a browser. */
export const bridge = (): Bridge => {
  found ??= (window as { readonly forkcast?: Bridge }).forkcast ?? createHttpBridge(window);
  return found;
};
