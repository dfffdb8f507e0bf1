import type { ReactNode } from 'react';

/** What a page shows when there is nothing yet, with the way to change that. */
export const EmptyState = ({
  title,
  children,
  actions,
}: {
  readonly title: string;
  readonly children: ReactNode;
  readonly actions?: ReactNode;
}) => (
  <div className="drop-target">
    <h2 style={{ margin: 0, fontSize: 18 }}>{title}</h2>
    <p className="hint" style={{ maxWidth: '58ch' }}>
      {children}
    </p>
    {actions}
  </div>
);
