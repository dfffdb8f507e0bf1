/** An error to plant in a copy of the engine, and a check that must notice it. */
export interface PlantedError {
  readonly name: string;
  /** File in shared/engine. */
  readonly file: string;
  readonly find: string;
  readonly put: string;
  readonly caughtBy: string;
}

export const plantedErrors: readonly PlantedError[] = [
  {
    name: 'commission 1 % too high',
    file: 'commission-row.ts',
    find: 'const scale = plan.minorPerMajor *',
    put: 'const scale = 1.01 * plan.minorPerMajor *',
    caughtBy: 'Amazon on paper',
  },
  {
    name: 'a wrong sigma of views',
    file: 'view-law.ts',
    find: 'tail === 0 || z <= tailStart ? sd * z :',
    put: 'tail === 0 || z <= tailStart ? 1.1 * sd * z :',
    caughtBy: 'lognormal views: variance',
  },
  {
    name: 'returns one week late',
    file: 'ledger.ts',
    find: 'net.length, delay);',
    put: 'net.length, delay + 1);',
    caughtBy: 'Amazon on paper',
  },
  {
    name: 'a clawback that is lost',
    file: 'ledger.ts',
    find: 'addressOf(reversed), net.byteOffset',
    put: '0, net.byteOffset',
    caughtBy: 'returns two weeks later: mean',
  },
  {
    name: 'workers that share a stream',
    file: 'random-stream.ts',
    find: 'kernel.openRows(seed, trial, use);',
    put: 'kernel.openRows(seed, trial & 255, use);',
    caughtBy: 'blocks are independent',
  },
  {
    name: 'the rate of the order day',
    file: 'rates.ts',
    find: 'const shipped = day + lag;',
    put: 'const shipped = day + 0 * lag;',
    caughtBy: 'the rate of the shipping day',
  },
  {
    name: 'leakage before the ban',
    file: 'policy-path.ts',
    find: '- Math.max(from, week * 7);',
    put: '- week * 7;',
    caughtBy: 'the ban works from its day',
  },
  {
    name: 'stages that multiply what follows them',
    file: 'policy-path.ts',
    find: 'row[week]! + share * (effect - 1)',
    put: 'row[week]! * (1 + share * (effect - 1))',
    caughtBy: 'stages share a week by days',
  },
  {
    name: 'a lowered rate without its lock',
    file: 'policy-path.ts',
    find: 'shop < 1 ? from + lock : from',
    put: 'from',
    caughtBy: 'a lowered rate waits for the lock',
  },
  {
    name: 'a switch without reaction delay',
    file: 'strategy-path.ts',
    find: 'Math.max(0, Math.ceil(eventDay / 7)) + reactionWeeks',
    put: 'Math.max(0, Math.ceil(eventDay / 7)) + 0 * reactionWeeks',
    caughtBy: 'the switch waits for its reaction',
  },
  {
    name: 'over-dispersion forgotten',
    file: 'program-outcome.ts',
    find: 'productTerms[3] = extra;',
    put: 'productTerms[3] = 0;',
    caughtBy: 'over-dispersed orders: variance',
  },
  {
    name: 'a mix the wrong way round',
    file: 'compile-strategy.ts',
    find: '[1 - strategy.tiktokShopShare, strategy.tiktokShopShare, 0]',
    put: '[strategy.tiktokShopShare, 1 - strategy.tiktokShopShare, 0]',
    caughtBy: 'a mix thins both programs: mean',
  },
  {
    name: 'Amazon pays a week early',
    file: 'ledger.ts',
    find: 'count, days, threshold);',
    put: 'count, days - 7, threshold);',
    caughtBy: 'Amazon on paper',
  },
  {
    name: 'a drift too strong',
    file: 'level.ts',
    find: 'walk += drift *',
    put: 'walk += 1.2 * drift *',
    caughtBy: 'drifting level: variance',
  },
];
