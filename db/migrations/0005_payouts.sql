-- What the operator pays out to sellers. The bank account is copied at the time: a later change of it must
-- not rewrite where money has gone.

CREATE TABLE payouts (
  id            TEXT PRIMARY KEY,
  code          TEXT NOT NULL UNIQUE,
  enterprise_id TEXT NOT NULL REFERENCES enterprises (organization_id),
  amount        INTEGER NOT NULL,
  status        TEXT NOT NULL,
  bank_name     TEXT NOT NULL,
  bank_account  TEXT NOT NULL,
  bank_holder   TEXT NOT NULL,
  reference     TEXT,
  requested_at  INTEGER NOT NULL,
  sent_on       TEXT,
  sent_at       INTEGER,
  version       INTEGER NOT NULL,
  CONSTRAINT payout_positive CHECK (amount > 0),
  CONSTRAINT payout_status
    CHECK (status IN ('due', 'requested', 'sent', 'settled', 'failed', 'reversed')),
  CONSTRAINT payout_sent CHECK ((sent_at IS NULL) = (sent_on IS NULL)
    AND (status NOT IN ('sent', 'settled', 'reversed') OR (sent_at IS NOT NULL AND reference IS NOT NULL)))
) STRICT, WITHOUT ROWID;
CREATE INDEX payouts_of_enterprise ON payouts (enterprise_id, id);
-- The same transfer written down twice is a slip: one line of the bank statement is one payout.
CREATE UNIQUE INDEX payouts_reference ON payouts (reference, sent_on, enterprise_id)
  WHERE reference IS NOT NULL;

-- What is owed to somebody now, without walking over everybody who ever was owed something.
CREATE INDEX accounts_owing ON accounts (book, code, holder)
  WHERE guarded = 1 AND normal = 'credit' AND credits > debits;

-- What has been paid for and not sent yet, over all sellers: how many of them are late.
CREATE INDEX orders_to_send ON orders (ship_by)
  WHERE paid = 1 AND status IN ('placed', 'confirmed', 'packed');
