import type { ChartSpec } from '../charts/chart-spec.ts';

/** A paragraph, table or picture of a document. */
export type Block =
  | { readonly kind: 'paragraph'; readonly text: string; readonly tone?: 'normal' | 'lead' | 'note' }
  | {
      readonly kind: 'figures';
      readonly figures: readonly {
        readonly label: string;
        readonly value: string;
        readonly detail: string;
      }[];
    }
  | { readonly kind: 'chart'; readonly chart: ChartSpec; readonly caption: string }
  | {
      readonly kind: 'table';
      readonly caption: string;
      readonly columns: readonly { readonly title: string; readonly align: 'left' | 'right' }[];
      /** Widths of the columns in per cent; absent = as the content needs. */
      readonly widths?: readonly number[];
      /** A row of a single text names the rows below it. */
      readonly rows: readonly (readonly string[])[];
    };

export interface Section {
  readonly id: string;
  readonly title: string;
  /** Starts on a new page. */
  readonly newPage: boolean;
  readonly blocks: readonly Block[];
}

/** What a PDF contains, as data: every text is final, every number formatted. */
export interface DocumentModel {
  readonly title: string;
  readonly subtitle: string;
  /** Printed in the foot of every page: version, seed, date. */
  readonly footer: string;
  readonly sections: readonly Section[];
}
