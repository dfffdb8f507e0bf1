/** What a spreadsheet would evaluate: it looks past blanks and line breaks, and at full-width signs as at plain ones. */
const evaluated = /^[\s\p{Cc}\u{a0}\u{200b}\u{feff}]*[=+\-@|%\u{ff1d}\u{ff0b}\u{ff0d}\u{ff20}\u{2212}]/u;

const numeric = /^-?\d+(?:\.\d+)?$/;

/**
 * One cell of a CSV that spreadsheets may open: text that one would evaluate is made plain by an apostrophe, also after a line break;
 * numbers stay numbers. Quoted where CSV needs it.
 */
export const csvCell = (value: string | number | null): string => {
  if (value === null) return '';
  const text = String(value);
  const isNumber = typeof value === 'number' || numeric.test(text);
  const risky = !isNumber && text.split(/[\r\n]/).some(line => evaluated.test(line));
  const safe = risky ? `'${text}` : text;
  return /[",\r\n;\t]/.test(safe) || risky ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** Rows as CSV with a byte-order mark, which Excel needs to read it as UTF-8. */
export const csvText = (rows: readonly (readonly (string | number | null)[])[]): string =>
  `\u{feff}${rows.map(row => `${row.map(csvCell).join(',')}\r\n`).join('')}`;
