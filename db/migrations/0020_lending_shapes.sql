-- The lending desk, whole: loans that are written off or were brought in from elsewhere, who looks after
-- one, which fund it is carried by, and how its interest is accrued; applications with a reviewer, an
-- account and an end; receipts of every way a repayment comes. A CHECK cannot be changed in place, so
-- these tables are made anew from a copy of their rows.
PRAGMA defer_foreign_keys = ON;

-- Money to lend, by where it came from and what it may be used for.
CREATE TABLE loan_funds (
  id          TEXT PRIMARY KEY,
  lender_id   TEXT NOT NULL REFERENCES organizations (id),
  name        TEXT NOT NULL,
  kind        TEXT NOT NULL,
  funder_name TEXT NOT NULL,
  -- The organization that gave it, where it is one of the network's.
  funder_id   TEXT REFERENCES organizations (id),
  restriction TEXT NOT NULL,
  opened_on   TEXT NOT NULL,
  status      TEXT NOT NULL,
  created_at  INTEGER NOT NULL,
  version     INTEGER NOT NULL,
  CONSTRAINT loan_fund_kind CHECK (kind IN ('csr', 'revolving', 'own', 'grant')),
  CONSTRAINT loan_fund_status CHECK (status IN ('open', 'closed'))
) STRICT, WITHOUT ROWID;
CREATE INDEX loan_funds_of_lender ON loan_funds (lender_id, id);
CREATE INDEX loan_funds_of_funder ON loan_funds (funder_id, id) WHERE funder_id IS NOT NULL;

CREATE TABLE receipts_before AS SELECT * FROM receipts;
CREATE TABLE loans_before AS SELECT * FROM loans;
CREATE TABLE loan_applications_before AS SELECT * FROM loan_applications;
DROP TABLE receipts;
DROP TABLE loans;
DROP TABLE loan_applications;

CREATE TABLE loan_applications (
  id                     TEXT PRIMARY KEY,
  code                   TEXT NOT NULL UNIQUE,
  lender_id              TEXT NOT NULL REFERENCES organizations (id),
  product_id             TEXT NOT NULL REFERENCES loan_products (id),
  -- The version of the product that was asked for, and is signed.
  product_version        INTEGER NOT NULL,
  applicant_id           TEXT NOT NULL REFERENCES people (id),
  borrower_kind          TEXT NOT NULL,
  group_id               TEXT REFERENCES organizations (id),
  purpose                TEXT NOT NULL,
  amount                 INTEGER NOT NULL,
  instalments            INTEGER NOT NULL,
  monthly_income         INTEGER NOT NULL,
  monthly_costs          INTEGER NOT NULL,
  -- The enterprise whose sales speak for the application, and the consent by which they may be seen.
  sales_of               TEXT REFERENCES organizations (id),
  sales_consent_id       TEXT REFERENCES consents (id),
  -- Where the money may be sent; what is approved is this account.
  bank_name              TEXT,
  bank_account           TEXT,
  bank_holder            TEXT,
  status                 TEXT NOT NULL,
  submitted_at           INTEGER NOT NULL,
  expires_at             INTEGER,
  officer_id             TEXT REFERENCES people (id),
  taken_at               INTEGER,
  score                  INTEGER,
  scorecard_version      INTEGER,
  recommended_by         TEXT REFERENCES people (id),
  recommended_amount     INTEGER,
  recommended_instalments INTEGER,
  recommendation         TEXT,
  -- Why the reviewer differed from the scorecard.
  overridden             TEXT,
  conditions             TEXT,
  decided_by             TEXT REFERENCES people (id),
  decided_at             INTEGER,
  reasons                TEXT,
  approved_amount        INTEGER,
  approved_instalments   INTEGER,
  -- What was accepted: terms, schedule, effective rate, rights; with its text's version.
  agreement              TEXT,
  accepted_at            INTEGER,
  version                INTEGER NOT NULL,
  CONSTRAINT loan_application_status CHECK (status IN ('submitted', 'in-review', 'recommended',
    'approved', 'rejected', 'accepted', 'disbursed', 'withdrawn', 'expired')),
  CONSTRAINT loan_application_borrower_kind
    CHECK (borrower_kind IN ('person', 'group', 'enterprise')),
  CONSTRAINT loan_application_borrower CHECK ((borrower_kind = 'person') = (group_id IS NULL)),
  CONSTRAINT loan_application_agreement CHECK (agreement IS NULL OR json_valid(agreement)),
  CONSTRAINT two_people_decide CHECK (decided_by IS NULL OR decided_by <> recommended_by),
  CONSTRAINT nobody_decides_her_own
    CHECK (decided_by <> applicant_id AND recommended_by <> applicant_id)
) STRICT, WITHOUT ROWID;

INSERT INTO loan_applications (
  id, code, lender_id, product_id, product_version, applicant_id, borrower_kind, group_id, purpose,
  amount, instalments, monthly_income, monthly_costs, sales_of, sales_consent_id, status, submitted_at,
  recommended_by, recommended_amount, recommended_instalments, recommendation, decided_by, decided_at,
  reasons, approved_amount, approved_instalments, accepted_at, version
) SELECT
  a.id, a.code, a.lender_id, a.product_id, p.version, a.applicant_id,
  CASE WHEN a.group_id IS NULL THEN 'person' ELSE 'group' END, a.group_id, a.purpose,
  a.amount, a.instalments, a.monthly_income, a.monthly_costs, a.sales_of, a.sales_consent_id, a.status,
  a.submitted_at, a.recommended_by, a.recommended_amount, a.recommended_instalments, a.recommendation,
  a.decided_by, a.decided_at, a.reasons, a.approved_amount, a.approved_instalments, a.accepted_at, a.version
FROM loan_applications_before a JOIN loan_products p ON p.id = a.product_id;
DROP TABLE loan_applications_before;

CREATE INDEX loan_applications_of_lender ON loan_applications (lender_id, status, id);
CREATE INDEX loan_applications_all_of_lender ON loan_applications (lender_id, id);
CREATE INDEX loan_applications_of_applicant ON loan_applications (applicant_id, id);
CREATE INDEX loan_applications_of_group ON loan_applications (group_id, id) WHERE group_id IS NOT NULL;
CREATE INDEX loan_applications_ending ON loan_applications (expires_at) WHERE expires_at IS NOT NULL;

-- Besides what its replay gives: `accrued` is the interest that was taken into the books up to
-- `accrued_on`, on the accrual basis; `written_off` and `recovered` sum what its events say.
CREATE TABLE loans (
  id             TEXT PRIMARY KEY,
  lender_id      TEXT NOT NULL REFERENCES organizations (id),
  number         INTEGER NOT NULL,
  origin         TEXT NOT NULL,
  -- None where the loan was brought in from elsewhere.
  application_id TEXT UNIQUE REFERENCES loan_applications (id),
  product_id     TEXT NOT NULL REFERENCES loan_products (id),
  borrower_id    TEXT NOT NULL REFERENCES people (id),
  group_id       TEXT REFERENCES organizations (id),
  officer_id     TEXT REFERENCES people (id),
  fund_id        TEXT REFERENCES loan_funds (id),
  region_code    TEXT,
  principal      INTEGER NOT NULL,
  terms          TEXT NOT NULL,
  basis          TEXT NOT NULL,
  effective_rate INTEGER NOT NULL,
  disbursed_on   TEXT NOT NULL,
  status         TEXT NOT NULL,
  balance        INTEGER NOT NULL,
  overpayment    INTEGER NOT NULL,
  written_off    INTEGER NOT NULL,
  recovered      INTEGER NOT NULL,
  accrued        INTEGER NOT NULL,
  accrued_on     TEXT,
  rescheduled_on TEXT,
  paused_until   TEXT,
  -- The oldest instalment with something left to pay, and all of those as [dueOn, left].
  next_due_on    TEXT,
  unpaid         TEXT NOT NULL,
  version        INTEGER NOT NULL,
  CONSTRAINT loan_number UNIQUE (lender_id, number),
  CONSTRAINT loan_origin CHECK (origin IN ('desk', 'import')),
  CONSTRAINT loan_from_desk CHECK ((origin = 'desk') = (application_id IS NOT NULL)),
  CONSTRAINT loan_basis CHECK (basis IN ('cash', 'accrual')),
  CONSTRAINT loan_status CHECK (status IN ('active', 'closed', 'overpaid', 'written-off')),
  CONSTRAINT loan_balance CHECK (balance >= 0 AND balance <= principal),
  CONSTRAINT loan_overpayment CHECK (overpayment >= 0),
  CONSTRAINT loan_loss CHECK (written_off BETWEEN 0 AND principal AND recovered >= 0),
  CONSTRAINT loan_terms_json CHECK (json_valid(terms) AND json_valid(unpaid))
) STRICT, WITHOUT ROWID;

INSERT INTO loans (
  id, lender_id, number, origin, application_id, product_id, borrower_id, group_id, principal, terms,
  basis, effective_rate, disbursed_on, status, balance, overpayment, written_off, recovered, accrued,
  next_due_on, unpaid, version
) SELECT
  id, lender_id, number, 'desk', application_id, product_id, borrower_id, group_id, principal, terms,
  'cash', effective_rate, disbursed_on, status, balance, overpayment, 0, 0, 0,
  next_due_on, unpaid, version
FROM loans_before;
DROP TABLE loans_before;

CREATE INDEX loans_of_lender ON loans (lender_id, id);
CREATE INDEX loans_due ON loans (lender_id, next_due_on, id) WHERE status = 'active';
CREATE INDEX loans_of_borrower ON loans (borrower_id, id);
CREATE INDEX loans_of_group ON loans (group_id, id) WHERE group_id IS NOT NULL;
CREATE INDEX loans_of_officer ON loans (officer_id, next_due_on, id) WHERE officer_id IS NOT NULL;
CREATE INDEX loans_of_fund ON loans (fund_id, id) WHERE fund_id IS NOT NULL;
CREATE INDEX loans_of_region ON loans (lender_id, region_code, id) WHERE status = 'active';

-- What a payer holds in her hand. Its code opens it without signing in; its number is the lender's.
CREATE TABLE receipts (
  code        TEXT PRIMARY KEY,
  lender_id   TEXT NOT NULL REFERENCES organizations (id),
  number      INTEGER NOT NULL,
  loan_id     TEXT NOT NULL REFERENCES loans (id),
  seq         INTEGER NOT NULL,
  payer_name  TEXT NOT NULL,
  payer_id    TEXT REFERENCES people (id),
  channel     TEXT NOT NULL,
  meeting_id  TEXT,
  amount      INTEGER NOT NULL,
  received_on TEXT NOT NULL,
  split       TEXT NOT NULL,
  balance     INTEGER NOT NULL,
  issued_at   INTEGER NOT NULL,
  -- Nobody where it came by itself, as a share of a payout does.
  issued_by   TEXT REFERENCES people (id),
  reversed_at INTEGER,
  CONSTRAINT receipt_number UNIQUE (lender_id, number),
  CONSTRAINT receipt_event UNIQUE (loan_id, seq),
  CONSTRAINT receipt_channel
    CHECK (channel IN ('cash', 'transfer', 'payout', 'meeting', 'reserve')),
  CONSTRAINT receipt_amount CHECK (amount > 0)
) STRICT, WITHOUT ROWID;

INSERT INTO receipts (
  code, lender_id, number, loan_id, seq, payer_name, channel, amount, received_on, split, balance,
  issued_at, issued_by, reversed_at
) SELECT
  code, lender_id, number, loan_id, seq, payer_name, channel, amount, received_on, split, balance,
  issued_at, issued_by, reversed_at
FROM receipts_before;
DROP TABLE receipts_before;
