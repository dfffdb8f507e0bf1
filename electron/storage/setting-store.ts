import type { Database } from './database.ts';

export interface SettingStore {
  /** The stored value, or undefined; its shape is the caller's to check. */
  get(key: string): unknown;
  set(key: string, value: unknown): void;
}

/** Small JSON values by key. */
export const createSettingStore = ({ connection }: Database): SettingStore => {
  const get = connection.prepare<[string], string>('SELECT value FROM settings WHERE key = ?').pluck();
  const set = connection.prepare(
    'INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  );
  return {
    get: key => {
      const value = get.get(key);
      return value === undefined ? undefined : (JSON.parse(value) as unknown);
    },
    set: (key, value) => void set.run(key, JSON.stringify(value)),
  };
};
