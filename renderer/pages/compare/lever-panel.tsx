import { Button, Group } from '@mantine/core';
import { localDay } from '../../../shared/domain/local-day.ts';
import type { Scenario } from '../../../shared/domain/scenario.ts';
import { provenanceLabel, provenanceSentence } from '../../../shared/words/provenance.ts';
import { formatIn } from '../../../shared/words/quantity.ts';
import { Panel } from '../../components/panel.tsx';
import { SliderField } from '../../components/slider-field.tsx';
import { SourceBadge } from '../../components/source-badge.tsx';
import { compareWords, leverLabels } from '../../words/compare-words.ts';
import { type Lever, leversOf } from './levers.ts';
import { positionOf, sliderSteps, valueAt } from './slider-scale.ts';

const today = () => localDay(new Date());

const LeverSlider = ({
  lever,
  onMove,
}: {
  readonly lever: Lever;
  readonly onMove: (next: Scenario) => void;
}) => (
  <SliderField
    label={leverLabels[lever.id]}
    valueText={formatIn(lever.value, lever.unit)}
    position={positionOf(lever)}
    min={0}
    max={sliderSteps}
    step={1}
    onMove={position => {
      // Mantine reports the place it was given once more; only a real move makes the number the user's own.
      if (Math.round(position) !== Math.round(positionOf(lever)))
        onMove(lever.move(valueAt(lever, position), today()));
    }}
    foot={
      <>
        <span className="plain">
          {formatIn(lever.min, lever.unit)} – {formatIn(lever.max, lever.unit)}
        </span>
        {lever.provenance ? (
          <SourceBadge
            label={provenanceLabel(lever.provenance)}
            sentence={provenanceSentence(lever.provenance)}
          />
        ) : (
          <span>{compareWords.ownChoice}</span>
        )}
      </>
    }
  />
);

export interface LeverPanelProps {
  readonly scenario: Scenario;
  /** The scenario as stored, from which the sliders move it. */
  readonly origin: Scenario;
  readonly changed: boolean;
  readonly saving: boolean;
  readonly onMove: (scenario: Scenario) => void;
  readonly onReset: () => void;
  readonly onSave: () => void;
}

/** Sliders for the few numbers that matter most. */
export const LeverPanel = ({
  scenario,
  origin,
  changed,
  saving,
  onMove,
  onReset,
  onSave,
}: LeverPanelProps) => (
  <Panel title={compareWords.levers} className="levers">
    <p className="hint" style={{ margin: '0 0 4px' }}>
      {compareWords.leversHint}
    </p>
    {leversOf(scenario, origin).map(lever => (
      <LeverSlider key={lever.id} lever={lever} onMove={onMove} />
    ))}
    <Group className="lever-actions" gap="xs" grow>
      <Button size="xs" variant="default" disabled={!changed} onClick={onReset}>
        {compareWords.reset}
      </Button>
      <Button size="xs" variant="default" disabled={!changed} loading={saving} onClick={onSave}>
        {compareWords.save}
      </Button>
    </Group>
  </Panel>
);
