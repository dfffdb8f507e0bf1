import { create } from 'zustand';
import { createJSONStorage, persist } from 'zustand/middleware';
import { type Scenario, scenarioSchema } from '../../shared/domain/scenario.ts';

interface ViewState {
  /** Scenario that the Compare page shows; null = the newest. */
  readonly scenarioId: number | null;
  /** Scenarios with sliders moved and not yet saved, by id. */
  readonly drafts: Readonly<Record<number, Scenario>>;
  /** Strategies drawn on the Compare page, by scenario id; absent = the headline's pair. */
  readonly shown: Readonly<Record<number, readonly string[]>>;
  readonly choose: (scenarioId: number) => void;
  readonly draft: (scenarioId: number, scenario: Scenario) => void;
  readonly dropDraft: (scenarioId: number) => void;
  /** The scenario was stored as it was then; what has been moved since stays moved. */
  readonly dropSaved: (scenarioId: number, saved: Scenario) => void;
  readonly show: (scenarioId: number, strategies: readonly string[]) => void;
}

/** Moved sliders and the chosen scenario as an earlier page of this window left them; whatever is no scenario is left out. */
export const rememberedView = (kept: unknown): Pick<ViewState, 'scenarioId' | 'drafts'> => {
  const { scenarioId, drafts } = (kept ?? {}) as Readonly<Record<string, unknown>>;
  const entries = Object.entries((drafts ?? {}) as Readonly<Record<string, unknown>>).flatMap(
    ([id, draft]) => {
      const scenario = scenarioSchema.safeParse(draft);
      return scenario.success && Number.isInteger(Number(id)) ? [[Number(id), scenario.data] as const] : [];
    },
  );
  return {
    scenarioId: typeof scenarioId === 'number' ? scenarioId : null,
    drafts: Object.fromEntries(entries),
  };
};

const without = (drafts: ViewState['drafts'], scenarioId: number): ViewState['drafts'] =>
  Object.fromEntries(Object.entries(drafts).filter(([id]) => Number(id) !== scenarioId));

/** What the window remembers between pages, and what was moved also over a reload. Nothing here is truth: that is in the app. */
export const useViewState = create<ViewState>()(
  persist(
    set => ({
      scenarioId: null,
      drafts: {},
      shown: {},
      choose: scenarioId => set({ scenarioId }),
      draft: (scenarioId, scenario) =>
        set(state => ({ drafts: { ...state.drafts, [scenarioId]: scenario } })),
      dropDraft: scenarioId => set(({ drafts }) => ({ drafts: without(drafts, scenarioId) })),
      dropSaved: (scenarioId, saved) =>
        set(({ drafts }) => (drafts[scenarioId] === saved ? { drafts: without(drafts, scenarioId) } : {})),
      show: (scenarioId, strategies) =>
        set(state => ({ shown: { ...state.shown, [scenarioId]: strategies } })),
    }),
    {
      name: 'forkcast-view',
      // Of this tab alone, gone when it closes: two windows must not move each other's sliders.
      storage: createJSONStorage(() => sessionStorage),
      partialize: ({ scenarioId, drafts }) => ({ scenarioId, drafts }),
      merge: (kept, state) => ({ ...state, ...rememberedView(kept) }),
    },
  ),
);
