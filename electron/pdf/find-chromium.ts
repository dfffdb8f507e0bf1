import { existsSync } from 'node:fs';
import { join } from 'node:path';

export interface FoundChromium {
  readonly path: string | undefined;
  /** One sentence for the person when nothing was found. */
  readonly advice: string;
}

const onPath = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'];

const systemPlaces = (platform: NodeJS.Platform, env: NodeJS.ProcessEnv): readonly string[] => {
  if (platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      name => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  }
  if (platform === 'win32') {
    const roots = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']];
    const programs = ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'];
    return programs.flatMap(program => roots.flatMap(root => (root ? [join(root, program)] : [])));
  }
  const folders = (env['PATH'] ?? '').split(':').filter(folder => folder !== '');
  return onPath.flatMap(name => [...folders, '/usr/bin'].map(folder => join(folder, name)));
};

const playwrightPlace = async (): Promise<string | undefined> => {
  try {
    const { chromium } = await import('playwright');
    return chromium.executablePath();
  } catch {
    return undefined;
  }
};

/** CHROMIUM_PATH, else the system's Chromium, Chrome or Edge, else the one that Playwright has installed. */
export const findChromium = async (env: NodeJS.ProcessEnv = process.env): Promise<FoundChromium> => {
  const chosen = env['CHROMIUM_PATH'];
  if (chosen) {
    const advice = `CHROMIUM_PATH names ${chosen}, but there is no such file.`;
    return { path: existsSync(chosen) ? chosen : undefined, advice };
  }
  const advice =
    'Printing needs Chromium, Chrome or Edge: install one, or name it in CHROMIUM_PATH, or run "npx playwright install chromium".';
  const system = systemPlaces(process.platform, env).find(place => existsSync(place));
  if (system) return { path: system, advice };
  const own = await playwrightPlace();
  return { path: own !== undefined && existsSync(own) ? own : undefined, advice };
};
