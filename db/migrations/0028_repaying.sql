-- Money that came to a lender's own bank account, line by line of its statements: matched to a loan by a
-- person, or kept in suspense until it is known whose it is.
CREATE TABLE bank_credits (
  id           TEXT PRIMARY KEY,
  lender_id    TEXT NOT NULL REFERENCES organizations (id),
  statement_id TEXT NOT NULL REFERENCES bank_statements (id),
  fingerprint  TEXT NOT NULL,
  line         INTEGER NOT NULL,
  received_on  TEXT NOT NULL,
  amount       INTEGER NOT NULL,
  description  TEXT NOT NULL,
  status       TEXT NOT NULL,
  loan_id      TEXT REFERENCES loans (id),
  receipt      TEXT REFERENCES receipts (code),
  note         TEXT,
  version      INTEGER NOT NULL,
  CONSTRAINT bank_credit_once UNIQUE (lender_id, fingerprint),
  CONSTRAINT bank_credit_amount CHECK (amount > 0),
  CONSTRAINT bank_credit_status CHECK (status IN ('new', 'suspense', 'matched', 'returned', 'ignored')),
  CONSTRAINT bank_credit_matched CHECK ((status = 'matched') = (loan_id IS NOT NULL)
    AND (status = 'matched') = (receipt IS NOT NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX bank_credits_by_status ON bank_credits (lender_id, status, received_on, id);
CREATE INDEX bank_credits_of_statement ON bank_credits (statement_id, line);

-- A transfer of exactly the next instalment is found by its amount.
CREATE INDEX loans_by_next_amount ON loans (lender_id, json_extract(unpaid, '$[0][1]'))
  WHERE status = 'active';
