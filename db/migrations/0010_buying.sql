-- Buying: addresses a person keeps, lines kept for later, couriers and their tariffs, vouchers and who pays
-- for them, taxes and commission by dated rule. What a purchase cost is frozen on its orders.

PRAGMA defer_foreign_keys = ON;

-- A line that is saved is not bought with the rest; it waits.
ALTER TABLE cart_lines ADD COLUMN saved INTEGER NOT NULL DEFAULT 0
  CONSTRAINT cart_line_saved CHECK (saved IN (0, 1));

CREATE TABLE addresses (
  id          TEXT PRIMARY KEY,
  person_id   TEXT NOT NULL REFERENCES people (id),
  label       TEXT NOT NULL,
  recipient   TEXT NOT NULL,
  phone       TEXT NOT NULL,
  street      TEXT NOT NULL,
  area_code   TEXT NOT NULL,
  area_text   TEXT NOT NULL,
  postal_code TEXT NOT NULL,
  note        TEXT NOT NULL,
  -- The one that is offered first.
  preferred   INTEGER NOT NULL DEFAULT 0,
  created_at  INTEGER NOT NULL,
  CONSTRAINT address_preferred CHECK (preferred IN (0, 1))
) STRICT, WITHOUT ROWID;
CREATE INDEX addresses_of_person ON addresses (person_id, preferred DESC, id);

-- A way an enterprise sends: a courier's service with its tariff table, or its own delivery nearby, for a
-- fee a place and from a minimum on. What the courier weighs is in worker/market/shipping/couriers.ts.
CREATE TABLE shipping_services (
  enterprise_id TEXT NOT NULL REFERENCES enterprises (organization_id),
  code          TEXT NOT NULL,
  kind          TEXT NOT NULL,
  courier       TEXT NOT NULL,
  name          TEXT NOT NULL,
  minimum       INTEGER NOT NULL DEFAULT 0,
  active        INTEGER NOT NULL DEFAULT 1,
  PRIMARY KEY (enterprise_id, code),
  CONSTRAINT shipping_service_kind CHECK (kind IN ('courier', 'local')),
  CONSTRAINT shipping_service_minimum CHECK (minimum >= 0),
  CONSTRAINT shipping_service_active CHECK (active IN (0, 1))
) STRICT, WITHOUT ROWID;

-- Made anew, since a service is part of the key. destination: '' for anywhere, else a province, a regency, a district or a village.
CREATE TABLE tariffs_before AS SELECT * FROM tariffs;
DROP TABLE tariffs;

CREATE TABLE tariffs (
  enterprise_id TEXT NOT NULL,
  service       TEXT NOT NULL,
  destination   TEXT NOT NULL,
  name          TEXT NOT NULL,
  first_kg      INTEGER NOT NULL,
  next_kg       INTEGER NOT NULL,
  days_from     INTEGER NOT NULL,
  days_to       INTEGER NOT NULL,
  PRIMARY KEY (enterprise_id, service, destination),
  FOREIGN KEY (enterprise_id, service) REFERENCES shipping_services (enterprise_id, code),
  CONSTRAINT tariff_destination CHECK (destination = '' OR length(destination) IN (2, 5, 8, 13)),
  CONSTRAINT tariff_amounts CHECK (first_kg >= 0 AND next_kg >= 0),
  CONSTRAINT tariff_days CHECK (days_from >= 0 AND days_to >= days_from)
) STRICT, WITHOUT ROWID;

INSERT INTO shipping_services (enterprise_id, code, kind, courier, name)
SELECT DISTINCT enterprise_id, 'regular', 'courier', 'other', '' FROM tariffs_before;
INSERT INTO tariffs (
  enterprise_id, service, destination, name, first_kg, next_kg, days_from, days_to
) SELECT enterprise_id, 'regular', destination, '', first_kg, next_kg, days_from, days_to
FROM tariffs_before;
DROP TABLE tariffs_before;

-- Who bears it is who made it. `percent` of eligible goods (at most `cap`), an `amount` off them, or off the
-- `shipping` (at most `cap`, all of it without one). Without a code it applies by itself. What a decision may
-- not exceed is counted here, in the batch that places the purchase.
CREATE TABLE vouchers (
  id              TEXT PRIMARY KEY,
  code            TEXT UNIQUE,
  organization_id TEXT NOT NULL REFERENCES organizations (id),
  payer           TEXT NOT NULL,
  kind            TEXT NOT NULL,
  label           TEXT NOT NULL,
  percent_bps     INTEGER,
  cap             INTEGER,
  minimum         INTEGER NOT NULL,
  starts_at       INTEGER NOT NULL,
  ends_at         INTEGER,
  most_uses       INTEGER,
  most_per_buyer  INTEGER,
  budget          INTEGER,
  -- JSON lists of category slugs and enterprise ids it is limited to; empty for all.
  categories      TEXT NOT NULL DEFAULT '[]',
  enterprises     TEXT NOT NULL DEFAULT '[]',
  used            INTEGER NOT NULL DEFAULT 0,
  used_amount     INTEGER NOT NULL DEFAULT 0,
  -- Of the budget, given back to whoever set it aside after the voucher ended.
  released        INTEGER NOT NULL DEFAULT 0,
  created_at      INTEGER NOT NULL,
  closed_at       INTEGER,
  version         INTEGER NOT NULL,
  CONSTRAINT voucher_payer CHECK (payer IN ('seller', 'operator', 'partner')),
  CONSTRAINT voucher_kind CHECK (kind IN ('percent', 'amount', 'shipping')),
  CONSTRAINT voucher_percent CHECK ((kind = 'percent') = (percent_bps IS NOT NULL)
    AND (percent_bps IS NULL OR percent_bps BETWEEN 1 AND 10000)),
  CONSTRAINT voucher_cap CHECK ((cap IS NULL OR cap > 0) AND (kind <> 'amount' OR cap IS NOT NULL)),
  CONSTRAINT voucher_by_itself CHECK (code IS NOT NULL OR (payer = 'seller' AND kind = 'shipping')),
  CONSTRAINT voucher_prefunded CHECK (payer <> 'partner' OR budget IS NOT NULL),
  CONSTRAINT voucher_lists CHECK (json_valid(categories) AND json_valid(enterprises)),
  CONSTRAINT voucher_uses_within_limit CHECK (used >= 0 AND (most_uses IS NULL OR used <= most_uses)),
  CONSTRAINT voucher_budget_within_limit
    CHECK (used_amount >= 0 AND released >= 0 AND (budget IS NULL OR used_amount + released <= budget))
) STRICT, WITHOUT ROWID;
CREATE INDEX vouchers_of_organization ON vouchers (organization_id, id);
CREATE INDEX vouchers_by_themselves ON vouchers (organization_id) WHERE code IS NULL AND closed_at IS NULL;

-- How often a buyer, known by her number, has used a voucher.
CREATE TABLE voucher_buyers (
  voucher_id TEXT NOT NULL REFERENCES vouchers (id),
  phone      TEXT NOT NULL,
  used       INTEGER NOT NULL,
  most       INTEGER,
  PRIMARY KEY (voucher_id, phone),
  CONSTRAINT voucher_buyer_within_limit CHECK (used >= 0 AND (most IS NULL OR used <= most))
) STRICT, WITHOUT ROWID;

-- One use: a purchase that was placed with it. Returned once all orders it helped to pay are over unbought.
CREATE TABLE voucher_uses (
  voucher_id  TEXT NOT NULL REFERENCES vouchers (id),
  purchase_id TEXT NOT NULL REFERENCES purchases (id),
  phone       TEXT NOT NULL,
  returned    INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (voucher_id, purchase_id),
  CONSTRAINT voucher_use_returned CHECK (returned IN (0, 1))
) STRICT, WITHOUT ROWID;
CREATE INDEX voucher_uses_of_purchase ON voucher_uses (purchase_id);

-- What an order was given, by whom, and how much of it has gone back. `parts`: its share of each line, by n.
CREATE TABLE order_discounts (
  order_id   TEXT NOT NULL REFERENCES orders (id),
  n          INTEGER NOT NULL,
  voucher_id TEXT NOT NULL REFERENCES vouchers (id),
  kind       TEXT NOT NULL,
  payer      TEXT NOT NULL,
  payer_id   TEXT NOT NULL REFERENCES organizations (id),
  amount     INTEGER NOT NULL,
  label      TEXT NOT NULL,
  parts      TEXT NOT NULL,
  back       INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (order_id, n),
  CONSTRAINT order_discount_kind CHECK (kind IN ('goods', 'shipping')),
  CONSTRAINT order_discount_payer CHECK (payer IN ('seller', 'operator', 'partner')),
  CONSTRAINT order_discount_amount CHECK (amount > 0),
  CONSTRAINT order_discount_parts CHECK (json_valid(parts)),
  CONSTRAINT order_discount_back CHECK (back BETWEEN 0 AND amount)
) STRICT, WITHOUT ROWID;
CREATE INDEX order_discounts_of_voucher ON order_discounts (voucher_id, order_id);

-- Whoever ends an order, by whatever way: what it took of a voucher's budget goes back, and when no order of
-- the purchase is left that the voucher helps to pay, its use. Each once, since nothing ends twice.
CREATE TRIGGER discounts_return AFTER UPDATE OF status ON orders
WHEN NEW.status IN ('cancelled', 'expired') AND OLD.status NOT IN ('cancelled', 'expired')
BEGIN
  UPDATE order_discounts SET back = amount WHERE order_id = NEW.id AND back < amount;
  UPDATE voucher_uses SET returned = 1
  WHERE purchase_id = NEW.purchase_id AND returned = 0 AND NOT EXISTS (
    SELECT 1 FROM orders o JOIN order_discounts d ON d.order_id = o.id
    WHERE o.purchase_id = NEW.purchase_id AND d.voucher_id = voucher_uses.voucher_id
      AND o.status NOT IN ('cancelled', 'expired'));
END;
CREATE TRIGGER budgets_return AFTER UPDATE OF back ON order_discounts WHEN NEW.back <> OLD.back
BEGIN
  UPDATE vouchers SET used_amount = used_amount - (NEW.back - OLD.back) WHERE id = NEW.voucher_id;
END;
CREATE TRIGGER uses_return AFTER UPDATE OF returned ON voucher_uses
WHEN NEW.returned = 1 AND OLD.returned = 0
BEGIN
  UPDATE vouchers SET used = used - 1 WHERE id = NEW.voucher_id;
  UPDATE voucher_buyers SET used = used - 1 WHERE voucher_id = NEW.voucher_id AND phone = NEW.phone;
END;

-- Money that partners have transferred to the operator for vouchers.
CREATE TABLE partner_deposits (
  id         TEXT PRIMARY KEY,
  partner_id TEXT NOT NULL REFERENCES organizations (id),
  amount     INTEGER NOT NULL,
  received_on TEXT NOT NULL,
  reference  TEXT NOT NULL UNIQUE,
  created_at INTEGER NOT NULL,
  CONSTRAINT partner_deposit_positive CHECK (amount > 0)
) STRICT, WITHOUT ROWID;
CREATE INDEX deposits_of_partner ON partner_deposits (partner_id, id);

-- A tax on goods by dated rule: `rate_bps` of base_part / base_whole of the price before tax. Prices include
-- it. A rule is in force from its day to the day before the next one of its name.
CREATE TABLE tax_rules (
  name       TEXT NOT NULL,
  since      TEXT NOT NULL,
  rate_bps   INTEGER NOT NULL,
  base_part  INTEGER NOT NULL,
  base_whole INTEGER NOT NULL,
  source     TEXT NOT NULL,
  PRIMARY KEY (name, since),
  CONSTRAINT tax_rule_name CHECK (name IN ('ppn')),
  CONSTRAINT tax_rule_rate CHECK (rate_bps BETWEEN 0 AND 10000),
  CONSTRAINT tax_rule_base CHECK (0 < base_part AND base_part <= base_whole)
) STRICT, WITHOUT ROWID;
INSERT INTO tax_rules (name, since, rate_bps, base_part, base_whole, source) VALUES
  ('ppn', '2010-04-01', 1000, 1, 1, 'UU 42/2009 pasal 7'),
  ('ppn', '2022-04-01', 1100, 1, 1, 'UU 7/2021 pasal 7'),
  ('ppn', '2025-01-01', 1200, 11, 12, 'PMK 131/2024 pasal 3');

-- Only an entrepreneur registered for the tax (PKP) charges it, from a day on, under its number.
ALTER TABLE enterprises ADD COLUMN npwp TEXT
  CONSTRAINT enterprise_npwp CHECK (length(npwp) IN (15, 16));
ALTER TABLE enterprises ADD COLUMN pkp_since TEXT
  CONSTRAINT enterprise_pkp CHECK (pkp_since IS NULL OR npwp IS NOT NULL);

-- The network's commission in basis points of goods, by rule: of a product, a category, an enterprise, or of
-- all the rest. The most specific rule in force wins, of two alike the older.
CREATE TABLE commission_rules (
  id         TEXT PRIMARY KEY,
  scope      TEXT NOT NULL,
  reference  TEXT NOT NULL,
  bps        INTEGER NOT NULL,
  since      TEXT NOT NULL,
  until      TEXT,
  created_at INTEGER NOT NULL,
  version    INTEGER NOT NULL,
  CONSTRAINT commission_rule_scope CHECK (scope IN ('product', 'category', 'enterprise', 'default')),
  CONSTRAINT commission_rule_reference CHECK ((scope = 'default') = (reference = '')),
  CONSTRAINT commission_rule_bps CHECK (bps BETWEEN 0 AND 10000),
  CONSTRAINT commission_rule_days CHECK (until IS NULL OR until >= since)
) STRICT, WITHOUT ROWID;
CREATE INDEX commission_rules_of ON commission_rules (scope, reference);
