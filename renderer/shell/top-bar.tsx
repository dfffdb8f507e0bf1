import { Link, useLocation } from 'wouter';
import { shellWords } from '../words/shell-words.ts';
import { SchemeChoice } from './scheme-choice.tsx';
import { Shortcuts } from './shortcuts.tsx';

/** Pages in the order of their shortcuts. */
export const pages = [
  { path: '/', label: shellWords.start },
  { path: '/reports', label: shellWords.reports },
  { path: '/compare', label: shellWords.compare },
  { path: '/replay', label: shellWords.replay },
] as const;

const Mark = () => (
  <svg width="24" height="24" viewBox="0 0 64 64" aria-hidden="true">
    <g fill="none" strokeWidth="7" strokeLinecap="round">
      <path d="M8 48 C24 48 28 40 32 33 C38 22 44 14 58 12" stroke="var(--fc-shop)" />
      <path
        d="M8 48 C26 48 30 44 36 43 C44 41 48 42 58 46"
        stroke="var(--fc-amazon)"
        strokeDasharray="11 10"
      />
    </g>
  </svg>
);

/** Brand, pages and the window's settings. */
export const TopBar = () => {
  const [location] = useLocation();
  return (
    <header className="bar">
      <span className="brand">
        <Mark />
        Forkcast
      </span>
      <nav className="nav" aria-label={shellWords.nav}>
        {pages.map(({ path, label }) => (
          <Link key={path} href={path} aria-current={location === path ? 'page' : undefined}>
            {label}
          </Link>
        ))}
      </nav>
      <div className="bar-end">
        <Shortcuts />
        <SchemeChoice />
      </div>
    </header>
  );
};
