import { Button } from '@mantine/core';
import { Link } from 'wouter';
import { Failed } from '../../asking/failed.tsx';
import { useAnswer } from '../../asking/use-answer.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { Loading } from '../../components/loading.tsx';
import { Page } from '../../components/page.tsx';
import { replayWords } from '../../words/replay-words.ts';
import { ReplayDesk } from './replay-desk.tsx';

const Content = () => {
  const options = useAnswer('replay.options', {});
  if (options.isPending) return <Loading what={replayWords.running} heights={[120, 300]} />;
  if (options.isError) return <Failed error={options.error} retry={() => void options.refetch()} />;
  if (options.data.programs.length > 0) return <ReplayDesk options={options.data} />;
  return (
    <EmptyState
      title={replayWords.emptyTitle}
      actions={
        <Button component={Link} href="/reports">
          {replayWords.toReports}
        </Button>
      }
    >
      {replayWords.empty}
    </EmptyState>
  );
};

/** Past orders under other terms. */
export const ReplayPage = () => (
  <Page title={replayWords.title} lead={replayWords.lead}>
    <Content />
  </Page>
);
