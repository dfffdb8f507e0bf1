/** A frame as `event.senderFrame` shows it. */
export interface FakeFrame {
  readonly url: string;
  readonly parent: FakeFrame | null;
}

export interface Recording {
  home: string;
  picked: string[];
  readonly calls: { readonly name: string; readonly ready: boolean; readonly value?: unknown }[];
  readonly windows: unknown[];
  readonly channels: Map<string, (event: unknown, ...args: unknown[]) => unknown>;
  readonly protocols: Map<string, (request: Request) => Promise<Response>>;
  readonly opened: string[];
  readonly printed: unknown[];
  readonly errors: string[];
  readonly exits: number[];
  readonly exposed: Map<string, unknown>;
  readonly invoked: { readonly channel: string; readonly args: readonly unknown[] }[];
  menu: unknown;
  permissionRequest:
    | ((contents: unknown, permission: string, decide: (ok: boolean) => void) => void)
    | undefined;
  permissionCheck: ((contents: unknown, permission: string) => boolean) | undefined;
  devicePermission: ((details: unknown) => boolean) | undefined;
  beforeRequest:
    | ((details: { readonly url: string }, decide: (answer: { readonly cancel?: boolean }) => void) => void)
    | undefined;
}

const empty = (): Recording => ({
  home: '',
  picked: [],
  calls: [],
  windows: [],
  channels: new Map(),
  protocols: new Map(),
  opened: [],
  printed: [],
  errors: [],
  exits: [],
  exposed: new Map(),
  invoked: [],
  menu: undefined,
  permissionRequest: undefined,
  permissionCheck: undefined,
  devicePermission: undefined,
  beforeRequest: undefined,
});

/** One per process, also where the bundle and the test load this module twice. */
const holder = globalThis as { forkcastRecording?: Recording };
holder.forkcastRecording ??= empty();
export const recording: Recording = holder.forkcastRecording;
