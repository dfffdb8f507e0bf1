import { Slider } from '@mantine/core';
import type { ReactNode } from 'react';

export interface SliderFieldProps {
  readonly label: string;
  /** The value in words, shown and read out. */
  readonly valueText: string;
  /** Position on the slider, which may be a logarithm. */
  readonly position: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly onMove: (position: number) => void;
  readonly foot: ReactNode;
}

/** A slider with its name, value and source. */
export const SliderField = (props: SliderFieldProps) => (
  <div className="lever">
    <div className="lever-head">
      <span>{props.label}</span>
      <span className="lever-value">{props.valueText}</span>
    </div>
    <Slider
      value={props.position}
      min={props.min}
      max={props.max}
      step={props.step}
      onChange={props.onMove}
      thumbLabel={props.label}
      thumbValueText={props.valueText}
    />
    <div className="lever-foot">{props.foot}</div>
  </div>
);
