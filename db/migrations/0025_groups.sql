-- Loans of groups: who took which share, who paid for whom, what was written at each meeting, who handed
-- the money over, and the reserve that a lender keeps for a group.

CREATE TABLE loan_shares (
  id        TEXT PRIMARY KEY,
  loan_id   TEXT NOT NULL REFERENCES loans (id),
  position  INTEGER NOT NULL,
  -- None for a member without an account.
  person_id TEXT REFERENCES people (id),
  name      TEXT NOT NULL,
  phone     TEXT,
  amount    INTEGER NOT NULL,
  CONSTRAINT loan_share_amount CHECK (amount > 0)
) STRICT, WITHOUT ROWID;
CREATE INDEX loan_shares_of_loan ON loan_shares (loan_id, position);
CREATE INDEX loan_shares_of_person ON loan_shares (person_id, id) WHERE person_id IS NOT NULL;

CREATE INDEX loans_to_groups ON loans (lender_id, id) WHERE group_id IS NOT NULL;

-- The first shares of a running loan are set once; other ones are proposed by one and decided by another.
CREATE TABLE loan_share_changes (
  id          TEXT PRIMARY KEY,
  loan_id     TEXT NOT NULL REFERENCES loans (id),
  shares      TEXT NOT NULL,
  reason      TEXT NOT NULL,
  status      TEXT NOT NULL,
  proposed_by TEXT NOT NULL REFERENCES people (id),
  proposed_at INTEGER NOT NULL,
  decided_by  TEXT REFERENCES people (id),
  decided_at  INTEGER,
  CONSTRAINT share_change_json CHECK (json_valid(shares)),
  CONSTRAINT share_change_status CHECK (status IN ('waiting', 'approved', 'refused')),
  CONSTRAINT share_change_by_two CHECK (decided_by IS NULL OR decided_by <> proposed_by)
) STRICT, WITHOUT ROWID;
CREATE INDEX loan_share_changes_of_loan ON loan_share_changes (loan_id, id);
CREATE UNIQUE INDEX loan_share_changes_waiting ON loan_share_changes (loan_id)
  WHERE status = 'waiting';

-- What a member paid herself of one payment of the group. What others paid for her stands in `covers`.
CREATE TABLE payment_parts (
  loan_id  TEXT NOT NULL REFERENCES loans (id),
  seq      INTEGER NOT NULL,
  share_id TEXT NOT NULL REFERENCES loan_shares (id),
  amount   INTEGER NOT NULL,
  PRIMARY KEY (loan_id, seq, share_id),
  CONSTRAINT payment_part_amount CHECK (amount > 0)
) STRICT, WITHOUT ROWID;
CREATE INDEX payment_parts_of_share ON payment_parts (share_id);

CREATE TABLE meetings (
  id           TEXT PRIMARY KEY,
  loan_id      TEXT NOT NULL REFERENCES loans (id),
  lender_id    TEXT NOT NULL REFERENCES organizations (id),
  group_id     TEXT NOT NULL REFERENCES organizations (id),
  held_on      TEXT NOT NULL,
  place        TEXT NOT NULL,
  note         TEXT NOT NULL,
  status       TEXT NOT NULL,
  -- Cash for the lender: to the loan, and into the reserve; and what came out of the reserve.
  cash         INTEGER NOT NULL,
  to_loan      INTEGER NOT NULL,
  to_reserve   INTEGER NOT NULL,
  from_reserve INTEGER NOT NULL,
  -- The repayments of the loan that it made.
  cash_seq     INTEGER,
  reserve_seq  INTEGER,
  recorded_by  TEXT NOT NULL REFERENCES people (id),
  recorded_at  INTEGER NOT NULL,
  handed_by    TEXT REFERENCES people (id),
  handed_at    INTEGER,
  received_by  TEXT REFERENCES people (id),
  received_at  INTEGER,
  version      INTEGER NOT NULL,
  CONSTRAINT meeting_status CHECK (status IN ('recorded', 'handed-over', 'received', 'reversed')),
  CONSTRAINT meeting_cash CHECK (cash = to_loan + to_reserve AND cash >= 0 AND from_reserve >= 0),
  CONSTRAINT meeting_received_by_another CHECK (received_by IS NULL OR received_by <> handed_by)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX meetings_once ON meetings (loan_id, held_on) WHERE status <> 'reversed';
CREATE INDEX meetings_of_lender ON meetings (lender_id, id);
CREATE INDEX meetings_carried ON meetings (lender_id, id)
  WHERE status IN ('recorded', 'handed-over');
CREATE INDEX meetings_of_group ON meetings (group_id, id);

-- A member at a meeting, and her receipt: its code opens it without signing in.
CREATE TABLE meeting_lines (
  meeting_id         TEXT NOT NULL REFERENCES meetings (id),
  share_id           TEXT NOT NULL REFERENCES loan_shares (id),
  position           INTEGER NOT NULL,
  attended           INTEGER NOT NULL,
  asked              INTEGER NOT NULL,
  paid               INTEGER NOT NULL,
  covered_by_reserve INTEGER NOT NULL,
  covered_by_members INTEGER NOT NULL,
  gave               INTEGER NOT NULL,
  saved              INTEGER NOT NULL,
  paid_back          INTEGER NOT NULL,
  cash               INTEGER NOT NULL,
  -- Of her share, still to be paid after the meeting.
  left_after         INTEGER NOT NULL,
  code               TEXT NOT NULL UNIQUE,
  PRIMARY KEY (meeting_id, share_id),
  CONSTRAINT meeting_line_amounts CHECK (asked >= 0 AND paid >= 0 AND covered_by_reserve >= 0
    AND covered_by_members >= 0 AND gave >= 0 AND saved >= 0 AND paid_back >= 0)
) STRICT, WITHOUT ROWID;
CREATE INDEX meeting_lines_of_share ON meeting_lines (share_id, meeting_id);

-- One member paid for another, or the reserve did: a debt between them, beside the lender's books.
CREATE TABLE covers (
  id          TEXT PRIMARY KEY,
  loan_id     TEXT NOT NULL REFERENCES loans (id),
  seq         INTEGER NOT NULL,
  meeting_id  TEXT NOT NULL REFERENCES meetings (id),
  owed_by     TEXT NOT NULL REFERENCES loan_shares (id),
  -- Owed to the reserve where it is none of the members.
  owed_to     TEXT REFERENCES loan_shares (id),
  amount      INTEGER NOT NULL,
  repaid      INTEGER NOT NULL,
  covered_on  TEXT NOT NULL,
  reversed_at INTEGER,
  version     INTEGER NOT NULL,
  CONSTRAINT cover_between_two CHECK (owed_to IS NULL OR owed_to <> owed_by),
  CONSTRAINT cover_not_overpaid CHECK (amount > 0 AND repaid >= 0 AND repaid <= amount)
) STRICT, WITHOUT ROWID;
CREATE INDEX covers_of_loan ON covers (loan_id, id);
CREATE INDEX covers_of_meeting ON covers (meeting_id, id);
CREATE INDEX covers_owed_by ON covers (owed_by, id);
CREATE INDEX covers_owed_to ON covers (owed_to, id) WHERE owed_to IS NOT NULL;

CREATE TABLE cover_repayments (
  id          TEXT PRIMARY KEY,
  cover_id    TEXT NOT NULL REFERENCES covers (id),
  meeting_id  TEXT REFERENCES meetings (id),
  amount      INTEGER NOT NULL,
  paid_on     TEXT NOT NULL,
  recorded_by TEXT NOT NULL REFERENCES people (id),
  recorded_at INTEGER NOT NULL,
  reversed_at INTEGER,
  CONSTRAINT cover_repayment_amount CHECK (amount > 0)
) STRICT, WITHOUT ROWID;
CREATE INDEX cover_repayments_of_cover ON cover_repayments (cover_id, id);
CREATE INDEX cover_repayments_of_meeting ON cover_repayments (meeting_id, id)
  WHERE meeting_id IS NOT NULL;

-- The story of a group's reserve with a lender; its account in the books holds the sum.
CREATE TABLE reserve_moves (
  id         TEXT PRIMARY KEY,
  lender_id  TEXT NOT NULL REFERENCES organizations (id),
  group_id   TEXT NOT NULL REFERENCES organizations (id),
  kind       TEXT NOT NULL,
  -- Below zero when money left it.
  amount     INTEGER NOT NULL,
  share_id   TEXT REFERENCES loan_shares (id),
  meeting_id TEXT REFERENCES meetings (id),
  moved_on   TEXT NOT NULL,
  CONSTRAINT reserve_move_kind
    CHECK (kind IN ('saved', 'paid-back', 'covered', 'withdrawn', 'reversed')),
  CONSTRAINT reserve_move_amount CHECK (amount <> 0)
) STRICT, WITHOUT ROWID;
CREATE INDEX reserve_moves_of_group ON reserve_moves (group_id, lender_id, id);
CREATE INDEX reserve_moves_of_lender ON reserve_moves (lender_id, group_id);
CREATE INDEX reserve_moves_of_meeting ON reserve_moves (meeting_id) WHERE meeting_id IS NOT NULL;

CREATE TABLE reserve_withdrawals (
  id         TEXT PRIMARY KEY,
  lender_id  TEXT NOT NULL REFERENCES organizations (id),
  group_id   TEXT NOT NULL REFERENCES organizations (id),
  amount     INTEGER NOT NULL,
  reason     TEXT NOT NULL,
  status     TEXT NOT NULL,
  asked_by   TEXT NOT NULL REFERENCES people (id),
  asked_at   INTEGER NOT NULL,
  decided_by TEXT REFERENCES people (id),
  decided_at INTEGER,
  version    INTEGER NOT NULL,
  CONSTRAINT withdrawal_amount CHECK (amount > 0),
  CONSTRAINT withdrawal_status CHECK (status IN ('waiting', 'paid', 'refused')),
  CONSTRAINT withdrawal_by_two CHECK (decided_by IS NULL OR decided_by <> asked_by)
) STRICT, WITHOUT ROWID;
CREATE INDEX reserve_withdrawals_of_group ON reserve_withdrawals (group_id, lender_id, id);

-- How the limit of a group and of each member grows from loan to loan, in percent of the last one.
CREATE TABLE group_ladders (
  lender_id    TEXT PRIMARY KEY REFERENCES organizations (id),
  first_limit  INTEGER NOT NULL,
  most         INTEGER NOT NULL,
  growth       INTEGER NOT NULL,
  kept         INTEGER NOT NULL,
  lowered      INTEGER NOT NULL,
  late_allowed INTEGER NOT NULL,
  version      INTEGER NOT NULL,
  CONSTRAINT group_ladder_limits CHECK (first_limit > 0 AND most >= first_limit),
  CONSTRAINT group_ladder_steps CHECK (lowered BETWEEN 0 AND kept AND kept <= growth)
) STRICT, WITHOUT ROWID;

-- What a meeting repaid is taken back with the whole meeting or not at all, whoever reverses it.
CREATE TRIGGER meetings_whole BEFORE INSERT ON events
WHEN NEW.type = 'reversed' AND EXISTS (
  SELECT 1 FROM meetings m WHERE m.loan_id = NEW.subject AND m.status <> 'reversed'
    AND (NEW.data->>'reverses') IN (m.cash_seq, m.reserve_seq))
BEGIN SELECT RAISE(ABORT, 'meeting_taken_back_whole'); END;
