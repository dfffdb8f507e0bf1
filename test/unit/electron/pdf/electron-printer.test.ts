import { describe, expect, it, vi } from 'vitest';
import { recordingApp } from '../../../helpers/recording-app.ts';
import { recording } from '../../../helpers/electron/recording.ts';

vi.mock('electron', () => import('../../../helpers/electron/fake-electron.ts'));
const { createElectronPrinter } = await import('../../../../electron/pdf/electron-printer.ts');
const { BrowserWindow } = await import('../../../helpers/electron/fake-electron.ts');

describe('printing in Electron', () => {
  it('loads the print page in a hidden, locked window and asks for tags and an outline', async () => {
    let served = 0;
    const printer = createElectronPrinter({
      origin: 'app://forkcast',
      preload: '/preload.cjs',
      serve: () => {
        served += 1;
        return () => (served -= 1);
      },
    });
    const pdf = await printer.print(7, recordingApp());
    expect(Buffer.from(pdf).toString()).toContain('%PDF-');
    const window = recording.windows[0] as InstanceType<typeof BrowserWindow>;
    expect(window.loaded).toEqual(['app://forkcast/print.html?comparison=7']);
    expect(window.options).toMatchObject({
      show: false,
      webPreferences: {
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        backgroundThrottling: false,
      },
    });
    expect(recording.printed).toEqual([
      {
        preferCSSPageSize: true,
        printBackground: true,
        generateTaggedPDF: true,
        generateDocumentOutline: true,
      },
    ]);
    expect(window.gone).toBe(true);
    expect(served).toBe(0);
  });
});
