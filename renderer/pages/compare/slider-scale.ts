export interface SliderRange {
  readonly min: number;
  readonly max: number;
  /** Logarithmic sliders give small numbers as much room as large ones. */
  readonly scale: 'linear' | 'log';
}

/** Three significant figures: what a slider can say. */
export const rounded = (value: number): number => {
  if (value === 0) return 0;
  const digits = 2 - Math.floor(Math.log10(Math.abs(value)));
  const power = 10 ** digits;
  return Math.round(value * power) / power;
};

/** Steps of every slider. */
export const sliderSteps = 200;

/** A lever's value as a slider's position from 0 to `sliderSteps`. */
export const positionOf = ({ min, max, scale, value }: SliderRange & { readonly value: number }): number => {
  const part = scale === 'log' ? Math.log(value / min) / Math.log(max / min) : (value - min) / (max - min);
  return Math.min(sliderSteps, Math.max(0, part * sliderSteps));
};

/** The value at a slider's position, to three significant figures and never outside the lever's range. */
export const valueAt = ({ min, max, scale }: SliderRange, position: number): number => {
  const part = position / sliderSteps;
  const value = scale === 'log' ? min * (max / min) ** part : min + (max - min) * part;
  return Math.min(max, Math.max(min, rounded(value)));
};
