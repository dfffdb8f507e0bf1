import { type RandomCase, type RandomKind, randomCase } from '../../helpers/random-scenario.ts';
import { quickAgrees } from './agreement.ts';
import { countsAsExpected, halvesAreWhole } from './counts.ts';
import type { Engine } from './engine.ts';
import { quickIsFull } from './even.ts';
import { futuresAreTheirOwn, paidWasEarned, toldAsItWas } from './futures.ts';
import { eventsAsAssumed, everyCategoryIsAll, unmovedByOtherCategories } from './policies.ts';
import { shapesAreSound, totalsAreSums } from './sums.ts';
import {
  productsAddUp,
  sameInOtherWords,
  sameTwice,
  unmovedByAnother,
  unmovedByOthersTerms,
} from './twins.ts';

/** Something that holds of the answers to every scenario. */
export interface Property {
  readonly name: string;
  readonly kind: RandomKind;
  /** What of it fails for one scenario, in words; empty when it holds. */
  readonly failures: (engine: Engine, each: RandomCase) => string[];
}

const any: RandomKind = {};

/** What must hold whatever the scenario. */
export const properties: readonly Property[] = [
  { name: 'without spread quick is full', kind: { even: true, trials: 100 }, failures: quickIsFull },
  { name: 'halves are whole', kind: { even: true, trials: 100 }, failures: halvesAreWhole },
  { name: 'counts as expected', kind: { even: true, trials: 1000 }, failures: countsAsExpected },
  { name: 'totals are the sums of their parts', kind: any, failures: totalsAreSums },
  { name: 'bands, pairs and chances are sound', kind: any, failures: shapesAreSound },
  { name: 'a future is its own', kind: any, failures: futuresAreTheirOwn },
  { name: 'a future is told as it was', kind: any, failures: toldAsItWas },
  { name: 'what is paid was earned', kind: any, failures: paidWasEarned },
  { name: 'the same in other words', kind: any, failures: sameInOtherWords },
  { name: 'the same twice', kind: any, failures: sameTwice },
  { name: 'unmoved by another strategy', kind: any, failures: unmovedByAnother },
  { name: 'unmoved by terms of others', kind: any, failures: unmovedByOthersTerms },
  { name: 'products add up', kind: any, failures: productsAddUp },
  { name: 'unmoved by other categories', kind: any, failures: unmovedByOtherCategories },
  { name: 'every category is all', kind: any, failures: everyCategoryIsAll },
  { name: 'events as assumed', kind: any, failures: eventsAsAssumed },
];

/** Quick and full answers as distributions: takes seconds a scenario. */
export const agreement: Property = {
  name: 'quick agrees with full',
  kind: { busy: true },
  failures: quickAgrees,
};

/** Scenarios by their numbers. */
export interface Stretch {
  readonly from: number;
  readonly count: number;
}

/** The scenarios of a stretch for which a property fails, each with its number and what fails. */
export const failuresOf = (
  { failures, kind, name }: Property,
  engine: Engine,
  { from, count }: Stretch,
): { readonly index: number; readonly found: readonly string[] }[] =>
  Array.from({ length: count }, (_, i) => from + i).flatMap(index => {
    const found = failures(engine, randomCase(index, kind));
    return found.length === 0
      ? []
      : [{ index, found: found.map(text => `${name}, scenario ${index}: ${text}`) }];
  });
