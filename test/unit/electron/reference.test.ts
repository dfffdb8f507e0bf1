import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadReference } from '../../../electron/reference.ts';

const shipped = join(import.meta.dirname, '../../../resources');

describe('loadReference', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'forkcast-reference-'));
    for (const part of ['rate-cards', 'facts'])
      cpSync(join(shipped, part), join(folder, part), { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const edit = (file: string, change: (text: string) => string): void => {
    const path = join(folder, file);
    const before = readFileSync(path, 'utf8');
    const after = change(before);
    expect(after).not.toBe(before);
    writeFileSync(path, after);
  };

  it('reads every shipped file', () => {
    const reference = loadReference(shipped);
    expect(reference.cards.map(card => card.id)).toEqual([
      'amazon-uk-2026-04',
      'amazon-us-2017-03-01',
      'amazon-us-2017-12-01',
      'amazon-us-2018-01-01',
      'amazon-us-2020-04-21',
    ]);
    expect(reference.cards.length).toBe(readdirSync(join(shipped, 'rate-cards')).length);
    expect(reference.categoryNames['Kitchen & Dining']).toBe('Kitchen');
    expect(reference.tiktokRates.byCategory['Kitchen & Dining']).toBe(135_000);
    expect(reference.tiktokRates.byCategory['Books & Textbooks']).toBeUndefined();
  });

  it('maps every report name to a row of some card or to all other categories', () => {
    const reference = loadReference(shipped);
    const rows = new Set(reference.cards.flatMap(card => card.rates.map(row => row.category)));
    const lost = Object.values(reference.categoryNames).filter(name => name !== 'other' && !rows.has(name));
    expect(lost).toEqual([]);
  });

  it('knows typical TikTok Shop rates only for names that stand on a card', () => {
    const reference = loadReference(shipped);
    const rows = new Set(reference.cards.flatMap(card => card.rates.map(row => row.category)));
    const lost = reference.tiktokRates.entries.flatMap(rate => rate.cardCategories.filter(n => !rows.has(n)));
    expect(lost).toEqual([]);
    for (const rate of reference.tiktokRates.entries) {
      expect(rate.lowPpm).toBeLessThan(rate.typicalPpm);
      expect(rate.typicalPpm).toBeLessThan(rate.highPpm);
    }
  });

  it('has season factors whose mean is one', () => {
    for (const season of Object.values(loadReference(shipped).seasons)) {
      const mean = season.factors.reduce((sum, factor) => sum + factor, 0) / season.factors.length;
      expect(mean).toBeCloseTo(1, 4);
      expect(season.factors.indexOf(Math.max(...season.factors))).toBe(47);
    }
  });

  it('names the file and the place of a value that breaks the schema', () => {
    edit('rate-cards/amazon-us-2020-04-21.json', text => text.replace('"ppm": 45000', '"ppm": -1'));
    expect(() => loadReference(folder)).toThrow(/^rate-cards\/amazon-us-2020-04-21\.json: rates\.\d+\.ppm /);
  });

  it('names the file of broken JSON', () => {
    edit('facts/priors.json', text => text.slice(0, -40));
    expect(() => loadReference(folder)).toThrow(/^facts\/priors\.json: /);
  });

  it('refuses a number without provenance', () => {
    edit('facts/priors.json', text =>
      text.replace('"note": "Videos a week that carry a product link"', '"note": ""'),
    );
    expect(() => loadReference(folder)).toThrow(/priors\.videosPerWeek\.provenance/);
  });

  it('refuses a gap between two cards of one market', () => {
    edit('rate-cards/amazon-us-2018-01-01.json', text => text.replace('"2020-04-21"', '"2020-04-20"'));
    expect(() => loadReference(folder)).toThrow(/amazon-us-2018-01-01\.json: until is 2020-04-20/);
  });

  it('refuses a category that a card lists twice', () => {
    edit('rate-cards/amazon-uk-2026-04.json', text => text.replace('"Watches"', '"Fashion"'));
    expect(() => loadReference(folder)).toThrow(/amazon-uk-2026-04\.json: Fashion is listed twice/);
  });
});
