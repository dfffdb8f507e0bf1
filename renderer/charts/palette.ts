import type { SeriesTone } from '../../shared/charts/chart-spec.ts';

export type ChartScheme = 'light' | 'dark' | 'print';

export interface Ink {
  /** Red, green and blue of the tone, to be given any opacity. */
  readonly rgb: string;
  /** Dash pattern: tones differ without colour, too. */
  readonly dash: readonly number[];
}

const dashes: Readonly<Record<SeriesTone, readonly number[]>> = {
  amazon: [7, 4],
  'tiktok-shop': [],
  mix: [2, 3],
  switch: [9, 3, 2, 3],
  difference: [],
  neutral: [3, 3],
};

const light: Readonly<Record<SeriesTone, string>> = {
  amazon: '184 92 0',
  'tiktok-shop': '0 112 128',
  mix: '109 62 184',
  switch: '168 33 96',
  difference: '64 72 92',
  neutral: '96 102 118',
};

const dark: Readonly<Record<SeriesTone, string>> = {
  amazon: '255 170 64',
  'tiktok-shop': '64 208 222',
  mix: '186 156 255',
  switch: '255 134 184',
  difference: '190 198 214',
  neutral: '160 168 184',
};

/** Colour and dash of a tone. */
export const inkOf = (tone: SeriesTone, scheme: ChartScheme): Ink => ({
  rgb: (scheme === 'dark' ? dark : light)[tone],
  dash: dashes[tone],
});

/** How much of its ground a bar lets through; what is left over of a whole stays behind the parts that have a name. */
export const barOpacity = (isRest = false): number => (isRest ? 0.35 : 0.8);

/** A CSS colour with an opacity. */
export const paint = (rgb: string, opacity = 1): string => `rgb(${rgb} / ${opacity})`;

export interface Frame {
  readonly text: string;
  readonly muted: string;
  readonly grid: string;
  /** Ground of weeks or months that are set apart. */
  readonly shade: string;
  readonly axis: string;
  readonly surface: string;
}

/** Colours of what surrounds the data. */
export const frameOf = (scheme: ChartScheme): Frame =>
  scheme === 'dark'
    ? {
        text: '#e3e6ee',
        muted: '#a9b0c0',
        grid: '#ffffff17',
        shade: '#ffffff0d',
        axis: '#ffffff55',
        surface: '#1b1e26',
      }
    : {
        text: '#20242e',
        muted: '#565d6d',
        grid: '#1018281a',
        shade: '#1018280d',
        axis: '#10182866',
        surface: '#ffffff',
      };
