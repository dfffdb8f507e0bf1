import { useHotkeys } from '@mantine/hooks';
import { useEffect } from 'react';
import { useLocation } from 'wouter';
import type { MenuCommand } from '../../shared/contract/contract.ts';
import { bridge } from '../bridge/bridge.ts';
import { useImportFlow } from '../importing/import-flow.ts';
import { usePageCommands } from '../state/page-commands.ts';

const pickReports = async (): Promise<void> => {
  const picked = await bridge().pick();
  if (picked && picked.length > 0) {
    await useImportFlow.getState().read(
      picked.map(file => file.name),
      () => Promise.resolve(picked),
    );
  }
};

/** Obeys the application's menu and the window's shortcuts. */
export const useCommands = (): void => {
  const [, go] = useLocation();
  const order = usePageCommands(commands => commands.order);
  useEffect(() => {
    const obey: Readonly<Record<MenuCommand, () => void>> = {
      'open-reports': () => {
        go('/reports');
        void pickReports();
      },
      'open-sample': () => {
        go('/');
        order('open-sample');
      },
      'save-pdf': () => {
        go('/compare');
        order('save-pdf');
      },
      'go-start': () => go('/'),
      'go-reports': () => go('/reports'),
      'go-compare': () => go('/compare'),
      'go-replay': () => go('/replay'),
    };
    return bridge().listen(event => {
      if (event.kind === 'menu') obey[event.command]();
    });
  }, [go, order]);
  useHotkeys([
    ['alt+1', () => go('/')],
    ['alt+2', () => go('/reports')],
    ['alt+3', () => go('/compare')],
    ['alt+4', () => go('/replay')],
    ['alt+S', () => order('save-pdf')],
    ['alt+R', () => order('run-full')],
  ]);
};
