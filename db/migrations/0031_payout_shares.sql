-- A share of what a seller earns goes to the instalments of her loan, as she agreed; what the operator has
-- kept for lenders in this way, and has sent them.

CREATE TABLE payout_shares (
  id            TEXT PRIMARY KEY,
  loan_id       TEXT NOT NULL REFERENCES loans (id),
  lender_id     TEXT NOT NULL REFERENCES organizations (id),
  enterprise_id TEXT NOT NULL REFERENCES organizations (id),
  agreed_by     TEXT NOT NULL REFERENCES people (id),
  consent_id    TEXT NOT NULL REFERENCES consents (id),
  -- Hundredths of a percent of what is earned.
  rate          INTEGER NOT NULL,
  -- At least this much a month is hoped for; the rest is asked for in cash.
  floor         INTEGER NOT NULL,
  -- Whether more than is due may be taken, up to the payoff.
  ahead         INTEGER NOT NULL,
  agreed_at     INTEGER NOT NULL,
  ended_at      INTEGER,
  -- The last line of the seller's account that was looked at, and whether there are newer ones.
  line          INTEGER NOT NULL,
  waiting       INTEGER NOT NULL,
  -- All that it has brought.
  taken         INTEGER NOT NULL,
  version       INTEGER NOT NULL,
  CONSTRAINT payout_share_rate CHECK (rate BETWEEN 100 AND 5000),
  CONSTRAINT payout_share_floor CHECK (floor >= 0 AND taken >= 0),
  CONSTRAINT payout_share_flags CHECK (ahead IN (0, 1) AND waiting IN (0, 1))
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX payout_shares_of_loan ON payout_shares (loan_id) WHERE ended_at IS NULL;
CREATE UNIQUE INDEX payout_shares_of_enterprise ON payout_shares (enterprise_id) WHERE ended_at IS NULL;
CREATE INDEX payout_shares_all_of_enterprise ON payout_shares (enterprise_id, id);
CREATE INDEX payout_shares_waiting ON payout_shares (id) WHERE waiting = 1 AND ended_at IS NULL;

CREATE TRIGGER payout_share_waits AFTER INSERT ON account_lines
WHEN NEW.change > 0 AND NEW.account LIKE '%/seller-payable/%' BEGIN
  UPDATE payout_shares SET waiting = 1 WHERE ended_at IS NULL AND enterprise_id =
    substr(NEW.account, instr(NEW.account, '/seller-payable/') + length('/seller-payable/'));
END;

CREATE TABLE lender_transfers (
  id         TEXT PRIMARY KEY,
  lender_id  TEXT NOT NULL REFERENCES organizations (id),
  amount     INTEGER NOT NULL,
  reference  TEXT NOT NULL,
  sent_on    TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  CONSTRAINT lender_transfer_amount CHECK (amount > 0)
) STRICT, WITHOUT ROWID;
CREATE INDEX lender_transfers_of_lender ON lender_transfers (lender_id, id);
CREATE UNIQUE INDEX lender_transfers_once ON lender_transfers (lender_id, reference);
