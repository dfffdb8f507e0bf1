/**
 * Rows of earlier versions belong to their program's first account, which has no name: `account` NULL, and the row keys of that account
 * stay as they were. `orders.account` is filled only where a row names an account itself; else its report's counts.
 * A corrected row keeps the cells as they stood in the file.
 */
export const accountsAndCorrections = `
ALTER TABLE reports ADD COLUMN account TEXT;
ALTER TABLE reports ADD COLUMN row_accounts TEXT;
ALTER TABLE reports ADD COLUMN tracking_ids TEXT;
ALTER TABLE orders ADD COLUMN account TEXT;

CREATE TABLE corrections (
  report_id INTEGER NOT NULL REFERENCES reports (id),
  line INTEGER NOT NULL,
  at INTEGER NOT NULL,
  name TEXT NOT NULL,
  original TEXT NOT NULL,
  corrected TEXT NOT NULL,
  PRIMARY KEY (report_id, line, at)
) STRICT, WITHOUT ROWID;
`;
