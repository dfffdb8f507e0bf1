import { accountName } from '../../shared/domain/account.ts';
import type { Header } from './header.ts';
import type { Importer, RowReading } from './importer.ts';
import { isMissing } from './read-cell/read-amount.ts';
import { rowsNameAccount } from './settle-account.ts';

/** Names that rows of a report carry; `accounts` null where rows name none. */
export interface ReportNames {
  readonly accounts: readonly string[] | null;
  readonly trackingIds: readonly string[];
}

/** More names than this are not kept. */
const mostNames = 500;

const note = (names: Set<string>, text: string): void => {
  if (!isMissing(text) && names.size < mostNames) names.add(text);
};

/** Notes whose rows are: the name that a column gives, and the tracking ids, once each. */
export const createNames = (importer: Importer, header: Header, account: string | null) => {
  const accounts = new Set<string>();
  const trackingIds = new Set<string>();
  const accountAt = rowsNameAccount(importer, header) ? header.at(importer.accountField!) : -1;
  const trackingAt = importer.trackingField === undefined ? -1 : header.at(importer.trackingField);
  let lastId = '';
  return {
    end: (): ReportNames => ({
      accounts: accountAt === -1 ? null : [...accounts],
      trackingIds: [...trackingIds],
    }),
    /** The reading with the account that the row names, or that tells it apart from an equal row of another account. */
    see: (reading: RowReading, cells: readonly string[]): RowReading => {
      if (trackingAt !== -1 && cells[trackingAt] !== lastId) {
        lastId = cells[trackingAt] ?? '';
        note(trackingIds, lastId.trim());
      }
      if (accountAt !== -1) {
        const own = accountName(cells[accountAt] ?? '');
        note(accounts, own);
        if (isMissing(own)) return reading;
        if (reading.kind === 'order') return { ...reading, order: { ...reading.order, account: own } };
        if (reading.kind === 'aggregate')
          return { ...reading, aggregate: { ...reading.aggregate, account: own } };
      }
      if (account === null || reading.kind !== 'aggregate') return reading;
      return { ...reading, aggregate: { ...reading.aggregate, account } };
    },
  };
};
