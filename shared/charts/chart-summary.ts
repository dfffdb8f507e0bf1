import { formatDay, formatMonth } from '../words/format-day.ts';
import { formatEstimate, formatMoney } from '../words/format-money.ts';
import { formatPercent } from '../words/format-number.ts';
import type { ChartSpec } from './chart-spec.ts';

const list = (parts: readonly string[]): string => parts.filter(part => part !== '').join('; ');

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** What a picture shows, in words, for people who do not see it. */
export const chartSummary = (spec: ChartSpec): string => {
  switch (spec.kind) {
    case 'fan': {
      const last = spec.days.at(-1);
      const ends = spec.series.map(({ label, median }) => {
        const end = median.at(-1);
        return end === undefined ? '' : `${label} typically ${formatEstimate(end, spec.currency)}`;
      });
      return `${spec.title}, until ${formatDay(last ?? '')}: ${list(ends)}.`;
    }
    case 'histogram': {
      const ahead = spec.counts.reduce(
        (all, count, index) => (spec.edges[index]! + spec.edges[index + 1]! > 0 ? all + count : all),
        0,
      );
      const share = spec.total === 0 ? 0 : ahead / spec.total;
      const marks = spec.marks.map(mark => `${mark.label} ${formatEstimate(mark.value, spec.currency)}`);
      return `${spec.title}: ${spec.above.label} in about ${formatPercent(share, 0)} of futures; ${list(marks)}.`;
    }
    case 'cash': {
      const sums = spec.series.map(({ label, earned, paid }) => {
        return `${label}: ${formatEstimate(sum(paid), spec.currency)} paid of ${formatEstimate(sum(earned), spec.currency)} earned`;
      });
      return `${spec.title}: ${list(sums)}.`;
    }
    case 'months': {
      const sums = spec.series.map(({ label, values }) => {
        const known = values.filter(value => value !== null);
        return `${label} ${formatMoney(sum(known), spec.currency)} in ${known.length} months with data`;
      });
      const [first, last] = [spec.months[0], spec.months.at(-1)];
      const span = first && last ? `, ${formatMonth(first)} to ${formatMonth(last)}` : '';
      return `${spec.title}${span}: ${list(sums)}.`;
    }
  }
};
