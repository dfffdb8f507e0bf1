import { useEffect } from 'react';
import { create } from 'zustand';

/** What a menu or key may ask of the page that is open. */
export type PageCommand = 'save-pdf' | 'run-full' | 'open-sample';

interface PageCommands {
  readonly pending: PageCommand | null;
  readonly order: (command: PageCommand) => void;
  readonly take: () => void;
}

/** Carries a command from the menu to the page that can do it. */
export const usePageCommands = create<PageCommands>()(set => ({
  pending: null,
  order: command => set({ pending: command }),
  take: () => set({ pending: null }),
}));

/** Runs `act` when the command has been given and the page is `ready` for it. */
export const usePageCommand = (command: PageCommand, ready: boolean, act: () => void): void => {
  const pending = usePageCommands(commands => commands.pending);
  const take = usePageCommands(commands => commands.take);
  useEffect(() => {
    if (pending !== command || !ready) return;
    take();
    act();
  }, [pending, command, ready, take, act]);
};
