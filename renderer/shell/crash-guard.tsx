import { Component, type ReactNode } from 'react';
import { Notice } from '../components/notice.tsx';
import { shellWords } from '../words/shell-words.ts';

interface CrashGuardState {
  readonly crashed: string | null;
}

/** Keeps a fault of one page from emptying the window. React offers this to classes only. */
export class CrashGuard extends Component<{ readonly children: ReactNode }, CrashGuardState> {
  static getDerivedStateFromError(error: unknown): CrashGuardState {
    return { crashed: String(error) };
  }

  override state: CrashGuardState = { crashed: null };

  override render(): ReactNode {
    if (this.state.crashed === null) return this.props.children;
    return (
      <div className="page">
        <Notice tone="error" title={shellWords.crashed} retry={() => location.reload()}>
          {shellWords.crashedTodo} ({this.state.crashed})
        </Notice>
      </div>
    );
  }
}
