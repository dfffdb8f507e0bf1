import type { Account } from '../../../shared/domain/account.ts';
import type { Currency } from '../../../shared/domain/money.ts';
import type { PendingEntry, PendingMoney } from '../../../shared/domain/pending.ts';
import { formatDayShort } from '../../../shared/words/format-day.ts';
import { formatMoney } from '../../../shared/words/format-money.ts';
import { formatNumber } from '../../../shared/words/format-number.ts';
import { pendingLines, pendingRuleSentence } from '../../../shared/words/pending.ts';
import { Failed } from '../../asking/failed.tsx';
import { useAnswer } from '../../asking/use-answer.ts';
import { DataTable } from '../../components/data-table.tsx';
import { Loading } from '../../components/loading.tsx';
import { Panel } from '../../components/panel.tsx';
import { reportsWords } from '../../words/reports-words.ts';

const columns = [
  { title: 'Expected', align: 'left' },
  { title: 'Earliest – latest', align: 'left' },
  { title: 'Program and account', align: 'left' },
  { title: 'Earned', align: 'right' },
  { title: 'Estimated', align: 'right' },
  { title: 'Rows', align: 'right' },
] as const;

const totalOf = (entries: readonly PendingEntry[], kind: PendingEntry['kind']): number =>
  entries.filter(entry => entry.kind === kind).reduce((sum, { amount }) => sum + amount, 0);

const CurrencyPending = ({
  pending,
  currency,
}: {
  readonly pending: PendingMoney;
  readonly currency: Currency;
}) => {
  const own = pending.entries.filter(entry => entry.currency === currency);
  const money = (amount: number): string => formatMoney(amount, currency);
  const cell = (kind: PendingEntry['kind'], line: ReturnType<typeof pendingLines>[number]): string =>
    line.kind === kind ? money(line.amount) : '–';
  return (
    <DataTable
      caption={`${reportsWords.pendingMoney}, ${currency}`}
      columns={columns}
      rows={[
        ...pendingLines(pending, currency).map(line => [
          line.when,
          line.range,
          line.whose,
          cell('earned', line),
          cell('estimated', line),
          formatNumber(line.rows),
        ]),
        [
          <strong key="total">{reportsWords.pendingTotal}</strong>,
          '',
          '',
          money(totalOf(own, 'earned')),
          money(totalOf(own, 'estimated')),
          formatNumber(own.reduce((sum, { rows }) => sum + rows, 0)),
        ],
      ]}
    />
  );
};

/** Money that is earned or expected and not paid, by the day it should come; each currency and each kind by itself. */
export const PendingPanel = ({ account }: { readonly account: Account | undefined }) => {
  const answer = useAnswer('report.pending', account ? { account } : {});
  if (answer.isPending) return <Loading what={reportsWords.pendingLoading} heights={[120]} />;
  if (answer.isError) return <Failed error={answer.error} retry={() => void answer.refetch()} />;
  const { data } = answer;
  if (data.entries.length === 0) return null;
  return (
    <Panel title={`${reportsWords.pendingMoney} as of ${formatDayShort(data.asOf)}`}>
      <p className="hint" style={{ margin: '0 0 12px' }}>
        {reportsWords.pendingHint}
      </p>
      <div className="stack">
        {[...new Set(data.entries.map(({ currency }) => currency))].map(currency => (
          <CurrencyPending key={currency} pending={data} currency={currency} />
        ))}
      </div>
      {data.rules.length > 0 && (
        <ul className="plain-list hint" style={{ marginTop: 10 }}>
          {data.rules.map(rule => (
            <li key={`${rule.network} ${rule.currency}`}>{pendingRuleSentence(rule)}</li>
          ))}
        </ul>
      )}
    </Panel>
  );
};
