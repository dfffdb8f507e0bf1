/** Cells from the right end of a line, the last first; a quoted cell keeps its delimiters. */
const cellsFromEnd = (pieces: readonly string[], delimiter: string, count: number) => {
  const cells: string[] = [];
  let at = pieces.length - 1;
  for (; cells.length < count && at >= 0; at -= 1) {
    let cell = pieces[at]!;
    const start = at;
    while (/"\s*$/u.test(cell) && !/^\s*"/u.test(cell) && at > 0 && start - at < 8) {
      at -= 1;
      cell = `${pieces[at]!}${delimiter}${cell}`;
    }
    cells.push(unquote(cell));
  }
  return { cells, rest: at + 1 };
};

/** Cells from the left end; a piece that begins with a blank goes on with the cell before it (`Patio, Lawn & Garden`). */
const cellsFromStart = (pieces: readonly string[], delimiter: string, count: number) => {
  const cells: string[] = [];
  let at = 0;
  while (cells.length < count && at < pieces.length) {
    let cell = pieces[at]!;
    at += 1;
    while (pieces[at]?.startsWith(' ')) {
      cell += `${delimiter}${pieces[at]!}`;
      at += 1;
    }
    cells.push(unquote(cell));
  }
  return { cells, next: at };
};

const unquote = (cell: string): string => {
  const quoted = /^\s*"(.*)"\s*$/su.exec(cell);
  return quoted ? quoted[1]!.replaceAll('""', '"') : cell;
};

/**
 * Cuts a line whose free-text column carries raw quotes or delimiters (`27" monitor, black`) by counting the fixed columns from both ends.
 * Undefined when the line is too short for that.
 */
export const repairQuotes = (
  raw: string,
  delimiter: string,
  columns: { readonly width: number; readonly freeText: number },
): readonly string[] | undefined => {
  const pieces = raw.split(delimiter);
  const after = columns.width - columns.freeText - 1;
  if (pieces.length < columns.width) return undefined;
  const head = cellsFromStart(pieces, delimiter, columns.freeText);
  const tail = cellsFromEnd(pieces, delimiter, after);
  if (tail.cells.length < after || tail.rest <= head.next) return undefined;
  const text = pieces.slice(head.next, tail.rest).join(delimiter);
  return [...head.cells, unquote(text).replaceAll('""', '"').trim(), ...tail.cells.toReversed()];
};
