import type { Currency } from '../domain/money.ts';

/** Colour role of a series; the screen and the page choose the colour. */
export type SeriesTone = 'amazon' | 'tiktok-shop' | 'mix' | 'switch' | 'difference' | 'neutral';

/** A chart as plain data: the screen, the PDF and tests read the same numbers. Money values are minor units. */
export type ChartSpec =
  | {
      /** Median lines with nested bands over weeks. */
      readonly kind: 'fan';
      readonly title: string;
      readonly currency: Currency;
      /** Last day of each week. */
      readonly days: readonly string[];
      readonly series: readonly {
        readonly id: string;
        readonly label: string;
        readonly tone: SeriesTone;
        readonly median: readonly number[];
        /** Widest first. */
        readonly bands: readonly {
          readonly label: string;
          readonly low: readonly number[];
          readonly high: readonly number[];
        }[];
      }[];
      readonly marks: readonly { readonly index: number; readonly label: string }[];
      /** Weeks in which something may happen, e.g. the middle 80 % of a ban's start dates. */
      readonly spans: readonly { readonly from: number; readonly to: number; readonly label: string }[];
    }
  | {
      readonly kind: 'histogram';
      readonly title: string;
      readonly currency: Currency;
      readonly edges: readonly number[];
      readonly counts: readonly number[];
      readonly total: number;
      /** Labels of the two sides of zero. */
      readonly below: { readonly label: string; readonly tone: SeriesTone };
      readonly above: { readonly label: string; readonly tone: SeriesTone };
      readonly marks: readonly { readonly value: number; readonly label: string }[];
    }
  | {
      /** Paid (bars) against earned (line) within each week. */
      readonly kind: 'cash';
      readonly title: string;
      readonly currency: Currency;
      readonly days: readonly string[];
      readonly series: readonly {
        readonly label: string;
        readonly tone: SeriesTone;
        readonly earned: readonly number[];
        readonly paid: readonly number[];
      }[];
    }
  | {
      readonly kind: 'months';
      readonly title: string;
      readonly currency: Currency;
      /** Series stand on one another instead of side by side: they are parts of a whole. */
      readonly stacked?: boolean;
      readonly months: readonly string[];
      readonly series: readonly {
        readonly label: string;
        readonly tone: SeriesTone;
        /** What is left over of a whole, which stands behind the parts that have a name. */
        readonly rest?: boolean;
        readonly values: readonly (number | null)[];
      }[];
    };
