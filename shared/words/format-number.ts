/** No-break space: keeps a number and its sign or unit on one line. */
export const nbsp = '\u00a0';

/** Typographic minus, as wide as a plus. */
export const minusSign = '\u2212';

const group = (digits: string): string => digits.replace(/\B(?=(\d{3})+(?!\d))/g, ',');

/** Rounds half away from zero on the decimal text a person would read, so 1.005 with two decimals is 1.01. */
const roundedDigits = (size: number, decimals: number): string => {
  if (size >= 1e15) return Math.round(size).toFixed(0);
  const [mantissa, exponent = '0'] = size.toString().split('e');
  const shifted = Math.round(Number(`${mantissa}e${Number(exponent) + decimals}`));
  return (shifted / 10 ** decimals).toFixed(decimals);
};

/** A number with grouped thousands and a fixed number of decimals (0–6); never `−0`; `–` for what is no finite number. */
export const formatNumber = (value: number, decimals = 0): string => {
  if (!Number.isFinite(value)) return '–';
  const text = roundedDigits(Math.abs(value), decimals);
  const [whole, fraction] = text.split('.');
  const sign = value < 0 && /[1-9]/.test(text) ? minusSign : '';
  return `${sign}${group(whole!)}${fraction ? `.${fraction}` : ''}`;
};

/** A number at about three significant figures without trailing zeros: 0.0123, 4.5, 1,230. */
export const formatPlain = (value: number): string => {
  if (value === 0 || !Number.isFinite(value)) return formatNumber(value);
  const magnitude = Math.floor(Math.log10(Math.abs(value)));
  const decimals = Math.min(6, Math.max(0, 2 - magnitude));
  const text = formatNumber(value, decimals);
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
};

/** A share (0–1) as a percentage: `3 %`, `0.45 %`; three significant figures unless `decimals` is given. */
export const formatPercent = (share: number, decimals?: number): string => {
  const percent = share * 100;
  return `${decimals === undefined ? formatPlain(percent) : formatNumber(percent, decimals)}${nbsp}%`;
};

/** A count for people: `1 order`, `1,200 orders`. */
export const formatCount = (count: number, one: string, many = `${one}s`): string =>
  `${formatNumber(count)} ${count === 1 ? one : many}`;

/** Short form of a large number: 950, 12.3k, 4.5m, 1.2bn. */
export const formatCompact = (value: number): string => {
  const size = Math.abs(value);
  const sign = value < 0 ? minusSign : '';
  for (const [step, name] of [
    [1e9, 'bn'],
    [1e6, 'm'],
    [1e3, 'k'],
  ] as const) {
    // 999.5 thousand would round to "1,000k"; it belongs to the next step up.
    if (size >= step * 0.9995) {
      const scaled = size / step;
      const text = formatNumber(scaled, scaled < 99.95 ? 1 : 0).replace(/\.0$/, '');
      return `${sign}${text}${name}`;
    }
  }
  return formatPlain(value);
};
