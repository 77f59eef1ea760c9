-- The books. A transfer is one row (debit, credit, amount above zero): there is no row by which a book
-- could be unbalanced. Nothing here is updated or deleted but the running totals of accounts.

CREATE TABLE accounts (
  id      TEXT PRIMARY KEY,
  book    TEXT NOT NULL REFERENCES organizations (id),
  code    TEXT NOT NULL,
  holder  TEXT NOT NULL,
  normal  TEXT NOT NULL,
  guarded INTEGER NOT NULL,
  debits  INTEGER NOT NULL DEFAULT 0,
  credits INTEGER NOT NULL DEFAULT 0,
  CONSTRAINT account_normal CHECK (normal IN ('debit', 'credit')),
  CONSTRAINT account_not_overdrawn CHECK (
    guarded = 0
    OR (normal = 'debit' AND credits <= debits)
    OR (normal = 'credit' AND debits <= credits)
  )
) STRICT, WITHOUT ROWID;
CREATE INDEX accounts_of_book ON accounts (book, code, holder);

CREATE TABLE entries (
  id          TEXT PRIMARY KEY,
  book        TEXT NOT NULL REFERENCES organizations (id),
  rule        TEXT NOT NULL,
  subject     TEXT NOT NULL,
  description TEXT NOT NULL,
  value_on    TEXT NOT NULL,
  posted_at   INTEGER NOT NULL,
  actor_id    TEXT NOT NULL,
  request_id  TEXT NOT NULL,
  reverses    TEXT UNIQUE REFERENCES entries (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX entries_of_book ON entries (book, value_on, id);
CREATE INDEX entries_of_subject ON entries (subject, id);

CREATE TABLE transfers (
  entry_id TEXT NOT NULL REFERENCES entries (id),
  n        INTEGER NOT NULL,
  debit    TEXT NOT NULL REFERENCES accounts (id),
  credit   TEXT NOT NULL REFERENCES accounts (id),
  amount   INTEGER NOT NULL,
  PRIMARY KEY (entry_id, n),
  CONSTRAINT transfer_positive CHECK (amount > 0),
  CONSTRAINT transfer_between_two CHECK (debit <> credit)
) STRICT, WITHOUT ROWID;
CREATE INDEX transfers_by_debit ON transfers (debit, entry_id);
CREATE INDEX transfers_by_credit ON transfers (credit, entry_id);

CREATE TRIGGER entries_stay BEFORE UPDATE ON entries BEGIN SELECT RAISE(ABORT, 'books_are_kept'); END;
CREATE TRIGGER entries_last BEFORE DELETE ON entries BEGIN SELECT RAISE(ABORT, 'books_are_kept'); END;
CREATE TRIGGER transfers_stay BEFORE UPDATE ON transfers BEGIN SELECT RAISE(ABORT, 'books_are_kept'); END;
CREATE TRIGGER transfers_last BEFORE DELETE ON transfers BEGIN SELECT RAISE(ABORT, 'books_are_kept'); END;
