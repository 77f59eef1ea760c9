-- Running loans that move here from other books: sheets that were read, what each would make, loan by
-- loan, and under which number a loan was known where it came from.
CREATE TABLE loan_imports (
  id          TEXT PRIMARY KEY,
  lender_id   TEXT NOT NULL REFERENCES organizations (id),
  file_name   TEXT NOT NULL,
  -- The day as of which the old books are taken over; opening entries are dated on it.
  as_of       TEXT NOT NULL,
  status      TEXT NOT NULL,
  lines       INTEGER NOT NULL,
  loans       INTEGER NOT NULL,
  ready       INTEGER NOT NULL,
  differing   INTEGER NOT NULL,
  accepted    INTEGER NOT NULL,
  known       INTEGER NOT NULL,
  faulty      INTEGER NOT NULL,
  imported    INTEGER NOT NULL,
  held        INTEGER NOT NULL,
  -- Of what is ready, accepted or imported: principal, and interest that was income in the old books.
  principal   INTEGER NOT NULL,
  earned      INTEGER NOT NULL,
  -- How many of its loans have been gone through.
  done        INTEGER NOT NULL,
  read_by     TEXT NOT NULL,
  created_at  INTEGER NOT NULL,
  finished_at INTEGER,
  -- When what it says of people is forgotten; NULL once it was.
  forget_at   INTEGER,
  version     INTEGER NOT NULL,
  CONSTRAINT loan_import_status CHECK (status IN ('previewed', 'running', 'done')),
  CONSTRAINT loan_import_done CHECK (done BETWEEN 0 AND loans),
  CONSTRAINT loan_import_counts
    CHECK (ready + differing + accepted + known + faulty + imported + held = loans),
  CONSTRAINT loan_import_finished CHECK ((status = 'done') = (finished_at IS NOT NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX loan_imports_of_lender ON loan_imports (lender_id, id);
CREATE INDEX loan_imports_running ON loan_imports (id) WHERE status = 'running';
CREATE INDEX loan_imports_to_forget ON loan_imports (forget_at) WHERE forget_at IS NOT NULL;

CREATE TABLE loan_import_items (
  import_id TEXT NOT NULL REFERENCES loan_imports (id),
  n         INTEGER NOT NULL,
  line      INTEGER NOT NULL,
  outcome   TEXT NOT NULL,
  number    TEXT NOT NULL,
  borrower  TEXT NOT NULL,
  principal INTEGER NOT NULL,
  earned    INTEGER NOT NULL,
  -- Faults with line and column, differences, and how it would stand; and all that makes the loan, which
  -- is forgotten once it is there.
  said      TEXT NOT NULL,
  prepared  TEXT,
  loan_id   TEXT REFERENCES loans (id),
  PRIMARY KEY (import_id, n),
  CONSTRAINT loan_import_item_outcome CHECK (outcome IN
    ('ready', 'differs', 'accepted', 'known', 'faulty', 'imported', 'held')),
  CONSTRAINT loan_import_item_loan CHECK ((outcome = 'imported') = (loan_id IS NOT NULL)),
  CONSTRAINT loan_import_item_json
    CHECK (json_valid(said) AND (prepared IS NULL OR json_valid(prepared)))
) STRICT, WITHOUT ROWID;
CREATE INDEX loan_import_items_by_outcome ON loan_import_items (import_id, outcome, n);

-- A loan of the old books comes here once.
CREATE TABLE imported_loans (
  lender_id  TEXT NOT NULL REFERENCES organizations (id),
  old_number TEXT NOT NULL,
  loan_id    TEXT NOT NULL UNIQUE REFERENCES loans (id),
  import_id  TEXT NOT NULL REFERENCES loan_imports (id),
  PRIMARY KEY (lender_id, old_number)
) STRICT, WITHOUT ROWID;
