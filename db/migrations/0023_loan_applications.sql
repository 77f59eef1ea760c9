-- Applying, whole: what was typed and not sent yet, who stands for a loan besides its applicant, the
-- papers and who looked at them, objections, changes of the account, and every hand-over of money.

-- What a consent was given for, besides whom it was given to: an application.
ALTER TABLE consents ADD COLUMN subject TEXT;
CREATE INDEX consents_of_subject ON consents (subject) WHERE subject IS NOT NULL;

CREATE INDEX consents_withdrawn ON consents (purpose, withdrawn_at) WHERE withdrawn_at IS NOT NULL;

CREATE TABLE application_drafts (
  id         TEXT PRIMARY KEY,
  person_id  TEXT NOT NULL REFERENCES people (id),
  content    TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  touched_at INTEGER NOT NULL,
  version    INTEGER NOT NULL,
  CONSTRAINT application_draft_json CHECK (json_valid(content))
) STRICT, WITHOUT ROWID;
CREATE INDEX application_drafts_of_person ON application_drafts (person_id, touched_at);
CREATE INDEX application_drafts_by_age ON application_drafts (touched_at);

-- What a person stands for in somebody's application: her share of a group's loan, or a guarantee.
CREATE TABLE pledges (
  id             TEXT PRIMARY KEY,
  application_id TEXT NOT NULL REFERENCES loan_applications (id),
  kind           TEXT NOT NULL,
  -- Who she is as soon as that is known: a guarantor may be somebody who never signed in.
  person_id      TEXT REFERENCES people (id),
  destination    TEXT NOT NULL,
  name           TEXT NOT NULL,
  relation       TEXT NOT NULL DEFAULT '',
  -- Of a share; a guarantee is for the whole.
  amount         INTEGER,
  -- Her share of what was approved and accepted.
  agreed         INTEGER,
  status         TEXT NOT NULL,
  consent_id     TEXT REFERENCES consents (id),
  asked_at       INTEGER NOT NULL,
  answered_at    INTEGER,
  version        INTEGER NOT NULL,
  CONSTRAINT pledge_once UNIQUE (application_id, kind, destination),
  CONSTRAINT pledge_kind CHECK (kind IN ('share', 'guarantee')),
  CONSTRAINT pledge_amount CHECK ((kind = 'share') = (amount IS NOT NULL) AND amount > 0),
  CONSTRAINT pledge_agreed CHECK (agreed IS NULL OR agreed BETWEEN 0 AND amount),
  CONSTRAINT pledge_status CHECK (status IN ('asked', 'confirmed', 'declined')),
  CONSTRAINT pledge_answered CHECK ((status = 'asked') = (answered_at IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX pledges_of_person ON pledges (person_id, id) WHERE person_id IS NOT NULL;
CREATE INDEX pledges_to_destination ON pledges (destination, id);

-- Files lie in the private store; a KTP is encrypted before it gets there.
CREATE TABLE attachments (
  id             TEXT PRIMARY KEY,
  application_id TEXT NOT NULL REFERENCES loan_applications (id),
  kind           TEXT NOT NULL,
  content_type   TEXT NOT NULL,
  bytes          INTEGER NOT NULL,
  sha256         TEXT NOT NULL,
  added_by       TEXT NOT NULL REFERENCES people (id),
  added_at       INTEGER NOT NULL,
  forgotten_at   INTEGER,
  CONSTRAINT attachment_once UNIQUE (application_id, sha256),
  CONSTRAINT attachment_kind CHECK (kind IN ('ktp', 'business-photo', 'plan'))
) STRICT, WITHOUT ROWID;

-- Who the applicant is: her NIK sealed, and keyed hashes by which a lender finds the same NIK or the
-- same telephone in another application of its own, and nobody in anybody else's.
CREATE TABLE application_identities (
  application_id TEXT PRIMARY KEY REFERENCES loan_applications (id),
  lender_id      TEXT NOT NULL REFERENCES organizations (id),
  nik            TEXT,
  nik_shown      TEXT,
  nik_index      TEXT,
  phone_index    TEXT,
  -- 0: the application or its loan is over, and the clock has yet to set the day.
  forget_at      INTEGER,
  forgotten_at   INTEGER,
  CONSTRAINT identity_whole
    CHECK ((nik IS NULL) = (nik_shown IS NULL) AND (nik IS NULL) = (nik_index IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX identities_by_nik ON application_identities (lender_id, nik_index)
  WHERE nik_index IS NOT NULL;
CREATE INDEX identities_by_phone ON application_identities (lender_id, phone_index)
  WHERE phone_index IS NOT NULL;
CREATE INDEX identities_ending ON application_identities (forget_at) WHERE forget_at IS NOT NULL;

CREATE TRIGGER application_over AFTER UPDATE OF status ON loan_applications
WHEN (NEW.status IN ('rejected', 'withdrawn', 'expired'))
  <> (OLD.status IN ('rejected', 'withdrawn', 'expired'))
BEGIN
  UPDATE application_identities
  SET forget_at = CASE WHEN NEW.status IN ('rejected', 'withdrawn', 'expired') THEN 0 END
  WHERE application_id = NEW.id AND forgotten_at IS NULL;
END;
CREATE TRIGGER loan_over AFTER UPDATE OF status ON loans
WHEN (NEW.status = 'closed') <> (OLD.status = 'closed')
BEGIN
  UPDATE application_identities SET forget_at = CASE WHEN NEW.status = 'closed' THEN 0 END
  WHERE application_id = NEW.application_id AND forgotten_at IS NULL;
END;

-- Each look at a NIK or a KTP, with the reason that was given for it.
CREATE TABLE identity_openings (
  id             TEXT PRIMARY KEY,
  application_id TEXT NOT NULL REFERENCES loan_applications (id),
  opened_by      TEXT NOT NULL REFERENCES people (id),
  reason         TEXT NOT NULL,
  opened_at      INTEGER NOT NULL,
  until          INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX identity_openings_of_application ON identity_openings (application_id, id);

-- An applicant objects to a rejection once; somebody other than who decided answers.
CREATE TABLE objections (
  application_id TEXT PRIMARY KEY REFERENCES loan_applications (id),
  lender_id      TEXT NOT NULL REFERENCES organizations (id),
  words          TEXT NOT NULL,
  objected_at    INTEGER NOT NULL,
  -- The decision she objects to, as it stood.
  reasons        TEXT NOT NULL,
  decided_by     TEXT NOT NULL REFERENCES people (id),
  outcome        TEXT,
  answer         TEXT,
  answered_by    TEXT REFERENCES people (id),
  answered_at    INTEGER,
  CONSTRAINT objection_outcome CHECK (outcome IN ('kept', 'reopened')),
  CONSTRAINT objection_answered CHECK ((outcome IS NULL) = (answered_by IS NULL)),
  CONSTRAINT objection_by_another CHECK (answered_by IS NULL OR answered_by <> decided_by)
) STRICT, WITHOUT ROWID;
CREATE INDEX objections_waiting ON objections (lender_id, objected_at) WHERE outcome IS NULL;

-- After the approval another account needs an approver again.
CREATE TABLE payee_changes (
  id             TEXT PRIMARY KEY,
  application_id TEXT NOT NULL REFERENCES loan_applications (id),
  lender_id      TEXT NOT NULL REFERENCES organizations (id),
  bank_name      TEXT NOT NULL,
  bank_account   TEXT NOT NULL,
  bank_holder    TEXT NOT NULL,
  status         TEXT NOT NULL,
  asked_by       TEXT NOT NULL REFERENCES people (id),
  asked_at       INTEGER NOT NULL,
  decided_by     TEXT REFERENCES people (id),
  decided_at     INTEGER,
  CONSTRAINT payee_change_status CHECK (status IN ('waiting', 'approved', 'refused')),
  CONSTRAINT payee_change_by_another CHECK (decided_by IS NULL OR decided_by <> asked_by)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX payee_changes_one_waiting ON payee_changes (application_id)
  WHERE status = 'waiting';
CREATE INDEX payee_changes_waiting ON payee_changes (lender_id, id) WHERE status = 'waiting';

-- What was accepted, word for word; its hash is of this very text.
CREATE TABLE agreements (
  application_id TEXT PRIMARY KEY REFERENCES loan_applications (id),
  hash           TEXT NOT NULL,
  content        TEXT NOT NULL,
  accepted_by    TEXT NOT NULL REFERENCES people (id),
  -- Where the code was sent that she accepted with.
  destination    TEXT NOT NULL,
  accepted_at    INTEGER NOT NULL,
  CONSTRAINT agreement_json CHECK (json_valid(content))
) STRICT, WITHOUT ROWID;

-- Money handed over: the whole loan or a part of it. Its code opens the receipt without signing in.
CREATE TABLE disbursements (
  code         TEXT PRIMARY KEY,
  lender_id    TEXT NOT NULL REFERENCES organizations (id),
  number       INTEGER NOT NULL,
  loan_id      TEXT NOT NULL REFERENCES loans (id),
  seq          INTEGER NOT NULL,
  channel      TEXT NOT NULL,
  amount       INTEGER NOT NULL,
  -- What was kept back, line by line, as [{name, amount}].
  deductions   TEXT NOT NULL,
  received     INTEGER NOT NULL,
  recipient    TEXT NOT NULL,
  bank_name    TEXT,
  bank_account TEXT,
  bank_holder  TEXT,
  reference    TEXT,
  fund_id      TEXT REFERENCES loan_funds (id),
  handed_on    TEXT NOT NULL,
  recorded_by  TEXT NOT NULL REFERENCES people (id),
  recorded_at  INTEGER NOT NULL,
  CONSTRAINT disbursement_number UNIQUE (lender_id, number),
  CONSTRAINT disbursement_event UNIQUE (loan_id, seq),
  CONSTRAINT disbursement_channel CHECK (channel IN ('cash', 'transfer')),
  CONSTRAINT disbursement_account CHECK ((channel = 'transfer') = (bank_account IS NOT NULL)),
  CONSTRAINT disbursement_amount CHECK (amount > 0 AND received BETWEEN 0 AND amount),
  CONSTRAINT disbursement_deductions CHECK (json_valid(deductions))
) STRICT, WITHOUT ROWID;
