import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Input } from '../../../shared/contract/contract.ts';
import type { StoredRows } from '../../../shared/domain/stored-rows.ts';
import { ask } from '../../asking/ask.ts';

const pageRows = 100;

export type RowFilter = Omit<Input<'report.rows'>, 'offset' | 'limit'>;

/** The stored rows that match, fetched a page at a time as they come into view. */
export const useStoredRows = (filter: RowFilter) => {
  const [view, setView] = useState({ first: 0, last: 0 });
  const queryOf = (page: number) => {
    const input = { ...filter, offset: page * pageRows, limit: pageRows };
    return { queryKey: ['report.rows', input], queryFn: () => ask('report.rows', input) };
  };
  const firstPage = useQuery({ ...queryOf(0), placeholderData: keepPreviousData });
  const from = Math.floor(view.first / pageRows);
  const numbers = Array.from({ length: Math.floor(view.last / pageRows) - from + 1 }, (_, n) => from + n);
  const pages = useQueries({ queries: numbers.map(queryOf) });
  const rowAt = (index: number): StoredRows['rows'][number] | undefined => {
    const place = numbers.indexOf(Math.floor(index / pageRows));
    return pages[place]?.data?.rows[index % pageRows];
  };
  return {
    total: firstPage.data?.total ?? 0,
    isPending: firstPage.isPending,
    error: firstPage.error ?? pages.find(page => page.error !== null)?.error ?? null,
    retry: () => [firstPage, ...pages].filter(page => page.isError).forEach(page => void page.refetch()),
    rowAt,
    setView,
  };
};
