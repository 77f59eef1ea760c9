-- Money that was paid too much and given back: each has its note, numbered by the lender. Its code opens the
-- note without signing in.
CREATE TABLE loan_refunds (
  code        TEXT PRIMARY KEY,
  lender_id   TEXT NOT NULL REFERENCES organizations (id),
  number      INTEGER NOT NULL,
  loan_id     TEXT NOT NULL REFERENCES loans (id),
  seq         INTEGER NOT NULL,
  recipient   TEXT NOT NULL,
  channel     TEXT NOT NULL,
  reference   TEXT,
  amount      INTEGER NOT NULL,
  -- What is still to be given back.
  remaining   INTEGER NOT NULL,
  refunded_on TEXT NOT NULL,
  recorded_by TEXT NOT NULL REFERENCES people (id),
  recorded_at INTEGER NOT NULL,
  CONSTRAINT loan_refund_number UNIQUE (lender_id, number),
  CONSTRAINT loan_refund_event UNIQUE (loan_id, seq),
  CONSTRAINT loan_refund_channel CHECK (channel IN ('cash', 'transfer')),
  CONSTRAINT loan_refund_amount CHECK (amount > 0 AND remaining >= 0)
) STRICT, WITHOUT ROWID;

CREATE INDEX loans_overpaid ON loans (lender_id, id) WHERE overpayment > 0;
