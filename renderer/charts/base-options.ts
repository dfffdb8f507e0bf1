import type { ChartOptions, ScaleOptionsByType } from 'chart.js';
import type { Currency } from '../../shared/domain/money.ts';
import { formatMonth } from '../../shared/words/format-day.ts';
import { formatMoneyCompact } from '../../shared/words/format-money.ts';
import { monthTicks } from './month-ticks.ts';
import { type ChartScheme, frameOf } from './palette.ts';

const family = '"Inter", system-ui, -apple-system, "Segoe UI", Roboto, "Liberation Sans", sans-serif';

/** Font sizes of charts in CSS pixels. */
export const fontOf = (scheme: ChartScheme) => ({ family, size: scheme === 'print' ? 10 : 12 });

type CartesianScale = Partial<ScaleOptionsByType<'linear'>>;

/** A money axis in minor units with short labels and a visible zero line. */
export const moneyAxis = (currency: Currency, scheme: ChartScheme): CartesianScale =>
  ({
    type: 'linear',
    border: { display: false },
    grid: {
      color: (context: { readonly tick?: { readonly value: number } }) =>
        context.tick?.value === 0 ? frameOf(scheme).axis : frameOf(scheme).grid,
    },
    ticks: {
      color: frameOf(scheme).muted,
      font: fontOf(scheme),
      maxTicksLimit: 7,
      callback: (value: string | number) => formatMoneyCompact(Number(value), currency),
    },
  }) as unknown as CartesianScale;

interface TickScale {
  readonly width: number;
}

/** An axis of days that names months where they begin. */
export const dayAxis = (days: readonly string[], scheme: ChartScheme) => ({
  type: 'category' as const,
  border: { color: frameOf(scheme).axis },
  grid: { display: false },
  ticks: {
    color: frameOf(scheme).muted,
    font: fontOf(scheme),
    autoSkip: false,
    maxRotation: 0,
    callback(this: TickScale, _: unknown, index: number): string | null {
      return monthTicks(days, this.width).includes(index) ? formatMonth(days[index]!) : null;
    },
  },
});

/** What all charts have in common. Drawings for paper do not move. */
export const baseOptions = (scheme: ChartScheme) =>
  ({
    responsive: scheme !== 'print',
    maintainAspectRatio: false,
    animation: false,
    normalized: true,
    ...(scheme === 'print' ? { devicePixelRatio: 3, events: [] } : {}),
    interaction: { mode: 'index', intersect: false },
    plugins: {
      tooltip: {
        backgroundColor: frameOf(scheme).text,
        titleColor: frameOf(scheme).surface,
        bodyColor: frameOf(scheme).surface,
        bodyFont: { family },
        titleFont: { family },
        padding: 10,
      },
    },
  }) satisfies ChartOptions;
