import { explainFailure } from '../../shared/words/failure.ts';
import { Notice } from '../components/notice.tsx';
import { failureOf } from './ask.ts';

export interface FailedProps {
  readonly error: unknown;
  readonly retry?: () => void;
  readonly onClose?: () => void;
}

/** A failed answer in words, with a way on. */
export const Failed = ({ error, retry, onClose }: FailedProps) => {
  const { title, what, todo } = explainFailure(failureOf(error));
  return (
    <Notice tone="error" title={title} retry={retry} onClose={onClose}>
      {what} {todo}
    </Notice>
  );
};
