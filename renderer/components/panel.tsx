import type { ReactNode } from 'react';

export interface PanelProps {
  readonly title?: string;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
  readonly className?: string;
}

/** A bordered part of a page with a heading of its own. */
export const Panel = ({ title, aside, children, className = '' }: PanelProps) => (
  <section className={`panel ${className}`} aria-label={title}>
    {title !== undefined && (
      <div className="panel-head">
        <h2>{title}</h2>
        {aside}
      </div>
    )}
    {children}
  </section>
);
