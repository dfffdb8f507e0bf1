export { draws, open, sums } from './rows';
export { log } from './logarithm';
export { openRows, fillTo, fillRare, rare } from './stream';
export {
  tableCells,
  mostTables,
  mostThresholds,
  tableThresholds,
  tableFirst,
  tableShift,
  countRow,
  sellRow,
  reach,
  gross,
  kept,
} from './counts';
export { evenCubics, tailCubics, multiples, multiplesRow, postRow } from './multiples';
export { normalQuantile } from './normal-quantile';
export { fractions, expRow } from './exponentials';
export {
  tailPoints,
  mostTailPoints,
  tailDepth,
  chainRow,
  beginPosts,
  postRows,
  arrival,
  spreadRows,
  addRows,
  sumRow,
} from './views';
export { normalCubics, normalRow } from './normals';
export { disperseRow } from './gammas';
export {
  beside,
  clicks,
  expected,
  returned,
  squares,
  besideClicks,
  expectRow,
  keepExpected,
  figureRow,
  noiseRow,
  scaleRow,
  stratifyRow,
} from './expectations';

export {
  expectOrders,
  addChannels,
  splitRow,
  bookRow,
  programTerms,
  productTerms,
  sellProduct,
} from './orders';
export { stretchEnds, stretchTables, stretchSteps, took, takeRow, takeProducts } from './taking';
export { rateRow } from './rates';
export { mostThinnings, cellBytes, levelBytes, thinCells, thinLevels } from './thinning';

export { fillWith, wholeSum, netRow, bookWeeks, payMonthly, payShop, recordRow } from './ledger';

export { shareRow, addIncome, weighedSum, channelRow } from './parts';

export { sample, mostSampled, ranks, mostRanks, ranked, describeSample } from './samples';

/** First byte that the kernels leave free. */
export function freeFrom(): usize {
  return __heap_base;
}
