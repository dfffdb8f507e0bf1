/** Names of the only channels between a window and the app. */
export const channels = {
  ask: 'forkcast:ask',
  offer: 'forkcast:offer',
  pick: 'forkcast:pick',
  event: 'forkcast:event',
} as const;
