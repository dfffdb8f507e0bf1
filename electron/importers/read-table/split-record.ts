/** How a line was cut into cells. */
export interface SplitRecord {
  readonly cells: readonly string[];
  /**
   * `regular`: by RFC 4180, a quote inside an unquoted cell being itself. `irregular`: a quoted cell goes on after its closing quote.
   * `open`: the line ends inside a quoted cell.
   */
  readonly quotes: 'regular' | 'irregular' | 'open';
}

const quote = '"';

/** Where the quoted cell that begins at `from` closes; −1 when it does not. */
const closingQuote = (line: string, from: number): number => {
  let at = line.indexOf(quote, from + 1);
  while (at !== -1 && line.charAt(at + 1) === quote) at = line.indexOf(quote, at + 2);
  return at;
};

/** Cuts one record into cells at a one-character delimiter. */
export const splitRecord = (line: string, delimiter: string): SplitRecord => {
  if (!line.includes(quote)) return { cells: line.split(delimiter), quotes: 'regular' };
  const cells: string[] = [];
  let quotes: SplitRecord['quotes'] = 'regular';
  let at = 0;
  for (;;) {
    let end: number;
    if (line.charAt(at) === quote) {
      const close = closingQuote(line, at);
      if (close === -1) {
        cells.push(line.slice(at + 1).replaceAll('""', quote));
        return { cells, quotes: 'open' };
      }
      end = close + 1;
      if (end < line.length && line.charAt(end) !== delimiter) {
        quotes = 'irregular';
        end = line.indexOf(delimiter, end);
        if (end === -1) end = line.length;
        cells.push(line.slice(at, end));
      } else cells.push(line.slice(at + 1, close).replaceAll('""', quote));
    } else {
      end = line.indexOf(delimiter, at);
      if (end === -1) end = line.length;
      cells.push(line.slice(at, end));
    }
    if (end >= line.length) return { cells, quotes };
    at = end + 1;
  }
};
