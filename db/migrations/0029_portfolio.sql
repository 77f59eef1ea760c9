-- A lender's portfolio, counted once a day: which rule its loans are judged by, how far the count of a day
-- has come, what each day came to, and how each loan stood when it was last counted.

-- The rule of loan quality in force from a day; `classes` where it is the lender's own.
CREATE TABLE quality_profiles (
  id         TEXT PRIMARY KEY,
  lender_id  TEXT NOT NULL REFERENCES organizations (id),
  profile    TEXT NOT NULL,
  since      TEXT NOT NULL,
  classes    TEXT,
  source     TEXT,
  chosen_by  TEXT NOT NULL REFERENCES people (id),
  chosen_at  INTEGER NOT NULL,
  CONSTRAINT quality_profile_name CHECK (profile IN ('bank', 'bpr', 'lkm', 'koperasi', 'upk', 'own')),
  CONSTRAINT quality_profile_classes
    CHECK ((profile = 'own') = (classes IS NOT NULL) AND (classes IS NULL OR json_valid(classes)))
) STRICT, WITHOUT ROWID;
CREATE INDEX quality_profiles_of_lender ON quality_profiles (lender_id, id);

-- One row a lender: the day it is to be counted next, and where the count of `day` is. `after` is the last
-- loan that was looked at; NULL once all were.
CREATE TABLE portfolio_runs (
  lender_id TEXT PRIMARY KEY REFERENCES organizations (id),
  due_on    TEXT NOT NULL,
  day       TEXT,
  after     TEXT,
  page      INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX portfolio_runs_due ON portfolio_runs (due_on, page, lender_id);

CREATE TRIGGER lenders_are_counted AFTER INSERT ON organizations WHEN NEW.kind = 'lender' BEGIN
  INSERT INTO portfolio_runs (lender_id, due_on, page)
  VALUES (NEW.id, date(NEW.created_at / 1000, 'unixepoch', '+7 hours'), 0);
END;

-- What a day came to. It is shown once it is whole. Only loans with principal still lent count, but for
-- `loans`, which are all that were looked at.
CREATE TABLE portfolio_days (
  lender_id  TEXT NOT NULL REFERENCES organizations (id),
  day        TEXT NOT NULL,
  profile_id TEXT REFERENCES quality_profiles (id),
  whole      INTEGER NOT NULL,
  loans      INTEGER NOT NULL,
  running    INTEGER NOT NULL,
  balance    INTEGER NOT NULL,
  overdue    INTEGER NOT NULL,
  at_risk    INTEGER NOT NULL,
  receivable INTEGER NOT NULL,
  PRIMARY KEY (lender_id, day),
  CONSTRAINT portfolio_day_whole CHECK (whole IN (0, 1))
) STRICT, WITHOUT ROWID;
CREATE INDEX portfolio_days_whole ON portfolio_days (lender_id, day) WHERE whole = 1;

-- The same, in parts: by class of quality, by band of days late, by officer ('' for none), by the quarter of
-- the disbursement, and what falls due on each of seven days.
CREATE TABLE portfolio_parts (
  lender_id  TEXT NOT NULL REFERENCES organizations (id),
  day        TEXT NOT NULL,
  kind       TEXT NOT NULL,
  key        TEXT NOT NULL,
  loans      INTEGER NOT NULL,
  lent       INTEGER NOT NULL,
  balance    INTEGER NOT NULL,
  overdue    INTEGER NOT NULL,
  -- Principal of loans more than thirty days late.
  at_risk    INTEGER NOT NULL,
  due        INTEGER NOT NULL,
  PRIMARY KEY (lender_id, day, kind, key),
  CONSTRAINT portfolio_part_kind CHECK (kind IN ('class', 'band', 'officer', 'vintage', 'due'))
) STRICT, WITHOUT ROWID;

-- How each loan stood when it was last counted. A row is written only where something of it changed.
CREATE TABLE portfolio_loans (
  loan_id    TEXT PRIMARY KEY REFERENCES loans (id),
  lender_id  TEXT NOT NULL REFERENCES organizations (id),
  version    INTEGER NOT NULL,
  class      TEXT NOT NULL,
  band       TEXT NOT NULL,
  officer    TEXT NOT NULL,
  quarter    TEXT NOT NULL,
  late_since TEXT,
  missed     INTEGER NOT NULL,
  lent       INTEGER NOT NULL,
  balance    INTEGER NOT NULL,
  overdue    INTEGER NOT NULL,
  receivable INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX portfolio_loans_of_lender ON portfolio_loans (lender_id, loan_id) WHERE balance > 0;
CREATE INDEX portfolio_loans_of_class ON portfolio_loans (lender_id, class, loan_id) WHERE balance > 0;
CREATE INDEX portfolio_loans_of_band ON portfolio_loans (lender_id, band, loan_id) WHERE balance > 0;
CREATE INDEX portfolio_loans_of_officer ON portfolio_loans (lender_id, officer, loan_id) WHERE balance > 0;
CREATE INDEX portfolio_loans_accrued ON portfolio_loans (lender_id, loan_id) WHERE receivable > 0;
CREATE INDEX portfolio_loans_of_quarter ON portfolio_loans (lender_id, quarter, loan_id);

-- How far interest was accrued into the books of a lender who keeps them on that basis, loan by loan: the
-- end of the month it was last done for, and whether it had stopped since the loan did not perform.
CREATE TABLE loan_accruals (
  loan_id TEXT PRIMARY KEY REFERENCES loans (id),
  through TEXT NOT NULL,
  stopped INTEGER NOT NULL,
  CONSTRAINT loan_accrual_stopped CHECK (stopped IN (0, 1))
) STRICT, WITHOUT ROWID;
CREATE INDEX loan_accruals_through ON loan_accruals (through, loan_id);
CREATE TRIGGER loans_accrue AFTER INSERT ON loans WHEN NEW.basis = 'accrual' BEGIN
  INSERT INTO loan_accruals (loan_id, through, stopped) VALUES (NEW.id, NEW.disbursed_on, 0);
END;
CREATE TRIGGER loans_accrue_again AFTER UPDATE OF status ON loans
WHEN NEW.basis = 'accrual' AND NEW.status = 'active' AND OLD.status <> 'active' BEGIN
  UPDATE loan_accruals SET through = coalesce(NEW.accrued_on, NEW.disbursed_on) WHERE loan_id = NEW.id;
END;

INSERT INTO portfolio_runs (lender_id, due_on, page)
SELECT id, date(created_at / 1000, 'unixepoch', '+7 hours'), 0 FROM organizations WHERE kind = 'lender';
INSERT INTO loan_accruals (loan_id, through, stopped)
SELECT id, disbursed_on, 0 FROM loans WHERE basis = 'accrual';
