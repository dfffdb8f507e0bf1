/** What a workbook's cell may hold. */
export type CellValue = string | number | boolean | Date | null | undefined;

const excelDigits = 15;
const exactFloat = 1e15;
/** Relative noise of numbers that went through 32-bit floats or sums. */
const noise = 2e-7;

/** `2019-12-03` or `2019-12-03 14:05:00`. */
const dateText = (date: Date): string => {
  const rounded = new Date(Math.round(date.getTime() / 1000) * 1000);
  if (Number.isNaN(rounded.getTime())) return '';
  const iso = rounded.toISOString();
  const time = iso.slice(11, 19);
  return time === '00:00:00' ? iso.slice(0, 10) : `${iso.slice(0, 10)} ${time}`;
};

/** Numbers of 16 and more digits have lost their last ones: written with an exponent so that nobody takes them for an id. */
const numberText = (value: number): string => {
  if (!Number.isFinite(value)) return '';
  if (Math.abs(value) >= exactFloat) return value.toExponential().replace('e', 'E');
  const cents = Math.round(value * 10_000) / 10_000;
  const snapped =
    Math.abs(cents - value) <= Math.abs(value) * noise ? cents : Number(value.toPrecision(excelDigits));
  return Math.abs(snapped) < 1e-6 && snapped !== 0 ? snapped.toFixed(20).replace(/0+$/, '') : String(snapped);
};

/** A cell as the text its CSV twin would show. */
export const cellText = (value: CellValue): string => {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return numberText(value);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return dateText(value);
};
