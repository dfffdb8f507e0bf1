import { describe, expect, it, vi } from 'vitest';
import type { MenuCommand } from '../../../shared/contract/contract.ts';

vi.mock('electron', () => import('../../helpers/electron/fake-electron.ts'));
const { menuTemplate } = await import('../../../electron/menu.ts');

type Items = ReturnType<typeof menuTemplate>;
type Click = () => void;

const itemsOf = (items: Items): Items =>
  items.flatMap(item => [item, ...(Array.isArray(item.submenu) ? itemsOf(item.submenu) : [])]);

describe.each(['linux', 'win32', 'darwin'] as const)('the application menu on %s', platform => {
  it('tells the window each command of the contract once', () => {
    const told: MenuCommand[] = [];
    const items = itemsOf(menuTemplate(command => told.push(command), platform));
    items.forEach(item => (item.click as Click | undefined)?.());
    const commands = [
      'go-compare',
      'go-replay',
      'go-reports',
      'go-start',
      'open-reports',
      'open-sample',
      'save-pdf',
    ];
    expect(told.toSorted()).toEqual(commands);
  });

  it('gives no two items the same shortcut', () => {
    const items = itemsOf(menuTemplate(() => {}, platform));
    const shortcuts = items.flatMap(item => item.accelerator ?? []);
    expect(new Set(shortcuts).size).toBe(shortcuts.length);
    expect(shortcuts.length).toBeGreaterThanOrEqual(6);
  });
});
