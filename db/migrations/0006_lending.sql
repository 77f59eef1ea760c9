-- What lenders offer, who asks for it, and what was decided.

-- A lender's dated ceiling on what it may charge, with the rule it comes from.
CREATE TABLE rate_caps (
  lender_id   TEXT NOT NULL REFERENCES organizations (id),
  since       TEXT NOT NULL,
  annual_rate INTEGER NOT NULL,
  measure     TEXT NOT NULL,
  source      TEXT NOT NULL,
  PRIMARY KEY (lender_id, since),
  CONSTRAINT rate_cap_measure CHECK (measure IN ('nominal', 'effective'))
) STRICT, WITHOUT ROWID;

CREATE TABLE loan_products (
  id               TEXT PRIMARY KEY,
  lender_id        TEXT NOT NULL REFERENCES organizations (id),
  name             TEXT NOT NULL,
  description      TEXT NOT NULL,
  audience         TEXT NOT NULL,
  annual_rate      INTEGER NOT NULL,
  interest_method  TEXT NOT NULL,
  amortization     TEXT NOT NULL,
  every            INTEGER NOT NULL,
  unit             TEXT NOT NULL,
  min_principal    INTEGER NOT NULL,
  max_principal    INTEGER NOT NULL,
  min_instalments  INTEGER NOT NULL,
  max_instalments  INTEGER NOT NULL,
  grace            INTEGER NOT NULL,
  round_to         INTEGER NOT NULL,
  fee_rate         INTEGER NOT NULL,
  early_payment    TEXT NOT NULL,
  -- The effective yearly rate of the dearest loan it can make, in hundredths of a percent.
  dearest_rate     INTEGER NOT NULL,
  status           TEXT NOT NULL,
  created_at       INTEGER NOT NULL,
  version          INTEGER NOT NULL,
  CONSTRAINT loan_product_audience CHECK (audience IN ('person', 'group', 'both')),
  CONSTRAINT loan_product_status CHECK (status IN ('offered', 'retired')),
  CONSTRAINT loan_product_principal CHECK (0 < min_principal AND min_principal <= max_principal),
  CONSTRAINT loan_product_instalments
    CHECK (0 < min_instalments AND min_instalments <= max_instalments)
) STRICT, WITHOUT ROWID;
CREATE INDEX loan_products_of_lender ON loan_products (lender_id, status, id);
CREATE INDEX loan_products_offered ON loan_products (status, id);

CREATE TABLE loan_applications (
  id                     TEXT PRIMARY KEY,
  code                   TEXT NOT NULL UNIQUE,
  lender_id              TEXT NOT NULL REFERENCES organizations (id),
  product_id             TEXT NOT NULL REFERENCES loan_products (id),
  applicant_id           TEXT NOT NULL REFERENCES people (id),
  group_id               TEXT REFERENCES organizations (id),
  purpose                TEXT NOT NULL,
  amount                 INTEGER NOT NULL,
  instalments            INTEGER NOT NULL,
  monthly_income         INTEGER NOT NULL,
  monthly_costs          INTEGER NOT NULL,
  -- The enterprise whose sales speak for the application, and the consent by which they may be seen.
  sales_of               TEXT REFERENCES organizations (id),
  sales_consent_id       TEXT REFERENCES consents (id),
  status                 TEXT NOT NULL,
  submitted_at           INTEGER NOT NULL,
  recommended_by         TEXT REFERENCES people (id),
  recommended_amount     INTEGER,
  recommended_instalments INTEGER,
  recommendation         TEXT,
  decided_by             TEXT REFERENCES people (id),
  decided_at             INTEGER,
  reasons                TEXT,
  approved_amount        INTEGER,
  approved_instalments   INTEGER,
  accepted_at            INTEGER,
  version                INTEGER NOT NULL,
  CONSTRAINT loan_application_status CHECK (status IN
    ('submitted', 'recommended', 'approved', 'rejected', 'accepted', 'disbursed', 'withdrawn')),
  CONSTRAINT two_people_decide CHECK (decided_by IS NULL OR decided_by <> recommended_by),
  CONSTRAINT nobody_decides_her_own
    CHECK (decided_by <> applicant_id AND recommended_by <> applicant_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX loan_applications_of_lender ON loan_applications (lender_id, status, id);
CREATE INDEX loan_applications_all_of_lender ON loan_applications (lender_id, id);
CREATE INDEX loan_applications_of_applicant ON loan_applications (applicant_id, id);
CREATE INDEX loan_applications_of_group ON loan_applications (group_id, id) WHERE group_id IS NOT NULL;
