-- What follows a running loan: reminders, promises to pay, visits, and who looks after it.

-- The steps of the ladder that a lender does not send.
CREATE TABLE reminder_rules (
  lender_id TEXT PRIMARY KEY REFERENCES organizations (id),
  off       TEXT NOT NULL,
  version   INTEGER NOT NULL,
  CONSTRAINT reminder_rule_off CHECK (json_valid(off))
) STRICT, WITHOUT ROWID;

-- When a running loan is next looked at; none once the ladder of its oldest unpaid instalment is climbed.
CREATE TABLE loan_reminders (
  loan_id   TEXT PRIMARY KEY REFERENCES loans (id),
  remind_on TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX loan_reminders_by_day ON loan_reminders (remind_on, loan_id);

-- Each step goes out once for an instalment, to the borrower or to who leads her group.
CREATE TABLE sent_reminders (
  loan_id   TEXT NOT NULL REFERENCES loans (id),
  due_on    TEXT NOT NULL,
  step      TEXT NOT NULL,
  person_id TEXT NOT NULL REFERENCES people (id),
  sent_at   INTEGER NOT NULL,
  PRIMARY KEY (loan_id, due_on, step)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER loans_reminded AFTER INSERT ON loans
WHEN NEW.status = 'active' AND NEW.next_due_on IS NOT NULL BEGIN
  INSERT INTO loan_reminders (loan_id, remind_on) VALUES (NEW.id, date(NEW.next_due_on, '-3 days'));
END;
CREATE TRIGGER loans_reminded_anew AFTER UPDATE OF next_due_on, status ON loans
WHEN NEW.status = 'active' AND NEW.next_due_on IS NOT NULL
  AND (NEW.next_due_on IS NOT OLD.next_due_on OR OLD.status <> 'active') BEGIN
  INSERT INTO loan_reminders (loan_id, remind_on) VALUES (NEW.id, date(NEW.next_due_on, '-3 days'))
  ON CONFLICT (loan_id) DO UPDATE SET remind_on = excluded.remind_on;
END;
CREATE TRIGGER loans_reminded_no_more AFTER UPDATE OF next_due_on, status ON loans
WHEN (NEW.status <> 'active' AND OLD.status = 'active')
  OR (NEW.next_due_on IS NULL AND OLD.next_due_on IS NOT NULL) BEGIN
  DELETE FROM loan_reminders WHERE loan_id = NEW.id;
END;
INSERT INTO loan_reminders (loan_id, remind_on)
SELECT id, date(next_due_on, '-3 days') FROM loans WHERE status = 'active' AND next_due_on IS NOT NULL;

-- What was said, as it was said; whether it was kept follows from the receipts.
CREATE TABLE loan_promises (
  id          TEXT PRIMARY KEY,
  lender_id   TEXT NOT NULL REFERENCES organizations (id),
  loan_id     TEXT NOT NULL REFERENCES loans (id),
  made_on     TEXT NOT NULL,
  promised_on TEXT NOT NULL,
  amount      INTEGER NOT NULL,
  promised_by TEXT NOT NULL,
  recorded_by TEXT NOT NULL REFERENCES people (id),
  recorded_at INTEGER NOT NULL,
  CONSTRAINT loan_promise_amount CHECK (amount > 0),
  CONSTRAINT loan_promise_days CHECK (promised_on >= made_on)
) STRICT, WITHOUT ROWID;
CREATE INDEX loan_promises_of_loan ON loan_promises (loan_id, id);
CREATE INDEX loan_promises_of_lender ON loan_promises (lender_id, promised_on, id);

-- Visits before a loan belong to its application; these to the loan, wherever it came from.
CREATE TABLE loan_visits (
  id          TEXT PRIMARY KEY,
  loan_id     TEXT NOT NULL REFERENCES loans (id),
  visited_on  TEXT NOT NULL,
  place       TEXT NOT NULL,
  note        TEXT NOT NULL,
  recorded_by TEXT NOT NULL REFERENCES people (id),
  recorded_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX loan_visits_of_loan ON loan_visits (loan_id, visited_on, id);

-- Loans from the hands of one (nobody's, where none is named) into those of another.
CREATE TABLE officer_handovers (
  id         TEXT PRIMARY KEY,
  lender_id  TEXT NOT NULL REFERENCES organizations (id),
  from_id    TEXT REFERENCES people (id),
  to_id      TEXT NOT NULL REFERENCES people (id),
  loans      INTEGER NOT NULL,
  note       TEXT NOT NULL,
  decided_by TEXT NOT NULL REFERENCES people (id),
  decided_at INTEGER NOT NULL,
  CONSTRAINT officer_handover_moves CHECK (from_id IS NOT to_id AND loans > 0)
) STRICT, WITHOUT ROWID;
CREATE INDEX officer_handovers_of_lender ON officer_handovers (lender_id, id);

CREATE TABLE handed_over_loans (
  handover_id TEXT NOT NULL REFERENCES officer_handovers (id),
  loan_id     TEXT NOT NULL REFERENCES loans (id),
  PRIMARY KEY (handover_id, loan_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX handed_over_loans_of_loan ON handed_over_loans (loan_id, handover_id);

CREATE INDEX loans_of_nobody ON loans (lender_id, id) WHERE officer_id IS NULL AND status <> 'closed';

-- How many loans that are not closed each looks after; '' is nobody.
CREATE TABLE officer_tallies (
  lender_id  TEXT NOT NULL REFERENCES organizations (id),
  officer_id TEXT NOT NULL,
  loans      INTEGER NOT NULL,
  PRIMARY KEY (lender_id, officer_id),
  CONSTRAINT officer_load_loans CHECK (loans >= 0)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER loans_looked_after AFTER INSERT ON loans WHEN NEW.status <> 'closed' BEGIN
  INSERT INTO officer_tallies (lender_id, officer_id, loans)
  VALUES (NEW.lender_id, coalesce(NEW.officer_id, ''), 1)
  ON CONFLICT (lender_id, officer_id) DO UPDATE SET loans = loans + 1;
END;
CREATE TRIGGER loans_looked_after_anew AFTER UPDATE OF officer_id, status ON loans
WHEN NEW.officer_id IS NOT OLD.officer_id OR (NEW.status = 'closed') <> (OLD.status = 'closed') BEGIN
  UPDATE officer_tallies SET loans = loans - 1
  WHERE lender_id = OLD.lender_id AND officer_id = coalesce(OLD.officer_id, '')
    AND OLD.status <> 'closed';
  INSERT INTO officer_tallies (lender_id, officer_id, loans)
  SELECT NEW.lender_id, coalesce(NEW.officer_id, ''), 1 WHERE NEW.status <> 'closed'
  ON CONFLICT (lender_id, officer_id) DO UPDATE SET loans = loans + 1;
END;
INSERT INTO officer_tallies (lender_id, officer_id, loans)
SELECT lender_id, coalesce(officer_id, ''), count(*) FROM loans WHERE status <> 'closed'
GROUP BY lender_id, coalesce(officer_id, '');
