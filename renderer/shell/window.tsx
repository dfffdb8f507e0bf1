import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { Router } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { queryClient } from '../asking/query-client.ts';
import { DropAnywhere } from '../importing/drop-anywhere.tsx';
import { cssVariables, theme } from '../theme.ts';
import { CrashGuard } from './crash-guard.tsx';
import { Routes } from './routes.tsx';
import { TopBar } from './top-bar.tsx';
import { useCommands } from './use-commands.ts';
import { shellWords } from '../words/shell-words.ts';

const skipToPage = (event: React.MouseEvent): void => {
  // The address after # is the route, so the link must not change it.
  event.preventDefault();
  document.querySelector<HTMLElement>('main h1')?.focus();
};

const Frame = () => {
  useCommands();
  return (
    <>
      <a className="skip-link" href="#main" onClick={skipToPage}>
        {shellWords.skip}
      </a>
      <TopBar />
      <main id="main">
        <CrashGuard>
          <Routes />
        </CrashGuard>
      </main>
      <DropAnywhere />
    </>
  );
};

/** The whole window. */
export const Window = () => (
  <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
    <Notifications position="bottom-right" />
    <QueryClientProvider client={queryClient}>
      {/* oxlint-disable-next-line react/hooks -- wouter takes its place in the address as a hook */}
      <Router hook={useHashLocation}>
        <Frame />
      </Router>
    </QueryClientProvider>
  </MantineProvider>
);
