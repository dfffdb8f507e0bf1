import { Menu, type MenuItemConstructorOptions } from 'electron';
import type { MenuCommand } from '../shared/contract/contract.ts';

type Tell = (command: MenuCommand) => void;

/** The application menu as data. */
export const menuTemplate = (tell: Tell, platform: NodeJS.Platform): MenuItemConstructorOptions[] => {
  const item = (label: string, command: MenuCommand, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    id: command,
    click: () => tell(command),
    ...(accelerator === undefined ? {} : { accelerator }),
  });
  const mac = platform === 'darwin';
  return [
    ...(mac ? [{ role: 'appMenu' as const }] : []),
    {
      label: '&File',
      submenu: [
        item('Open Reports…', 'open-reports', 'CmdOrCtrl+O'),
        item('Open Sample Creator', 'open-sample'),
        { type: 'separator' },
        item('Save Comparison as PDF…', 'save-pdf', 'CmdOrCtrl+S'),
        { type: 'separator' },
        { role: mac ? 'close' : 'quit' },
      ],
    },
    { role: 'editMenu' },
    {
      label: '&Go',
      submenu: [
        item('Start', 'go-start', 'CmdOrCtrl+1'),
        item('Reports', 'go-reports', 'CmdOrCtrl+2'),
        item('Compare', 'go-compare', 'CmdOrCtrl+3'),
        item('Replay', 'go-replay', 'CmdOrCtrl+4'),
      ],
    },
    {
      label: '&View',
      submenu: [
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { type: 'separator' },
        { role: 'togglefullscreen' },
      ],
    },
    { role: 'windowMenu' },
  ];
};

export const setMenu = (tell: Tell): void =>
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(tell, process.platform)));
