-- Reviewing an application: by which scorecard it was read, what an officer recommended, who voted, how
-- much each may approve, what must be done first, what was seen in the field, and who is kin to whom.

-- A card is never changed: changing it writes the next version.
CREATE TABLE scorecards (
  lender_id  TEXT NOT NULL REFERENCES organizations (id),
  version    INTEGER NOT NULL,
  card       TEXT NOT NULL,
  note       TEXT NOT NULL,
  -- Nobody: the card that every desk begins with.
  changed_by TEXT REFERENCES people (id),
  changed_at INTEGER NOT NULL,
  PRIMARY KEY (lender_id, version),
  CONSTRAINT scorecard_json CHECK (json_valid(card))
) STRICT, WITHOUT ROWID;

-- Each recommendation with the facts it was read from; `seq` is that of its event.
CREATE TABLE recommendations (
  application_id    TEXT NOT NULL REFERENCES loan_applications (id),
  seq               INTEGER NOT NULL,
  officer_id        TEXT NOT NULL REFERENCES people (id),
  advice            TEXT NOT NULL,
  amount            INTEGER NOT NULL,
  instalments       INTEGER NOT NULL,
  note              TEXT NOT NULL,
  conditions        TEXT NOT NULL,
  lender_id         TEXT NOT NULL,
  scorecard_version INTEGER NOT NULL,
  facts             TEXT NOT NULL,
  score             INTEGER,
  at                INTEGER NOT NULL,
  PRIMARY KEY (application_id, seq),
  CONSTRAINT recommendation_card FOREIGN KEY (lender_id, scorecard_version)
    REFERENCES scorecards (lender_id, version),
  CONSTRAINT recommendation_advice CHECK (advice IN ('lend', 'decline')),
  CONSTRAINT recommendation_score CHECK (score BETWEEN 0 AND 100),
  CONSTRAINT recommendation_json CHECK (json_valid(conditions) AND json_valid(facts))
) STRICT, WITHOUT ROWID;

-- Where a person differed from the scorecard, or a decision from what was recommended, and why.
CREATE TABLE overrides (
  application_id TEXT NOT NULL REFERENCES loan_applications (id),
  seq            INTEGER NOT NULL,
  lender_id      TEXT NOT NULL REFERENCES organizations (id),
  person_id      TEXT NOT NULL REFERENCES people (id),
  against        TEXT NOT NULL,
  suggested      TEXT NOT NULL,
  chosen         TEXT NOT NULL,
  why            TEXT NOT NULL,
  at             INTEGER NOT NULL,
  PRIMARY KEY (application_id, seq),
  CONSTRAINT override_against CHECK (against IN ('score', 'recommendation'))
) STRICT, WITHOUT ROWID;
CREATE INDEX overrides_of_lender ON overrides (lender_id, at, application_id, seq);

-- How a lender decides: by how many, from which amount on, and up to how much of one borrower.
CREATE TABLE approval_rules (
  lender_id      TEXT PRIMARY KEY REFERENCES organizations (id),
  votes          INTEGER NOT NULL,
  votes_above    INTEGER NOT NULL,
  approver_limit INTEGER,
  borrower_limit INTEGER,
  version        INTEGER NOT NULL,
  CONSTRAINT approval_votes CHECK (votes BETWEEN 1 AND 9 AND votes_above >= 0)
) STRICT, WITHOUT ROWID;

CREATE TABLE approval_limits (
  lender_id TEXT NOT NULL REFERENCES organizations (id),
  person_id TEXT NOT NULL REFERENCES people (id),
  amount    INTEGER NOT NULL,
  set_by    TEXT NOT NULL REFERENCES people (id),
  set_at    INTEGER NOT NULL,
  PRIMARY KEY (lender_id, person_id),
  CONSTRAINT approval_limit_amount CHECK (amount >= 0)
) STRICT, WITHOUT ROWID;

-- A round is the recommendation that is voted on, by the number of its event.
CREATE TABLE votes (
  application_id TEXT NOT NULL REFERENCES loan_applications (id),
  round          INTEGER NOT NULL,
  person_id      TEXT NOT NULL REFERENCES people (id),
  outcome        TEXT NOT NULL,
  reason         TEXT NOT NULL,
  causes         TEXT NOT NULL,
  at             INTEGER NOT NULL,
  PRIMARY KEY (application_id, round, person_id),
  CONSTRAINT vote_round FOREIGN KEY (application_id, round)
    REFERENCES recommendations (application_id, seq),
  CONSTRAINT vote_outcome CHECK (outcome IN ('approve', 'reject')),
  CONSTRAINT vote_causes_json CHECK (json_valid(causes))
) STRICT, WITHOUT ROWID;

-- What must be done before the money is handed over.
CREATE TABLE application_conditions (
  application_id TEXT NOT NULL REFERENCES loan_applications (id),
  n              INTEGER NOT NULL,
  text           TEXT NOT NULL,
  met_by         TEXT REFERENCES people (id),
  met_at         INTEGER,
  note           TEXT NOT NULL,
  PRIMARY KEY (application_id, n),
  CONSTRAINT condition_met CHECK ((met_by IS NULL) = (met_at IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE field_visits (
  id             TEXT PRIMARY KEY,
  application_id TEXT NOT NULL REFERENCES loan_applications (id),
  officer_id     TEXT NOT NULL REFERENCES people (id),
  visited_on     TEXT NOT NULL,
  place          TEXT NOT NULL,
  note           TEXT NOT NULL,
  picture        TEXT,
  picture_type   TEXT,
  created_at     INTEGER NOT NULL,
  CONSTRAINT field_visit_picture CHECK ((picture IS NULL) = (picture_type IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX field_visits_of_application ON field_visits (application_id, visited_on, id);

-- Kin and household, by telephone number, so that also who has no account can be named. Stated by
-- herself it holds at every lender and nobody else reads it; recorded by a lender's owner, at that lender.
CREATE TABLE ties (
  id        TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES people (id),
  phone     TEXT NOT NULL,
  relation  TEXT NOT NULL,
  lender_id TEXT REFERENCES organizations (id),
  stated_by TEXT NOT NULL REFERENCES people (id),
  stated_at INTEGER NOT NULL,
  ended_at  INTEGER,
  CONSTRAINT tie_relation CHECK (relation IN ('household', 'family', 'business'))
) STRICT, WITHOUT ROWID;
CREATE INDEX ties_of_person ON ties (person_id, id);
CREATE INDEX ties_to_phone ON ties (phone);
CREATE INDEX ties_of_lender ON ties (lender_id, id) WHERE lender_id IS NOT NULL;

-- Why it was rejected, from the list of causes; `reasons` says it in the reviewer's own words.
ALTER TABLE loan_applications ADD COLUMN causes TEXT;
CREATE INDEX loan_applications_of_officer ON loan_applications (lender_id, officer_id, status, id);
CREATE INDEX loan_applications_of_product ON loan_applications (lender_id, product_id, status, id);
