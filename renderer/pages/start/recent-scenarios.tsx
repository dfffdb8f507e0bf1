import { Link } from 'wouter';
import { formatDayShort } from '../../../shared/words/format-day.ts';
import { Failed } from '../../asking/failed.tsx';
import { useAnswer } from '../../asking/use-answer.ts';
import { Loading } from '../../components/loading.tsx';
import { Panel } from '../../components/panel.tsx';
import { useViewState } from '../../state/view-state.ts';
import { startWords } from '../../words/start-words.ts';

/** Scenarios to go on with, the newest first. */
export const RecentScenarios = () => {
  const scenarios = useAnswer('scenario.list', {});
  const choose = useViewState(state => state.choose);
  if (scenarios.isError) return <Failed error={scenarios.error} retry={() => void scenarios.refetch()} />;
  // A first visit begins with what the tool does, not with an empty list.
  if (scenarios.isSuccess && scenarios.data.length === 0) return null;
  const newest = (scenarios.data ?? [])
    .toSorted((a, b) => b.changedAt.localeCompare(a.changedAt))
    .slice(0, 6);
  return (
    <Panel title={startWords.recent}>
      {scenarios.isPending && <Loading what="Loading your scenarios" heights={[30]} />}
      <ul className="plain-list">
        {newest.map(({ id, name, changedAt }) => (
          <li key={id}>
            <Link href="/compare" className="row-link" onClick={() => choose(id)}>
              <strong>{name}</strong>
              <span className="hint" style={{ whiteSpace: 'nowrap' }}>
                {startWords.changed} {formatDayShort(changedAt)}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
};
