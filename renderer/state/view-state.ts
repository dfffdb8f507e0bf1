import { create } from 'zustand';
import type { Scenario } from '../../shared/domain/scenario.ts';

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
  readonly show: (scenarioId: number, strategies: readonly string[]) => void;
}

/** What the window remembers between pages. Nothing here is truth: that is in the app. */
export const useViewState = create<ViewState>()(set => ({
  scenarioId: null,
  drafts: {},
  shown: {},
  choose: scenarioId => set({ scenarioId }),
  draft: (scenarioId, scenario) => set(state => ({ drafts: { ...state.drafts, [scenarioId]: scenario } })),
  dropDraft: scenarioId =>
    set(state => ({
      drafts: Object.fromEntries(Object.entries(state.drafts).filter(([id]) => Number(id) !== scenarioId)),
    })),
  show: (scenarioId, strategies) => set(state => ({ shown: { ...state.shown, [scenarioId]: strategies } })),
}));
