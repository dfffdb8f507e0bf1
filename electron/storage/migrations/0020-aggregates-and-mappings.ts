/**
 * Rows of summed-up reports are few: every report's word is kept, and which one counts is decided when they are read.
 * A mapping template knows its next file by the header's normalised names.
 */
export const aggregatesAndMappings = `
CREATE TABLE aggregates (
  id INTEGER PRIMARY KEY,
  row_key BLOB NOT NULL,
  report_id INTEGER NOT NULL REFERENCES reports (id),
  line INTEGER NOT NULL,
  document TEXT NOT NULL
) STRICT;
CREATE INDEX aggregates_of_key ON aggregates (row_key);
CREATE INDEX aggregates_of_report ON aggregates (report_id);

CREATE TABLE mappings (
  header TEXT PRIMARY KEY,
  template TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`;
