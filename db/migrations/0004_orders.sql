-- From basket to order: tariffs, carts, purchases (one checkout), orders (one seller's part), and the
-- proofs and payments around them.

CREATE TABLE tariffs (
  enterprise_id TEXT NOT NULL REFERENCES enterprises (organization_id),
  destination   TEXT NOT NULL,
  first_kg      INTEGER NOT NULL,
  next_kg       INTEGER NOT NULL,
  days_from     INTEGER NOT NULL,
  days_to       INTEGER NOT NULL,
  PRIMARY KEY (enterprise_id, destination),
  CONSTRAINT tariff_destination CHECK (destination = '' OR length(destination) IN (2, 5)),
  CONSTRAINT tariff_amounts CHECK (first_kg >= 0 AND next_kg >= 0),
  CONSTRAINT tariff_days CHECK (days_from >= 0 AND days_to >= days_from)
) STRICT, WITHOUT ROWID;

-- The id is the SHA-256 of the token in the buyer's cookie. A person has one cart.
CREATE TABLE carts (
  id         TEXT PRIMARY KEY,
  person_id  TEXT REFERENCES people (id),
  created_at INTEGER NOT NULL,
  touched_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX carts_of_person ON carts (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX carts_by_age ON carts (touched_at);

CREATE TABLE cart_lines (
  cart_id    TEXT NOT NULL REFERENCES carts (id),
  variant_id TEXT NOT NULL REFERENCES variants (id),
  quantity   INTEGER NOT NULL,
  price_seen INTEGER NOT NULL,
  added_at   INTEGER NOT NULL,
  PRIMARY KEY (cart_id, variant_id),
  CONSTRAINT cart_quantity CHECK (quantity BETWEEN 1 AND 999)
) STRICT, WITHOUT ROWID;
CREATE INDEX cart_lines_of_variant ON cart_lines (variant_id);

-- cart_hash is the id of the cart it was placed from: who still holds that cart's cookie may read it.
CREATE TABLE purchases (
  id             TEXT PRIMARY KEY,
  code           TEXT NOT NULL UNIQUE,
  person_id      TEXT REFERENCES people (id),
  cart_hash      TEXT,
  locale         TEXT NOT NULL,
  buyer_name     TEXT NOT NULL,
  buyer_phone    TEXT NOT NULL,
  buyer_email    TEXT,
  street         TEXT NOT NULL,
  area_code      TEXT NOT NULL,
  area_text      TEXT NOT NULL,
  postal_code    TEXT NOT NULL,
  note           TEXT NOT NULL,
  goods_total    INTEGER NOT NULL,
  shipping_total INTEGER NOT NULL,
  unique_code    INTEGER NOT NULL,
  total          INTEGER NOT NULL,
  method         TEXT NOT NULL,
  status         TEXT NOT NULL,
  placed_at      INTEGER NOT NULL,
  expires_at     INTEGER NOT NULL,
  settled_at     INTEGER,
  proof_at       INTEGER,
  version        INTEGER NOT NULL,
  CONSTRAINT purchase_locale CHECK (locale IN ('id', 'en')),
  CONSTRAINT purchase_method CHECK (method IN ('transfer')),
  CONSTRAINT purchase_status CHECK (status IN ('pending', 'settled', 'expired', 'cancelled', 'failed')),
  CONSTRAINT purchase_unique_code CHECK (unique_code BETWEEN 0 AND 999),
  CONSTRAINT purchase_adds_up CHECK (total = goods_total + shipping_total + unique_code),
  CONSTRAINT purchase_settled CHECK ((status = 'settled') = (settled_at IS NOT NULL))
) STRICT, WITHOUT ROWID;
-- Open purchases never share a total, so that a transfer names its purchase.
CREATE UNIQUE INDEX purchases_open_total ON purchases (total) WHERE status = 'pending';
CREATE INDEX purchases_to_expire ON purchases (expires_at) WHERE status = 'pending';
CREATE INDEX purchases_open_of_phone ON purchases (buyer_phone) WHERE status = 'pending';
CREATE INDEX purchases_open_of_cart ON purchases (cart_hash) WHERE status = 'pending';
CREATE INDEX purchases_of_person ON purchases (person_id, id) WHERE person_id IS NOT NULL;
-- The treasurer's list: those with a proof first, then by age.
CREATE INDEX purchases_by_status ON purchases (status, proof_at IS NULL, id);
CREATE INDEX purchases_by_total ON purchases (total, id);

CREATE TABLE orders (
  id              TEXT PRIMARY KEY,
  purchase_id     TEXT NOT NULL REFERENCES purchases (id),
  code            TEXT NOT NULL UNIQUE,
  enterprise_id   TEXT NOT NULL REFERENCES enterprises (organization_id),
  status          TEXT NOT NULL,
  paid            INTEGER NOT NULL DEFAULT 0,
  delivery        TEXT NOT NULL,
  pickup_place    TEXT,
  goods_total     INTEGER NOT NULL,
  shipping        INTEGER NOT NULL,
  commission_bps  INTEGER NOT NULL,
  commission      INTEGER NOT NULL,
  total           INTEGER NOT NULL,
  weight_grams    INTEGER NOT NULL,
  courier         TEXT,
  tracking_number TEXT,
  placed_at       INTEGER NOT NULL,
  paid_at         INTEGER,
  ship_by         INTEGER,
  shipped_at      INTEGER,
  delivered_at    INTEGER,
  complete_at     INTEGER,
  completed_at    INTEGER,
  cancelled_at    INTEGER,
  version         INTEGER NOT NULL,
  CONSTRAINT order_status CHECK (status IN ('placed', 'confirmed', 'packed', 'shipped', 'delivered',
    'completed', 'cancelled', 'expired')),
  CONSTRAINT order_delivery CHECK (delivery IN ('courier', 'pickup')),
  CONSTRAINT order_pickup_place CHECK ((delivery = 'pickup') = (pickup_place IS NOT NULL)),
  CONSTRAINT order_paid CHECK (paid IN (0, 1) AND paid = (paid_at IS NOT NULL)),
  CONSTRAINT order_adds_up CHECK (total = goods_total + shipping),
  CONSTRAINT order_amounts CHECK (goods_total >= 0 AND shipping >= 0),
  CONSTRAINT order_commission CHECK (commission BETWEEN 0 AND total)
) STRICT, WITHOUT ROWID;
CREATE INDEX orders_of_purchase ON orders (purchase_id);
CREATE INDEX orders_of_enterprise ON orders (enterprise_id, id);
CREATE INDEX orders_of_enterprise_by_status ON orders (enterprise_id, status, id);
CREATE INDEX orders_to_complete ON orders (complete_at) WHERE complete_at IS NOT NULL;

CREATE TABLE order_lines (
  order_id     TEXT NOT NULL REFERENCES orders (id),
  n            INTEGER NOT NULL,
  product_id   TEXT NOT NULL REFERENCES products (id),
  variant_id   TEXT NOT NULL REFERENCES variants (id),
  title        TEXT NOT NULL,
  variant_name TEXT NOT NULL,
  unit_price   INTEGER NOT NULL,
  quantity     INTEGER NOT NULL,
  total        INTEGER NOT NULL,
  weight_grams INTEGER NOT NULL,
  photo_id     TEXT,
  PRIMARY KEY (order_id, n),
  CONSTRAINT order_line_quantity CHECK (quantity BETWEEN 1 AND 999),
  CONSTRAINT order_line_adds_up CHECK (total = unit_price * quantity AND unit_price >= 0)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX order_lines_variant_once ON order_lines (order_id, variant_id);
CREATE INDEX order_lines_of_variant ON order_lines (variant_id);
CREATE INDEX order_lines_of_product ON order_lines (product_id);

-- A picture of a transfer. It never pays; the same picture seen twice is a warning for the treasurer.
CREATE TABLE proofs (
  id           TEXT PRIMARY KEY,
  purchase_id  TEXT NOT NULL REFERENCES purchases (id),
  sha256       TEXT NOT NULL,
  content_type TEXT NOT NULL,
  bytes        INTEGER NOT NULL,
  created_at   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX proofs_of_purchase ON proofs (purchase_id, id);
CREATE INDEX proofs_by_picture ON proofs (sha256);

-- Money that came without an open purchase of its amount; it stands in suspense in the operator's book.
CREATE TABLE unmatched_payments (
  id          TEXT PRIMARY KEY,
  book        TEXT NOT NULL REFERENCES organizations (id),
  amount      INTEGER NOT NULL,
  received_on TEXT NOT NULL,
  reference   TEXT NOT NULL,
  purchase_id TEXT REFERENCES purchases (id),
  created_at  INTEGER NOT NULL,
  CONSTRAINT unmatched_payment_positive CHECK (amount > 0)
) STRICT, WITHOUT ROWID;
CREATE INDEX unmatched_payments_of_book ON unmatched_payments (book, id);
