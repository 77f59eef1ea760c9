-- A lender's funds and books: what each fund was promised, received, lent and gave back; how the book is
-- kept, which months of it are closed, what is written by hand, and what is set aside for losses.

-- What the funder promised in all; NULL where nothing was.
ALTER TABLE loan_funds ADD COLUMN promised INTEGER
  CONSTRAINT loan_fund_promised CHECK (promised > 0);

-- Where money of a fund stands, kept by the triggers below. `brought`: loans that came with the fund from
-- elsewhere, which are capital without having been received here. `lent`: every principal handed over.
-- Idle is what is left: received + brought + recovered - returned - balance - written_off.
CREATE TABLE fund_sums (
  fund_id       TEXT PRIMARY KEY REFERENCES loan_funds (id),
  received      INTEGER NOT NULL,
  returned      INTEGER NOT NULL,
  brought       INTEGER NOT NULL,
  lent          INTEGER NOT NULL,
  lent_to_women INTEGER NOT NULL,
  balance       INTEGER NOT NULL,
  written_off   INTEGER NOT NULL,
  recovered     INTEGER NOT NULL,
  loans         INTEGER NOT NULL,
  running       INTEGER NOT NULL,
  borrowers     INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Who has borrowed from a fund: a group, or a person for herself.
CREATE TABLE fund_borrowers (
  fund_id     TEXT NOT NULL REFERENCES loan_funds (id),
  borrower_id TEXT NOT NULL,
  PRIMARY KEY (fund_id, borrower_id)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER fund_borrowers_counted AFTER INSERT ON fund_borrowers BEGIN
  UPDATE fund_sums SET borrowers = borrowers + 1 WHERE fund_id = NEW.fund_id;
END;

CREATE TRIGGER loan_funds_summed AFTER INSERT ON loan_funds BEGIN
  INSERT INTO fund_sums (fund_id, received, returned, brought, lent, lent_to_women, balance,
    written_off, recovered, loans, running, borrowers)
  VALUES (NEW.id, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
END;

-- What was still owed on a loan when it was brought in from elsewhere.
CREATE TABLE brought_loans (
  loan_id TEXT PRIMARY KEY REFERENCES loans (id),
  amount  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The share of a loan in the sums of its fund. What is not handed over yet is not lent.
CREATE VIEW fund_loans AS
  SELECT l.id AS loan_id, l.fund_id, l.balance,
    l.status = 'active' AS running,
    coalesce(b.amount, 0) AS brought,
    coalesce(b.amount, l.terms->>'firstTranche', l.principal) + coalesce((
        SELECT sum(d.data->>'amount') FROM events d WHERE d.subject = l.id AND d.type = 'drawn'
        AND NOT EXISTS (SELECT 1 FROM events r WHERE r.subject = l.id AND r.type = 'reversed'
          AND r.data->>'reverses' = d.seq)), 0) AS handed,
    coalesce((SELECT e.women_led FROM enterprises e WHERE e.organization_id = l.group_id), 0) AS women,
    coalesce(l.group_id, l.borrower_id) AS borrower
  FROM loans l LEFT JOIN brought_loans b ON b.loan_id = l.id;

-- A loan without a fund is carried by its lender's first one, which bears the lender's own id.
CREATE TRIGGER loans_funded AFTER INSERT ON loans WHEN NEW.fund_id IS NULL BEGIN
  UPDATE loans SET fund_id = NEW.lender_id WHERE id = NEW.id;
END;
CREATE TRIGGER loans_carried AFTER INSERT ON loans WHEN NEW.fund_id IS NOT NULL BEGIN
  INSERT INTO brought_loans (loan_id, amount)
  SELECT NEW.id, NEW.balance WHERE NEW.origin = 'import';
  UPDATE fund_sums SET brought = fund_sums.brought + f.brought, lent = lent + f.handed,
    lent_to_women = lent_to_women + f.handed * f.women, balance = fund_sums.balance + f.balance,
    loans = loans + 1, running = fund_sums.running + f.running
  FROM fund_loans f WHERE f.loan_id = NEW.id AND fund_sums.fund_id = NEW.fund_id;
  INSERT INTO fund_borrowers (fund_id, borrower_id)
  VALUES (NEW.fund_id, coalesce(NEW.group_id, NEW.borrower_id)) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER loans_carried_first AFTER UPDATE OF fund_id ON loans
WHEN OLD.fund_id IS NULL AND NEW.fund_id IS NOT NULL BEGIN
  INSERT INTO brought_loans (loan_id, amount)
  SELECT NEW.id, NEW.balance WHERE NEW.origin = 'import';
  UPDATE fund_sums SET brought = fund_sums.brought + f.brought, lent = lent + f.handed,
    lent_to_women = lent_to_women + f.handed * f.women, balance = fund_sums.balance + f.balance,
    loans = loans + 1, running = fund_sums.running + f.running
  FROM fund_loans f WHERE f.loan_id = NEW.id AND fund_sums.fund_id = NEW.fund_id;
  INSERT INTO fund_borrowers (fund_id, borrower_id)
  VALUES (NEW.fund_id, coalesce(NEW.group_id, NEW.borrower_id)) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER loans_stay_with_their_fund BEFORE UPDATE OF fund_id ON loans
WHEN OLD.fund_id IS NOT NULL AND NEW.fund_id IS NOT OLD.fund_id BEGIN
  SELECT RAISE(ABORT, 'fund_kept');
END;
CREATE TRIGGER loans_carried_anew AFTER UPDATE OF balance, status ON loans
WHEN NEW.fund_id IS NOT NULL AND OLD.fund_id IS NEW.fund_id BEGIN
  UPDATE fund_sums SET balance = balance + NEW.balance - OLD.balance,
    running = running + (NEW.status = 'active') - (OLD.status = 'active')
  WHERE fund_id = NEW.fund_id;
END;

-- A further tranche is lent when it is drawn, and not when that is taken back.
CREATE TRIGGER events_drawn AFTER INSERT ON events WHEN NEW.type = 'drawn' BEGIN
  UPDATE fund_sums SET lent = lent + (NEW.data->>'amount'),
    lent_to_women = lent_to_women + (NEW.data->>'amount') * f.women
  FROM fund_loans f WHERE f.loan_id = NEW.subject AND fund_sums.fund_id = f.fund_id;
END;
CREATE TRIGGER events_undrawn AFTER INSERT ON events WHEN NEW.type = 'reversed' BEGIN
  UPDATE fund_sums SET lent = lent - (d.data->>'amount'),
    lent_to_women = lent_to_women - (d.data->>'amount') * f.women
  FROM events d JOIN fund_loans f ON f.loan_id = d.subject
  WHERE d.subject = NEW.subject AND d.seq = NEW.data->>'reverses' AND d.type = 'drawn'
    AND fund_sums.fund_id = f.fund_id;
END;

-- Capital that came or went. An entry that takes another back undoes what that one counted.
CREATE TRIGGER transfers_of_capital_in AFTER INSERT ON transfers
WHEN instr(NEW.credit, '/fund-capital/') > 0 BEGIN
  UPDATE fund_sums SET received = received + iif(e.reverses IS NULL, NEW.amount, 0),
    returned = returned - iif(e.reverses IS NULL, 0, NEW.amount)
  FROM entries e JOIN accounts a ON a.id = NEW.credit
  WHERE e.id = NEW.entry_id AND fund_sums.fund_id = iif(a.holder = '', a.book, a.holder);
END;
CREATE TRIGGER transfers_of_capital_out AFTER INSERT ON transfers
WHEN instr(NEW.debit, '/fund-capital/') > 0 BEGIN
  UPDATE fund_sums SET returned = returned + iif(e.reverses IS NULL, NEW.amount, 0),
    received = received - iif(e.reverses IS NULL, 0, NEW.amount)
  FROM entries e JOIN accounts a ON a.id = NEW.debit
  WHERE e.id = NEW.entry_id AND fund_sums.fund_id = iif(a.holder = '', a.book, a.holder);
END;

-- Principal that was given up, and what came back of it. What an imported loan had lost before it came is
-- in its first entry, and was never the fund's.
CREATE TRIGGER transfers_of_losses AFTER INSERT ON transfers
WHEN instr(NEW.debit || ' ' || NEW.credit, '/loss-allowance/') > 0
  OR instr(NEW.debit || ' ' || NEW.credit, '/recoveries/') > 0 BEGIN
  UPDATE fund_sums SET
    written_off = fund_sums.written_off + NEW.amount * ((instr(NEW.debit, '/loss-allowance/') > 0)
      - (instr(NEW.credit, '/loss-allowance/') > 0)),
    recovered = fund_sums.recovered + NEW.amount * ((instr(NEW.credit, '/recoveries/') > 0)
      - (instr(NEW.debit, '/recoveries/') > 0))
  FROM entries e JOIN loans l ON l.id = e.subject
  WHERE e.id = NEW.entry_id AND fund_sums.fund_id = l.fund_id AND (l.origin = 'desk'
    OR EXISTS (SELECT 1 FROM entries p WHERE p.subject = l.id AND p.id <> e.id));
END;

-- How a lender keeps its book. Interest of loans disbursed from now on is income when it is paid ('cash')
-- or when it is earned ('accrual'). No entry is dated in a month up to `closed_through`.
CREATE TABLE lender_books (
  lender_id      TEXT PRIMARY KEY REFERENCES organizations (id),
  basis          TEXT NOT NULL,
  closed_through TEXT,
  version        INTEGER NOT NULL,
  CONSTRAINT lender_book_basis CHECK (basis IN ('cash', 'accrual'))
) STRICT, WITHOUT ROWID;

CREATE TRIGGER lenders_begin AFTER INSERT ON organizations WHEN NEW.kind = 'lender' BEGIN
  INSERT INTO lender_books (lender_id, basis, version) VALUES (NEW.id, 'cash', 0);
  INSERT INTO loan_funds (id, lender_id, name, kind, funder_name, restriction, opened_on, status,
    created_at, version)
  VALUES (NEW.id, NEW.id, 'Dana umum', 'revolving', NEW.name, '',
    date(NEW.created_at / 1000, 'unixepoch', '+7 hours'), 'open', NEW.created_at, 0);
END;

CREATE TRIGGER entries_in_open_months BEFORE INSERT ON entries
WHEN substr(NEW.value_on, 1, 7) <=
  (SELECT b.closed_through FROM lender_books b WHERE b.lender_id = NEW.book)
BEGIN SELECT RAISE(ABORT, 'month_open'); END;

-- December carries the entry that moved the year's result into retained earnings.
CREATE TABLE closed_months (
  lender_id     TEXT NOT NULL REFERENCES organizations (id),
  month         TEXT NOT NULL,
  year_entry_id TEXT REFERENCES entries (id),
  closed_by     TEXT NOT NULL,
  closed_at     INTEGER NOT NULL,
  PRIMARY KEY (lender_id, month)
) STRICT, WITHOUT ROWID;

-- All that moved up to the end of a closed month, which nothing can change any more.
CREATE TABLE closed_balances (
  lender_id TEXT NOT NULL REFERENCES organizations (id),
  month     TEXT NOT NULL,
  code      TEXT NOT NULL,
  debits    INTEGER NOT NULL,
  credits   INTEGER NOT NULL,
  PRIMARY KEY (lender_id, month, code)
) STRICT, WITHOUT ROWID;

-- What one person proposes about the book and another decides: an entry written by hand, one taken back,
-- money returned to a funder, the last closed month opened again.
CREATE TABLE book_proposals (
  id          TEXT PRIMARY KEY,
  lender_id   TEXT NOT NULL REFERENCES organizations (id),
  number      INTEGER NOT NULL,
  kind        TEXT NOT NULL,
  value_on    TEXT NOT NULL,
  description TEXT NOT NULL,
  amount      INTEGER NOT NULL,
  -- By kind: the lines of an entry; the fund and the account of a return; nothing else.
  data        TEXT NOT NULL,
  fund_id     TEXT REFERENCES loan_funds (id),
  reverses    TEXT REFERENCES entries (id),
  status      TEXT NOT NULL,
  proposed_by TEXT NOT NULL,
  proposed_at INTEGER NOT NULL,
  decided_by  TEXT,
  decided_at  INTEGER,
  reasons     TEXT,
  entry_id    TEXT REFERENCES entries (id),
  version     INTEGER NOT NULL,
  CONSTRAINT book_proposal_number UNIQUE (lender_id, number),
  CONSTRAINT book_proposal_kind CHECK (kind IN ('entry', 'reversal', 'fund-return', 'reopening')),
  CONSTRAINT book_proposal_status CHECK (status IN ('proposed', 'approved', 'refused', 'withdrawn')),
  CONSTRAINT book_proposal_amount CHECK (amount >= 0),
  CONSTRAINT book_proposal_data CHECK (json_valid(data)),
  CONSTRAINT book_proposal_reverses CHECK ((kind = 'reversal') = (reverses IS NOT NULL)),
  CONSTRAINT book_proposal_fund CHECK ((kind = 'fund-return') = (fund_id IS NOT NULL)),
  CONSTRAINT two_people_write CHECK (status = 'withdrawn' OR decided_by IS NOT proposed_by)
) STRICT, WITHOUT ROWID;
CREATE INDEX book_proposals_of_lender ON book_proposals (lender_id, id);
CREATE INDEX book_proposals_waiting ON book_proposals (lender_id, id) WHERE status = 'proposed';
CREATE INDEX book_proposals_of_fund ON book_proposals (fund_id, id) WHERE fund_id IS NOT NULL;
CREATE UNIQUE INDEX book_proposals_reversing ON book_proposals (reverses)
  WHERE reverses IS NOT NULL AND status = 'proposed';

-- What was set aside for loans that may be lost: the classes as they stood, and the change booked.
CREATE TABLE loss_provisions (
  id          TEXT PRIMARY KEY,
  lender_id   TEXT NOT NULL REFERENCES organizations (id),
  provided_on TEXT NOT NULL,
  source      TEXT NOT NULL,
  classes     TEXT NOT NULL,
  target      INTEGER NOT NULL,
  change      INTEGER NOT NULL,
  entry_id    TEXT REFERENCES entries (id),
  decided_by  TEXT NOT NULL,
  decided_at  INTEGER NOT NULL,
  CONSTRAINT loss_provision_target CHECK (target >= 0),
  CONSTRAINT loss_provision_classes CHECK (json_valid(classes)),
  CONSTRAINT loss_provision_entry CHECK ((change <> 0) = (entry_id IS NOT NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX loss_provisions_of_lender ON loss_provisions (lender_id, id);

-- What stood before: every lender's first fund, which holds all it has received and lent so far.
INSERT INTO lender_books (lender_id, basis, version)
SELECT id, 'cash', 0 FROM organizations WHERE kind = 'lender';
INSERT INTO loan_funds (id, lender_id, name, kind, funder_name, restriction, opened_on, status,
  created_at, version)
SELECT id, id, 'Dana umum', 'revolving', name, '',
  date(created_at / 1000, 'unixepoch', '+7 hours'), 'open', created_at, 0
FROM organizations WHERE kind = 'lender';
UPDATE fund_sums SET received = a.credits, returned = a.debits
FROM accounts a WHERE a.id = fund_sums.fund_id || '/fund-capital/';
UPDATE loans SET fund_id = lender_id WHERE fund_id IS NULL;
