-- What the market offers: enterprises with a shop, their products, variants and photos, and the index by
-- which goods are found. `key` is the order in which products first went on sale: newest first is one walk.

CREATE TABLE enterprises (
  organization_id TEXT PRIMARY KEY REFERENCES organizations (id),
  story           TEXT NOT NULL DEFAULT '',
  craft           TEXT NOT NULL,
  area_code       TEXT NOT NULL,
  regency_code    TEXT NOT NULL,
  regency_name    TEXT NOT NULL,
  women_led       INTEGER NOT NULL DEFAULT 0,
  pickup_place    TEXT,
  phone           TEXT NOT NULL,
  bank_name       TEXT,
  bank_account    TEXT,
  bank_holder     TEXT,
  CONSTRAINT enterprise_women_led CHECK (women_led IN (0, 1)),
  CONSTRAINT enterprise_in_its_regency CHECK (substr(area_code, 1, 5) = regency_code),
  CONSTRAINT enterprise_bank_whole CHECK (
    (bank_name IS NULL) = (bank_account IS NULL) AND (bank_name IS NULL) = (bank_holder IS NULL)
  )
) STRICT, WITHOUT ROWID;
CREATE INDEX enterprises_by_region ON enterprises (regency_code, organization_id);

CREATE TABLE categories (
  slug     TEXT PRIMARY KEY,
  name_id  TEXT NOT NULL,
  name_en  TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

INSERT INTO categories (slug, name_id, name_en, position) VALUES
  ('weaving', 'Anyaman', 'Basketry', 1),
  ('bags', 'Tas & dompet', 'Bags & purses', 2),
  ('batik', 'Batik', 'Batik', 3),
  ('textiles', 'Tenun & kain', 'Handwoven cloth', 4),
  ('clothing', 'Pakaian', 'Clothing', 5),
  ('pottery', 'Gerabah & keramik', 'Pottery', 6),
  ('wood', 'Kayu & bambu', 'Wood & bamboo', 7),
  ('home', 'Rumah & dapur', 'Home & kitchen', 8),
  ('jewellery', 'Perhiasan', 'Jewellery', 9),
  ('coffee', 'Kopi & teh', 'Coffee & tea', 10),
  ('food', 'Makanan & bumbu', 'Food & spices', 11),
  ('other', 'Lain-lain', 'Other goods', 12);

CREATE TABLE products (
  key           INTEGER PRIMARY KEY CHECK (key BETWEEN 1 AND 4194303),
  id            TEXT NOT NULL UNIQUE,
  enterprise_id TEXT NOT NULL REFERENCES enterprises (organization_id),
  slug          TEXT NOT NULL UNIQUE,
  title         TEXT NOT NULL,
  description   TEXT NOT NULL DEFAULT '',
  category      TEXT NOT NULL REFERENCES categories (slug),
  unit          TEXT NOT NULL DEFAULT 'pcs',
  status        TEXT NOT NULL DEFAULT 'draft',
  -- Listed by an enterprise that is open; the only thing a buyer ever sees.
  on_sale       INTEGER NOT NULL DEFAULT 0,
  -- Of the variants that are not archived, kept by every batch that changes them.
  price_from    INTEGER NOT NULL,
  price_to      INTEGER NOT NULL,
  stock_total   INTEGER NOT NULL,
  -- Of the enterprise, kept by the batch that changes it.
  regency_code  TEXT NOT NULL,
  women_led     INTEGER NOT NULL,
  photo_id      TEXT REFERENCES photos (id),
  photo_color   TEXT,
  listed_at     INTEGER,
  created_at    INTEGER NOT NULL,
  version       INTEGER NOT NULL,
  CONSTRAINT product_status CHECK (status IN ('draft', 'listed', 'hidden')),
  CONSTRAINT product_on_sale CHECK (on_sale = 0 OR status = 'listed'),
  CONSTRAINT product_prices CHECK (0 < price_from AND price_from <= price_to AND price_to <= 1000000000)
) STRICT;
CREATE INDEX products_of_enterprise ON products (enterprise_id, key);
CREATE INDEX products_by_region ON products (regency_code) WHERE on_sale = 1;

CREATE TABLE variants (
  id           TEXT PRIMARY KEY,
  product_id   TEXT NOT NULL REFERENCES products (id),
  position     INTEGER NOT NULL,
  name         TEXT NOT NULL DEFAULT '',
  sku          TEXT,
  price        INTEGER NOT NULL,
  weight_grams INTEGER NOT NULL,
  stock        INTEGER NOT NULL,
  archived     INTEGER NOT NULL DEFAULT 0,
  CONSTRAINT variant_price CHECK (price > 0),
  CONSTRAINT variant_weight CHECK (weight_grams > 0),
  CONSTRAINT variant_archived CHECK (archived IN (0, 1)),
  CONSTRAINT stock_not_negative CHECK (stock >= 0)
) STRICT, WITHOUT ROWID;
CREATE INDEX variants_of_product ON variants (product_id, position);

CREATE TABLE photos (
  id         TEXT PRIMARY KEY,
  product_id TEXT NOT NULL REFERENCES products (id),
  position   INTEGER NOT NULL,
  width      INTEGER NOT NULL,
  height     INTEGER NOT NULL,
  color      TEXT,
  bytes      INTEGER NOT NULL,
  created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX photos_of_product ON photos (product_id, position);

-- What is found: exactly the products on sale. Every list a buyer sees is one walk over one of two indexes
-- of the same documents, newest first (rowid = key) or by price (rowid = price_from * 2^22 + key), so that a
-- page costs its own rows however deep it lies and whatever is filtered. `context` holds category, maker,
-- craft and place; `facets` holds one token a filter: `on` for all, category, regency, province, shop,
-- women-led, and the half octave of the price. Nothing is stored here that the other tables do not hold.
CREATE VIRTUAL TABLE product_search USING fts5(
  title, context, body, facets,
  content = '', contentless_delete = 1, prefix = '2 3 4',
  tokenize = "unicode61 remove_diacritics 2 tokenchars '_'"
);
CREATE VIRTUAL TABLE product_search_by_price USING fts5(
  title, context, body, facets,
  content = '', contentless_delete = 1, prefix = '2 3 4',
  tokenize = "unicode61 remove_diacritics 2 tokenchars '_'"
);

CREATE VIEW product_documents AS
SELECT p.key AS key, p.price_from * 4194304 + p.key AS price_key, p.title AS title,
  c.name_id || ' ' || c.name_en || ' ' || o.name || ' ' || e.craft || ' ' || e.regency_name AS context,
  p.description AS body,
  'on c_' || replace(p.category, '-', '_') || ' r_' || replace(p.regency_code, '.', '_')
    || ' p_' || substr(p.regency_code, 1, 2) || ' s_' || replace(p.enterprise_id, '-', '_')
    || ' b_' || CAST(floor(2 * log2(p.price_from)) AS INTEGER)
    || CASE p.women_led WHEN 1 THEN ' w_1' ELSE '' END AS facets
FROM products p
JOIN organizations o ON o.id = p.enterprise_id
JOIN enterprises e ON e.organization_id = p.enterprise_id
JOIN categories c ON c.slug = p.category
WHERE p.on_sale = 1;

-- Words people look for, under every spelling with one letter left out: words one slip apart share one.
CREATE TABLE search_spellings (
  spelling TEXT NOT NULL,
  word     TEXT NOT NULL,
  PRIMARY KEY (spelling, word)
) STRICT, WITHOUT ROWID;

-- The indexes follow the table, whoever writes it; a change of stock alone touches neither.
CREATE TRIGGER products_found AFTER INSERT ON products WHEN NEW.on_sale = 1
BEGIN
  INSERT INTO product_search (rowid, title, context, body, facets)
  SELECT key, title, context, body, facets FROM product_documents WHERE key = NEW.key;
  INSERT INTO product_search_by_price (rowid, title, context, body, facets)
  SELECT price_key, title, context, body, facets FROM product_documents WHERE key = NEW.key;
END;
CREATE TRIGGER products_found_anew
AFTER UPDATE OF key, title, description, category, on_sale, price_from, regency_code, women_led ON products
WHEN OLD.on_sale = 1 OR NEW.on_sale = 1
BEGIN
  DELETE FROM product_search WHERE rowid = OLD.key;
  DELETE FROM product_search_by_price WHERE rowid = OLD.price_from * 4194304 + OLD.key;
  INSERT INTO product_search (rowid, title, context, body, facets)
  SELECT key, title, context, body, facets FROM product_documents WHERE key = NEW.key;
  INSERT INTO product_search_by_price (rowid, title, context, body, facets)
  SELECT price_key, title, context, body, facets FROM product_documents WHERE key = NEW.key;
END;

-- An enterprise opens, pauses, closes or changes its name, whoever decides it: its products follow.
CREATE TRIGGER products_follow_their_enterprise AFTER UPDATE OF status, name ON organizations
WHEN NEW.kind = 'enterprise'
  AND ((NEW.status = 'open') <> (OLD.status = 'open') OR NEW.name <> OLD.name)
BEGIN
  UPDATE products SET on_sale = (NEW.status = 'open' AND status = 'listed')
  WHERE enterprise_id = NEW.id;
END;
