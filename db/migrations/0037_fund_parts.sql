-- What the loans of each fund came to on a day, by class of quality and by band of days late: counted with
-- the portfolio of its lender, so that a funder sees how her money is doing without a loan being read.
CREATE TABLE fund_parts (
  lender_id TEXT NOT NULL REFERENCES organizations (id),
  day       TEXT NOT NULL,
  fund_id   TEXT NOT NULL REFERENCES loan_funds (id),
  kind      TEXT NOT NULL,
  key       TEXT NOT NULL,
  loans     INTEGER NOT NULL,
  balance   INTEGER NOT NULL,
  overdue   INTEGER NOT NULL,
  PRIMARY KEY (lender_id, day, fund_id, kind, key),
  CONSTRAINT fund_part_kind CHECK (kind IN ('class', 'band'))
) STRICT, WITHOUT ROWID;
