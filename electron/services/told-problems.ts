import type { Problem } from '../../shared/domain/report.ts';
import type { RowSink } from '../storage/staging.ts';

const shownProblems = 200;
const handedOver = 500;

/** The first problems are shown at once; all go into the sink. */
export const createProblems = (sink: RowSink) => {
  const problems: Problem[] = [];
  let count = 0;
  let waiting: Problem[] = [];
  const handOver = (): void => {
    if (waiting.length > 0) sink.tell(waiting);
    waiting = [];
  };
  return {
    tell: (problem: Problem): void => {
      count += 1;
      if (problems.length < shownProblems) problems.push(problem);
      waiting.push(problem);
      if (waiting.length >= handedOver) handOver();
    },
    all: () => {
      handOver();
      return { problems, problemCount: count };
    },
  };
};
