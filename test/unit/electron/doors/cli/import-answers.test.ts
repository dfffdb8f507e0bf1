import { describe, expect, it } from 'vitest';
import type { ImportQuestion } from '../../../../../shared/domain/import-question.ts';
import {
  answersTo,
  assumedSentence,
  questionSentence,
  readAnswers,
} from '../../../../../electron/doors/cli/import-answers.ts';

const doubtful: ImportQuestion = {
  id: 'q',
  file: 'orders.csv',
  sheet: null,
  kind: 'decimals',
  column: 'Price',
  examples: ['125.000', '18.750', '7.500'],
};

describe('amounts that can be read both ways, on the command line', () => {
  it.each([
    ['comma', ','],
    ['point', '.'],
  ])('are answered by --decimals %s', (decimals, decimal) => {
    expect(answersTo([doubtful], readAnswers({ decimals }))).toEqual([['q', { kind: 'decimals', decimal }]]);
  });

  it('are not answered by anything else', () => {
    expect(answersTo([doubtful], readAnswers({ currency: 'IDR', 'day-order': 'day-first' }))).toEqual([]);
    expect(() => readAnswers({ decimals: ',' })).toThrow(/point/u);
  });

  it('are asked about with the cells and what to say', () => {
    expect(questionSentence(doubtful)).toMatch(
      /^orders\.csv .*"Price" \(125\.000, 18\.750\).*--decimals comma.*--decimals point\. Nothing of it was imported\.$/u,
    );
  });
});

const account: Extract<ImportQuestion, { kind: 'account' }> = {
  id: 'a',
  file: 'affiliate_orders.csv',
  sheet: null,
  kind: 'account',
  network: 'tiktok-shop',
  proposed: '@hearthpan',
  known: ['@hearthpan', null],
  hints: [],
};
const zone: ImportQuestion = {
  id: 'z',
  file: 'affiliate_orders.csv',
  sheet: null,
  kind: 'time-zone',
  proposed: 'America/Los_Angeles',
  home: 'America/Los_Angeles',
  choices: ['America/Los_Angeles', 'UTC'],
  example: '01/09/2026 02:30:00',
};

describe('accounts and time zones, on the command line', () => {
  it('are answered by --account and --zone, in one spelling, and refused where they are none', () => {
    expect(answersTo([account, zone], readAnswers({ account: ' @ben ', zone: 'UTC' }))).toEqual([
      ['a', { kind: 'account', account: '@ben' }],
      ['z', { kind: 'time-zone', zone: 'UTC' }],
    ]);
    expect(() => readAnswers({ account: ' ' })).toThrow(/--account/u);
    expect(() => readAnswers({ zone: 'Mars' })).toThrow(/Europe\/London/u);
  });

  it('are told when they were assumed, but for a program’s only account', () => {
    expect(assumedSentence(zone)[0]).toMatch(/taken as America\/Los_Angeles.*--zone/u);
    expect(assumedSentence(account)[0]).toMatch(/report of @hearthpan.*--account/u);
    expect(assumedSentence({ ...account, known: ['@hearthpan'] })).toEqual([]);
    expect(questionSentence(account)).toContain('known: @hearthpan, first account (not named)');
  });
});
