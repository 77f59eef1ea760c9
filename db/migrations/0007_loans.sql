-- Loans. What happened to one is in `events`; the rest of a row is what its replay gives, kept so that
-- lists need no replay, and proved equal by the audit.

CREATE TABLE loans (
  id             TEXT PRIMARY KEY,
  lender_id      TEXT NOT NULL REFERENCES organizations (id),
  number         INTEGER NOT NULL,
  application_id TEXT NOT NULL UNIQUE REFERENCES loan_applications (id),
  product_id     TEXT NOT NULL REFERENCES loan_products (id),
  borrower_id    TEXT NOT NULL REFERENCES people (id),
  group_id       TEXT REFERENCES organizations (id),
  principal      INTEGER NOT NULL,
  terms          TEXT NOT NULL,
  effective_rate INTEGER NOT NULL,
  disbursed_on   TEXT NOT NULL,
  status         TEXT NOT NULL,
  balance        INTEGER NOT NULL,
  overpayment    INTEGER NOT NULL,
  -- The oldest instalment with something left to pay, and all of those as [dueOn, left].
  next_due_on    TEXT,
  unpaid         TEXT NOT NULL,
  version        INTEGER NOT NULL,
  CONSTRAINT loan_number UNIQUE (lender_id, number),
  CONSTRAINT loan_status CHECK (status IN ('active', 'closed', 'overpaid')),
  CONSTRAINT loan_balance CHECK (balance >= 0 AND balance <= principal),
  CONSTRAINT loan_overpayment CHECK (overpayment >= 0),
  CONSTRAINT loan_terms_json CHECK (json_valid(terms) AND json_valid(unpaid))
) STRICT, WITHOUT ROWID;
CREATE INDEX loans_of_lender ON loans (lender_id, id);
CREATE INDEX loans_due ON loans (lender_id, next_due_on, id) WHERE status = 'active';
CREATE INDEX loans_of_borrower ON loans (borrower_id, id);
CREATE INDEX loans_of_group ON loans (group_id, id) WHERE group_id IS NOT NULL;

-- What a payer holds in her hand. Its code opens it without signing in; its number is the lender's.
CREATE TABLE receipts (
  code        TEXT PRIMARY KEY,
  lender_id   TEXT NOT NULL REFERENCES organizations (id),
  number      INTEGER NOT NULL,
  loan_id     TEXT NOT NULL REFERENCES loans (id),
  seq         INTEGER NOT NULL,
  payer_name  TEXT NOT NULL,
  channel     TEXT NOT NULL,
  amount      INTEGER NOT NULL,
  received_on TEXT NOT NULL,
  split       TEXT NOT NULL,
  balance     INTEGER NOT NULL,
  issued_at   INTEGER NOT NULL,
  issued_by   TEXT NOT NULL REFERENCES people (id),
  reversed_at INTEGER,
  CONSTRAINT receipt_number UNIQUE (lender_id, number),
  CONSTRAINT receipt_event UNIQUE (loan_id, seq),
  CONSTRAINT receipt_channel CHECK (channel IN ('cash', 'transfer')),
  CONSTRAINT receipt_amount CHECK (amount > 0)
) STRICT, WITHOUT ROWID;
