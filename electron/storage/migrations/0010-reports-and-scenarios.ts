/**
 * An import is a batch of reports. Each row of a report is a sighting of a sale; `orders` keeps, for each sale (`row_key`), the sighting
 * that counts, and `sightings` keeps all the others: equal ones (payload null where the row's cells are its identity) and
 * older or newer ones with their content. Undoing an import removes its sightings; what remains decides again, so an undo is exact
 * whatever was imported before or after.
 */
export const reportsAndScenarios = `
CREATE TABLE ledger (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  generation INTEGER NOT NULL
) STRICT;
INSERT INTO ledger VALUES (1, 0);

CREATE TABLE imports (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  imported_at TEXT NOT NULL
) STRICT;

CREATE TABLE reports (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  import_id INTEGER NOT NULL REFERENCES imports (id),
  kind TEXT NOT NULL,
  program TEXT NOT NULL,
  measure TEXT NOT NULL,
  file TEXT NOT NULL,
  sheet TEXT,
  file_digest BLOB NOT NULL,
  content_digest BLOB NOT NULL UNIQUE,
  currency TEXT,
  first_day TEXT,
  last_day TEXT,
  as_of TEXT,
  rows INTEGER NOT NULL,
  refused INTEGER NOT NULL,
  warnings INTEGER NOT NULL,
  commission INTEGER
) STRICT;
CREATE INDEX reports_of_import ON reports (import_id);

CREATE TABLE orders (
  id INTEGER PRIMARY KEY,
  row_key BLOB NOT NULL UNIQUE,
  report_id INTEGER NOT NULL REFERENCES reports (id),
  line INTEGER NOT NULL,
  stream TEXT NOT NULL,
  status TEXT NOT NULL,
  currency TEXT NOT NULL,
  ordered_on TEXT,
  shipped_on TEXT,
  settled_on TEXT,
  order_id TEXT,
  sku_id TEXT,
  product_id TEXT NOT NULL,
  product_name TEXT NOT NULL,
  category TEXT,
  seller TEXT,
  tracking_id TEXT,
  content_id TEXT,
  content_type TEXT,
  direct INTEGER,
  price INTEGER,
  items INTEGER NOT NULL,
  returned INTEGER NOT NULL,
  base INTEGER,
  commission INTEGER,
  estimated_base INTEGER,
  estimated_commission INTEGER,
  rate_ppm INTEGER
) STRICT;
CREATE INDEX orders_of_report ON orders (report_id);
CREATE INDEX orders_of_product ON orders (product_id);

CREATE TABLE sightings (
  order_id INTEGER NOT NULL REFERENCES orders (id),
  report_id INTEGER NOT NULL REFERENCES reports (id),
  line INTEGER NOT NULL,
  payload TEXT,
  PRIMARY KEY (order_id, report_id, line)
) STRICT, WITHOUT ROWID;
CREATE INDEX sightings_of_report ON sightings (report_id);

CREATE TABLE scenarios (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  document TEXT NOT NULL,
  changed_at TEXT NOT NULL
) STRICT;

CREATE TABLE comparisons (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  scenario_id INTEGER REFERENCES scenarios (id) ON DELETE SET NULL,
  scenario TEXT NOT NULL,
  comparison TEXT NOT NULL,
  seed INTEGER NOT NULL,
  engine TEXT NOT NULL,
  ran_at TEXT NOT NULL
) STRICT;
CREATE INDEX comparisons_of_scenario ON comparisons (scenario_id);

CREATE TABLE settings (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`;
