import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReplayOptions } from '../../../shared/contract/contract.ts';
import { ask } from '../../asking/ask.ts';
import { Failed } from '../../asking/failed.tsx';
import { Loading } from '../../components/loading.tsx';
import { replayWords } from '../../words/replay-words.ts';
import { ReplayResults } from './replay-results.tsx';
import { firstChoice, termsOf } from './replay-terms.ts';
import { TermsForm } from './terms-form.tsx';

/** Amazon's orders carry their categories, so they are the ones that can be priced at once. */
const firstProgram = ({ programs }: ReplayOptions) =>
  (programs.find(({ program }) => program === 'amazon') ?? programs[0]!).program;

/** Terms on the left, what they would have paid on the right. */
export const ReplayDesk = ({ options }: { readonly options: ReplayOptions }) => {
  const [choice, setChoice] = useState(() => firstChoice(options, firstProgram(options)));
  // A number being typed passes through values nobody asked for.
  const [settled] = useDebouncedValue(choice, 250);
  const input = { program: settled.program, terms: termsOf(settled) };
  const replay = useQuery({
    queryKey: ['replay.run', input],
    queryFn: () => ask('replay.run', input),
    placeholderData: keepPreviousData,
  });
  return (
    <div className="compare">
      <TermsForm options={options} choice={choice} onChange={setChoice} />
      <div className="stack working" data-stale={replay.isFetching} aria-busy={replay.isFetching}>
        {replay.isError && <Failed error={replay.error} retry={() => void replay.refetch()} />}
        {replay.isPending && <Loading what={replayWords.running} heights={[150, 260, 200]} />}
        {replay.data && (
          <ReplayResults
            replay={replay.data}
            card={options.cards.find(({ id }) => id === choice.cardId)}
            onAssign={categories =>
              setChoice({ ...choice, categories: { ...choice.categories, ...categories } })
            }
          />
        )}
      </div>
    </div>
  );
};
