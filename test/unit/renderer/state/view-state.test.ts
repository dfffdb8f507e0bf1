import { describe, expect, it } from 'vitest';
import { rememberedView, useViewState } from '../../../../renderer/state/view-state.ts';
import { sampleScenario } from '../../../helpers/scenario.ts';

const kept = (view: unknown): unknown => JSON.parse(JSON.stringify(view));

describe('what a reload finds of the page before it', () => {
  it('is the chosen scenario and every moved slider', () => {
    const draft = sampleScenario({ name: 'moved' });
    expect(rememberedView(kept({ scenarioId: 3, drafts: { 3: draft } }))).toEqual({
      scenarioId: 3,
      drafts: { 3: draft },
    });
  });

  it('is nothing where nothing, or nonsense, was kept', () => {
    const none = { scenarioId: null, drafts: {} };
    for (const view of [
      undefined,
      null,
      'x',
      {},
      { scenarioId: '3', drafts: 7 },
      { drafts: { 3: { a: 1 } } },
    ])
      expect(rememberedView(view)).toEqual(none);
    const broken = { ...sampleScenario(), weeks: 1 };
    const sound = sampleScenario();
    expect(rememberedView(kept({ drafts: { 1: broken, 2: sound, x: sound } })).drafts).toEqual({ 2: sound });
  });
});

describe('moved sliders', () => {
  it('are forgotten once they are stored, and not what was moved while they were', () => {
    const [saved, later] = [sampleScenario({ name: 'saved' }), sampleScenario({ name: 'later' })];
    const { draft, dropSaved } = useViewState.getState();
    draft(1, saved);
    draft(2, saved);
    draft(2, later);
    dropSaved(1, saved);
    dropSaved(2, saved);
    expect(useViewState.getState().drafts).toEqual({ 2: later });
  });
});
