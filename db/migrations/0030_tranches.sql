-- A loan that is handed over in parts: decided before it is accepted, each part handed over once. `seq` is
-- the number of the loan's event by which it was.
CREATE TABLE tranches (
  application_id TEXT NOT NULL REFERENCES loan_applications (id),
  n              INTEGER NOT NULL,
  lender_id      TEXT NOT NULL REFERENCES organizations (id),
  amount         INTEGER NOT NULL,
  note           TEXT NOT NULL,
  seq            INTEGER,
  PRIMARY KEY (application_id, n),
  CONSTRAINT tranche_amount CHECK (amount > 0)
) STRICT, WITHOUT ROWID;
CREATE INDEX tranches_to_come ON tranches (lender_id, application_id, n) WHERE seq IS NULL;
