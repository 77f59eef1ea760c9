-- What an order is worth and to whom: discounts and who bears them, taxes, what is given back; paying on
-- delivery and on terms. A CHECK cannot be changed in place, so purchases and orders are made anew from a
-- copy of their rows. What refers to them stays where it is: references are checked at the end of the batch.
PRAGMA defer_foreign_keys = ON;

CREATE TABLE purchases_before AS SELECT * FROM purchases;
CREATE TABLE orders_before AS SELECT * FROM orders;
DROP TABLE orders;
DROP TABLE purchases;

-- `accepted`: nothing is awaited before the goods move (paid on delivery, or on an invoice's terms).
CREATE TABLE purchases (
  id              TEXT PRIMARY KEY,
  code            TEXT NOT NULL UNIQUE,
  person_id       TEXT REFERENCES people (id),
  organization_id TEXT REFERENCES organizations (id),
  cart_hash       TEXT,
  locale          TEXT NOT NULL,
  buyer_name      TEXT NOT NULL,
  buyer_phone     TEXT NOT NULL,
  buyer_email     TEXT,
  street          TEXT NOT NULL,
  area_code       TEXT NOT NULL,
  area_text       TEXT NOT NULL,
  postal_code     TEXT NOT NULL,
  note            TEXT NOT NULL,
  goods_total     INTEGER NOT NULL,
  shipping_total  INTEGER NOT NULL,
  discount_total  INTEGER NOT NULL DEFAULT 0,
  tax_total       INTEGER NOT NULL DEFAULT 0,
  unique_code     INTEGER NOT NULL,
  total           INTEGER NOT NULL,
  method          TEXT NOT NULL,
  status          TEXT NOT NULL,
  placed_at       INTEGER NOT NULL,
  expires_at      INTEGER NOT NULL,
  settled_at      INTEGER,
  proof_at        INTEGER,
  version         INTEGER NOT NULL,
  CONSTRAINT purchase_locale CHECK (locale IN ('id', 'en')),
  CONSTRAINT purchase_method
    CHECK (method IN ('transfer', 'qris', 'cod', 'midtrans', 'xendit', 'invoice')),
  CONSTRAINT purchase_status CHECK (status IN ('pending', 'settled', 'expired', 'cancelled', 'failed',
    'accepted')),
  CONSTRAINT purchase_unique_code CHECK (unique_code BETWEEN 0 AND 999),
  CONSTRAINT purchase_adds_up
    CHECK (total = goods_total + shipping_total - discount_total + unique_code AND total >= 0),
  CONSTRAINT purchase_settled CHECK ((status = 'settled') = (settled_at IS NOT NULL))
) STRICT, WITHOUT ROWID;

INSERT INTO purchases (
  id, code, person_id, cart_hash, locale, buyer_name, buyer_phone, buyer_email, street, area_code,
  area_text, postal_code, note, goods_total, shipping_total, unique_code, total, method, status,
  placed_at, expires_at, settled_at, proof_at, version
) SELECT
  id, code, person_id, cart_hash, locale, buyer_name, buyer_phone, buyer_email, street, area_code,
  area_text, postal_code, note, goods_total, shipping_total, unique_code, total, method, status,
  placed_at, expires_at, settled_at, proof_at, version
FROM purchases_before;
DROP TABLE purchases_before;

-- Open purchases never share a total, so that a transfer names its purchase; a gateway names it itself.
CREATE UNIQUE INDEX purchases_open_total ON purchases (total)
  WHERE status = 'pending' AND method IN ('transfer', 'qris');
CREATE INDEX purchases_to_expire ON purchases (expires_at) WHERE status = 'pending';
CREATE INDEX purchases_open_of_phone ON purchases (buyer_phone) WHERE status = 'pending';
CREATE INDEX purchases_open_of_cart ON purchases (cart_hash) WHERE status = 'pending';
CREATE INDEX purchases_of_person ON purchases (person_id, id) WHERE person_id IS NOT NULL;
-- The treasurer's list: those with a proof first, then by age.
CREATE INDEX purchases_by_status ON purchases (status, proof_at IS NULL, id);
CREATE INDEX purchases_by_total ON purchases (total, id);

-- total: what the buyer pays. sponsored: the part of the discount that somebody else than the seller bears.
-- refunded, sponsored_back, commission_back: what has been given back so far, or is owed back.
-- disputes: returns and complaints that are open; while there is one, nothing completes by itself.
CREATE TABLE orders (
  id               TEXT PRIMARY KEY,
  purchase_id      TEXT NOT NULL REFERENCES purchases (id),
  code             TEXT NOT NULL UNIQUE,
  enterprise_id    TEXT NOT NULL REFERENCES enterprises (organization_id),
  status           TEXT NOT NULL,
  paid             INTEGER NOT NULL DEFAULT 0,
  terms            TEXT NOT NULL DEFAULT 'prepaid',
  delivery         TEXT NOT NULL,
  service          TEXT,
  pickup_place     TEXT,
  goods_total      INTEGER NOT NULL,
  shipping         INTEGER NOT NULL,
  discount         INTEGER NOT NULL DEFAULT 0,
  sponsored        INTEGER NOT NULL DEFAULT 0,
  tax              INTEGER NOT NULL DEFAULT 0,
  commission       INTEGER NOT NULL,
  total            INTEGER NOT NULL,
  refunded         INTEGER NOT NULL DEFAULT 0,
  sponsored_back   INTEGER NOT NULL DEFAULT 0,
  commission_back  INTEGER NOT NULL DEFAULT 0,
  disputes         INTEGER NOT NULL DEFAULT 0,
  weight_grams     INTEGER NOT NULL,
  courier          TEXT,
  tracking_number  TEXT,
  placed_at        INTEGER NOT NULL,
  paid_at          INTEGER,
  ship_by          INTEGER,
  shipped_at       INTEGER,
  delivered_at     INTEGER,
  complete_at      INTEGER,
  completed_at     INTEGER,
  cancelled_at     INTEGER,
  cancel_asked_at  INTEGER,
  cancel_answer_by INTEGER,
  version          INTEGER NOT NULL,
  CONSTRAINT order_status CHECK (status IN ('placed', 'confirmed', 'packed', 'shipped', 'delivered',
    'completed', 'cancelled', 'expired')),
  CONSTRAINT order_delivery CHECK (delivery IN ('courier', 'pickup', 'local')),
  CONSTRAINT order_terms CHECK (terms IN ('prepaid', 'cod', 'invoice')),
  CONSTRAINT order_pickup_place CHECK ((delivery = 'pickup') = (pickup_place IS NOT NULL)),
  CONSTRAINT order_paid CHECK (paid IN (0, 1) AND paid = (paid_at IS NOT NULL)),
  CONSTRAINT order_adds_up CHECK (total = goods_total + shipping - discount),
  CONSTRAINT order_amounts CHECK (goods_total >= 0 AND shipping >= 0 AND total >= 0 AND tax >= 0),
  CONSTRAINT order_sponsored CHECK (sponsored BETWEEN 0 AND discount),
  CONSTRAINT order_commission CHECK (commission BETWEEN 0 AND goods_total),
  CONSTRAINT order_refunded CHECK (refunded BETWEEN 0 AND total),
  CONSTRAINT order_given_back CHECK (sponsored_back BETWEEN 0 AND sponsored
    AND commission_back BETWEEN 0 AND commission),
  CONSTRAINT order_disputes CHECK (disputes >= 0),
  CONSTRAINT order_cancel_asked CHECK ((cancel_asked_at IS NULL) = (cancel_answer_by IS NULL))
) STRICT, WITHOUT ROWID;

INSERT INTO orders (
  id, purchase_id, code, enterprise_id, status, paid, delivery, pickup_place, goods_total, shipping,
  commission, total, weight_grams, courier, tracking_number, placed_at, paid_at, ship_by,
  shipped_at, delivered_at, complete_at, completed_at, cancelled_at, version, refunded,
  commission_back
) SELECT
  id, purchase_id, code, enterprise_id, status, paid, delivery, pickup_place, goods_total, shipping,
  commission, total, weight_grams, courier, tracking_number, placed_at, paid_at, ship_by,
  shipped_at, delivered_at, complete_at, completed_at, cancelled_at, version, iif(status =
  'cancelled' AND paid = 1, total, 0), iif(status = 'cancelled' AND paid = 1, commission, 0)
FROM orders_before;

CREATE INDEX orders_of_purchase ON orders (purchase_id);
CREATE INDEX orders_of_enterprise ON orders (enterprise_id, id);
CREATE INDEX orders_of_enterprise_by_status ON orders (enterprise_id, status, id);
CREATE INDEX orders_to_complete ON orders (complete_at) WHERE complete_at IS NOT NULL;
CREATE INDEX orders_to_send ON orders (ship_by)
  WHERE paid = 1 AND status IN ('placed', 'confirmed', 'packed');
CREATE INDEX orders_to_answer ON orders (cancel_answer_by) WHERE cancel_answer_by IS NOT NULL;

-- Each line has its own rate of commission, its share of the discounts on goods, and its tax (included).
ALTER TABLE order_lines ADD COLUMN discount INTEGER NOT NULL DEFAULT 0
  CONSTRAINT order_line_discount CHECK (discount BETWEEN 0 AND total);
ALTER TABLE order_lines ADD COLUMN sponsored INTEGER NOT NULL DEFAULT 0
  CONSTRAINT order_line_sponsored CHECK (sponsored BETWEEN 0 AND discount);
ALTER TABLE order_lines ADD COLUMN tax INTEGER NOT NULL DEFAULT 0
  CONSTRAINT order_line_tax CHECK (tax >= 0);
ALTER TABLE order_lines ADD COLUMN commission_bps INTEGER NOT NULL DEFAULT 0
  CONSTRAINT order_line_rate CHECK (commission_bps BETWEEN 0 AND 10000);
ALTER TABLE order_lines ADD COLUMN commission INTEGER NOT NULL DEFAULT 0
  CONSTRAINT order_line_commission CHECK (commission BETWEEN 0 AND total);

-- The commission of the order, rounded once, divided by rounded running totals: the parts sum to it.
UPDATE order_lines SET commission_bps = r.commission_bps,
  commission = (r.upto * r.commission_bps + 5000) / 10000
    - ((r.upto - order_lines.total) * r.commission_bps + 5000) / 10000
FROM (SELECT l.order_id, l.n, o.commission_bps,
        sum(l.total) OVER (PARTITION BY l.order_id ORDER BY l.n) AS upto
      FROM order_lines l JOIN orders_before o ON o.id = l.order_id) r
WHERE r.order_id = order_lines.order_id AND r.n = order_lines.n;
DROP TABLE orders_before;
