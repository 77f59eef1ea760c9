-- Loan products with all their terms. What a lender offers is kept whole, as JSON, in every version that it
-- ever had, since loans and applications keep the version they were signed with; beside it stand the columns
-- that lists are made by. Ceilings on price bind by programme, on the nominal and on the effective rate.
PRAGMA defer_foreign_keys = ON;

CREATE TABLE rate_caps_before AS SELECT * FROM rate_caps;
CREATE TABLE loan_products_before AS SELECT * FROM loan_products;
DROP TABLE rate_caps;
DROP TABLE loan_products;

-- programme: '' binds everything that the lender offers.
CREATE TABLE rate_caps (
  lender_id TEXT NOT NULL REFERENCES organizations (id),
  programme TEXT NOT NULL,
  since     TEXT NOT NULL,
  nominal   INTEGER,
  effective INTEGER,
  source    TEXT NOT NULL,
  PRIMARY KEY (lender_id, programme, since),
  CONSTRAINT rate_cap_programme CHECK (programme IN ('', 'kur', 'koperasi', 'pumk', 'qardh')),
  CONSTRAINT rate_cap_binds CHECK (nominal IS NOT NULL OR effective IS NOT NULL)
) STRICT, WITHOUT ROWID;

INSERT INTO rate_caps (lender_id, programme, since, nominal, effective, source)
SELECT lender_id, '', since, iif(measure = 'nominal', annual_rate, NULL),
  iif(measure = 'effective', annual_rate, NULL), source
FROM rate_caps_before;
DROP TABLE rate_caps_before;

CREATE TABLE loan_products (
  id            TEXT PRIMARY KEY,
  lender_id     TEXT NOT NULL REFERENCES organizations (id),
  name          TEXT NOT NULL,
  audience      TEXT NOT NULL,
  min_principal INTEGER NOT NULL,
  max_principal INTEGER NOT NULL,
  annual_rate   INTEGER NOT NULL,
  -- The effective yearly rate of the dearest loan it can make, in hundredths of a percent.
  dearest_rate  INTEGER NOT NULL,
  offer         TEXT NOT NULL,
  status        TEXT NOT NULL,
  created_at    INTEGER NOT NULL,
  version       INTEGER NOT NULL,
  CONSTRAINT loan_product_audience CHECK (audience IN ('person', 'group', 'enterprise', 'any')),
  CONSTRAINT loan_product_status CHECK (status IN ('offered', 'retired')),
  CONSTRAINT loan_product_principal CHECK (0 < min_principal AND min_principal <= max_principal),
  CONSTRAINT loan_product_offer CHECK (name = offer ->> 'name' AND audience = offer ->> 'audience'
    AND min_principal = offer ->> 'minPrincipal' AND max_principal = offer ->> 'maxPrincipal'
    AND annual_rate = offer ->> 'annualRate')
) STRICT, WITHOUT ROWID;

INSERT INTO loan_products (
  id, lender_id, name, audience, min_principal, max_principal, annual_rate, dearest_rate, offer, status,
  created_at, version
) SELECT
  id, lender_id, name, iif(audience = 'both', 'any', audience), min_principal, max_principal, annual_rate,
  dearest_rate, json_object(
    'name', name, 'description', description, 'audience', iif(audience = 'both', 'any', audience),
    'programme', '', 'annualRate', annual_rate, 'interestMethod', interest_method,
    'amortization', amortization, 'weights', json('[]'), 'every', every, 'unit', unit,
    'interestPeriod', 'perInstalment', 'dayCount', '30/360', 'rest', 'instalment',
    'minPrincipal', min_principal, 'maxPrincipal', max_principal,
    'minInstalments', min_instalments, 'maxInstalments', max_instalments,
    'graceOnPrincipal', grace, 'graceOnInterestPayment', 0, 'interestFreeInstalments', 0,
    'roundInstalmentTo', round_to, 'roundInstalment', 'up',
    'fees', json(iif(fee_rate = 0, '[]', '[{"name":"Biaya administrasi","kind":"atDisbursement",'
      || '"deducted":true,"rate":' || fee_rate || '}]')),
    'penalty', NULL, 'daysOff', json('{"weekdays":[],"holidays":false}'),
    'allocation', json('["interest","principal","fees","penalties"]'),
    'earlyPayment', early_payment, 'basis', 'cash', 'payoutShare', 0),
  status, created_at, version
FROM loan_products_before;
DROP TABLE loan_products_before;

CREATE INDEX loan_products_of_lender ON loan_products (lender_id, status, id);
CREATE INDEX loan_products_offered ON loan_products (status, id);

-- Every offer that was ever made, by the number of the event that made it. `running` counts the active
-- loans that were signed with it.
CREATE TABLE loan_product_versions (
  product_id TEXT NOT NULL REFERENCES loan_products (id),
  version    INTEGER NOT NULL,
  offer      TEXT NOT NULL,
  made_at    INTEGER NOT NULL,
  -- A person or a key; nobody known where the version is older than this table.
  made_by    TEXT,
  running    INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (product_id, version),
  CONSTRAINT loan_product_version_offer CHECK (json_valid(offer)),
  CONSTRAINT loan_product_version_running CHECK (running >= 0)
) STRICT, WITHOUT ROWID;

INSERT INTO loan_product_versions (product_id, version, offer, made_at, running)
SELECT p.id, p.version, p.offer, p.created_at, (SELECT count(*) FROM loans l
  JOIN loan_applications a ON a.id = l.application_id
  WHERE l.product_id = p.id AND a.product_version = p.version AND l.status = 'active')
FROM loan_products p;

CREATE TRIGGER loan_begins_on_its_version AFTER INSERT ON loans WHEN NEW.status = 'active' BEGIN
  UPDATE loan_product_versions SET running = running + 1 WHERE product_id = NEW.product_id
    AND version = (SELECT product_version FROM loan_applications WHERE id = NEW.application_id);
END;

CREATE TRIGGER loan_runs_on_its_version AFTER UPDATE OF status ON loans
  WHEN (NEW.status = 'active') <> (OLD.status = 'active') BEGIN
  UPDATE loan_product_versions SET running = running + iif(NEW.status = 'active', 1, -1)
    WHERE product_id = NEW.product_id
    AND version = (SELECT product_version FROM loan_applications WHERE id = NEW.application_id);
END;

-- Days on which nothing falls due, where a product heeds them: the lender's own list.
CREATE TABLE lender_holidays (
  lender_id TEXT NOT NULL REFERENCES organizations (id),
  day       TEXT NOT NULL,
  name      TEXT NOT NULL,
  PRIMARY KEY (lender_id, day)
) STRICT, WITHOUT ROWID;
