import { settingsSchema, type Settings } from '../../shared/contract/contract.ts';
import type { SettingStore } from '../storage/setting-store.ts';

const defaults: Settings = { colorScheme: 'auto' };

/** What the person has chosen for the window. A stored value this version cannot read counts as not chosen. */
export const createSettings = (store: SettingStore) => ({
  get: (): Settings => {
    const parsed = settingsSchema.safeParse(store.get('window'));
    return parsed.success ? parsed.data : defaults;
  },
  set: (settings: Settings): Settings => {
    store.set('window', settings);
    return settings;
  },
});
