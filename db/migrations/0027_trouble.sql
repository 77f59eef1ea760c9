-- Loans in trouble: what one person proposes about a loan and another decides, and pauses for all loans of
-- a region at once.

CREATE TABLE loan_changes (
  id           TEXT PRIMARY KEY,
  lender_id    TEXT NOT NULL REFERENCES organizations (id),
  loan_id      TEXT NOT NULL REFERENCES loans (id),
  occasion     TEXT NOT NULL,
  -- Its kind and what that takes.
  measure      TEXT NOT NULL,
  reason       TEXT NOT NULL,
  -- The loan's last event when it was proposed.
  loan_version INTEGER NOT NULL,
  status       TEXT NOT NULL,
  proposed_by  TEXT NOT NULL,
  proposed_at  INTEGER NOT NULL,
  decided_by   TEXT,
  decided_at   INTEGER,
  reasons      TEXT,
  -- The loan's event by which it was carried out.
  seq          INTEGER,
  version      INTEGER NOT NULL,
  CONSTRAINT loan_change_occasion CHECK (occasion IN ('loan', 'death', 'closure')),
  CONSTRAINT loan_change_measure CHECK (json_valid(measure)),
  CONSTRAINT loan_change_status CHECK (status IN ('proposed', 'applied', 'refused', 'withdrawn')),
  CONSTRAINT loan_change_decided CHECK ((status = 'proposed') = (decided_by IS NULL)),
  CONSTRAINT loan_change_applied CHECK ((status = 'applied') = (seq IS NOT NULL)),
  CONSTRAINT two_people_change CHECK (status = 'withdrawn' OR decided_by IS NOT proposed_by)
) STRICT, WITHOUT ROWID;
CREATE INDEX loan_changes_of_lender ON loan_changes (lender_id, id);
CREATE INDEX loan_changes_of_loan ON loan_changes (loan_id, id);
CREATE INDEX loan_changes_waiting ON loan_changes (lender_id, id) WHERE status = 'proposed';
CREATE UNIQUE INDEX loan_changes_one_waiting ON loan_changes (loan_id) WHERE status = 'proposed';

-- A pause for all running loans of a regency, carried out a part a minute.
CREATE TABLE region_pauses (
  id          TEXT PRIMARY KEY,
  lender_id   TEXT NOT NULL REFERENCES organizations (id),
  region_code TEXT NOT NULL,
  region_name TEXT NOT NULL,
  until       TEXT NOT NULL,
  interest    TEXT NOT NULL,
  reason      TEXT NOT NULL,
  status      TEXT NOT NULL,
  proposed_by TEXT NOT NULL,
  proposed_at INTEGER NOT NULL,
  decided_by  TEXT,
  decided_at  INTEGER,
  -- The day it counts from: that of the decision.
  since       TEXT,
  reasons     TEXT,
  -- The last loan that was looked at, and how many were paused or passed over.
  last_loan   TEXT NOT NULL,
  paused      INTEGER NOT NULL,
  passed_over INTEGER NOT NULL,
  version     INTEGER NOT NULL,
  CONSTRAINT region_pause_interest CHECK (interest IN ('none', 'runs')),
  CONSTRAINT region_pause_status
    CHECK (status IN ('proposed', 'running', 'done', 'refused', 'withdrawn')),
  CONSTRAINT region_pause_decided CHECK ((status = 'proposed') = (decided_by IS NULL)),
  CONSTRAINT region_pause_since CHECK ((status IN ('running', 'done')) = (since IS NOT NULL)),
  CONSTRAINT two_people_pause CHECK (status = 'withdrawn' OR decided_by IS NOT proposed_by)
) STRICT, WITHOUT ROWID;
CREATE INDEX region_pauses_of_lender ON region_pauses (lender_id, id);
CREATE INDEX region_pauses_running ON region_pauses (id) WHERE status = 'running';
CREATE UNIQUE INDEX region_pauses_one_open ON region_pauses (lender_id, region_code)
  WHERE status IN ('proposed', 'running');

-- What became of each loan: the event of its pause, or why it was passed over.
CREATE TABLE region_paused_loans (
  pause_id TEXT NOT NULL REFERENCES region_pauses (id),
  loan_id  TEXT NOT NULL REFERENCES loans (id),
  seq      INTEGER,
  obstacle TEXT,
  PRIMARY KEY (pause_id, loan_id),
  CONSTRAINT region_paused_loan CHECK ((seq IS NULL) = (obstacle IS NOT NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX region_paused_loans_of_loan ON region_paused_loans (loan_id);

-- Where a loan is: the regency of the group that borrowed, of the enterprise whose sales spoke for it, or of
-- an enterprise to which its borrower belongs.
CREATE VIEW loan_regions AS
  SELECT l.id AS loan_id, coalesce(
    (SELECT e.regency_code FROM enterprises e WHERE e.organization_id = l.group_id),
    (SELECT e.regency_code FROM loan_applications a
     JOIN enterprises e ON e.organization_id = a.sales_of WHERE a.id = l.application_id),
    (SELECT e.regency_code FROM memberships m
     JOIN enterprises e ON e.organization_id = m.organization_id
     WHERE m.person_id = l.borrower_id ORDER BY m.organization_id LIMIT 1)) AS region_code
  FROM loans l;
CREATE TRIGGER loans_placed AFTER INSERT ON loans WHEN NEW.region_code IS NULL BEGIN
  UPDATE loans SET region_code = (SELECT r.region_code FROM loan_regions r WHERE r.loan_id = NEW.id)
  WHERE id = NEW.id;
END;
UPDATE loans SET region_code =
  (SELECT r.region_code FROM loan_regions r WHERE r.loan_id = loans.id) WHERE region_code IS NULL;
