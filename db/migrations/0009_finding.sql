-- Finding: categories as a tree, options and tiers of variants, times of selling, labels, makers, and an
-- index that answers every filter by itself. Nothing below stores what the tables of 0003 hold already,
-- but for what a list shows, which is kept by the batch or trigger that changes its source.

-- A category may lie in another, three deep at most; a product lies in one.
ALTER TABLE categories ADD COLUMN parent_slug TEXT REFERENCES categories (slug);
CREATE INDEX categories_of_parent ON categories (parent_slug, position);

-- Every category with itself and all that it lies in, so many steps up.
CREATE TABLE category_lines (
  category TEXT NOT NULL REFERENCES categories (slug),
  ancestor TEXT NOT NULL REFERENCES categories (slug),
  up       INTEGER NOT NULL,
  PRIMARY KEY (category, ancestor),
  CONSTRAINT category_depth CHECK (up BETWEEN 0 AND 2)
) STRICT, WITHOUT ROWID;
INSERT INTO category_lines (category, ancestor, up) SELECT slug, slug, 0 FROM categories;
CREATE TRIGGER category_lined AFTER INSERT ON categories
BEGIN
  INSERT INTO category_lines (category, ancestor, up) VALUES (NEW.slug, NEW.slug, 0);
  INSERT INTO category_lines (category, ancestor, up)
  SELECT NEW.slug, ancestor, up + 1 FROM category_lines WHERE category = NEW.parent_slug;
END;

INSERT INTO categories (slug, parent_slug, name_id, name_en, position) VALUES
  ('baskets', 'weaving', 'Keranjang & bakul', 'Baskets', 101),
  ('mats', 'weaving', 'Tikar & alas', 'Mats', 102),
  ('trays', 'weaving', 'Nampan & tempat saji', 'Trays', 103),
  ('rattan-furniture', 'weaving', 'Perabot rotan', 'Rattan furniture', 104),
  ('handbags', 'bags', 'Tas tangan & jinjing', 'Handbags & totes', 201),
  ('shoulder-bags', 'bags', 'Tas selempang & ransel', 'Shoulder bags & backpacks', 202),
  ('purses', 'bags', 'Dompet & tempat pensil', 'Purses & pouches', 203),
  ('batik-tulis', 'batik', 'Batik tulis', 'Hand-drawn batik', 301),
  ('batik-cap', 'batik', 'Batik cap', 'Stamped batik', 302),
  ('ikat', 'textiles', 'Tenun ikat', 'Ikat', 401),
  ('songket', 'textiles', 'Songket', 'Songket', 402),
  ('sarongs', 'textiles', 'Sarung & selendang', 'Sarongs & shawls', 403),
  ('table-linen', 'textiles', 'Taplak & kain meja', 'Table linen', 404),
  ('shirts', 'clothing', 'Kemeja & atasan', 'Shirts & tops', 501),
  ('dresses', 'clothing', 'Gaun & kebaya', 'Dresses', 502),
  ('headwear', 'clothing', 'Topi & ikat kepala', 'Hats & headwear', 503),
  ('tableware', 'pottery', 'Piring, cangkir & mangkuk', 'Tableware', 601),
  ('vases', 'pottery', 'Vas & pot', 'Vases & pots', 602),
  ('cookware', 'pottery', 'Cobek & alat masak', 'Cookware', 603),
  ('carving', 'wood', 'Ukiran & patung', 'Carving', 701),
  ('bamboo', 'wood', 'Kerajinan bambu', 'Bamboo', 702),
  ('wooden-tools', 'wood', 'Alat makan kayu', 'Wooden tableware', 703),
  ('kitchen', 'home', 'Peralatan dapur', 'Kitchen', 801),
  ('lamps', 'home', 'Lampu', 'Lamps', 802),
  ('decoration', 'home', 'Hiasan rumah', 'Decoration', 803),
  ('necklaces', 'jewellery', 'Kalung', 'Necklaces', 901),
  ('bracelets', 'jewellery', 'Gelang & cincin', 'Bracelets & rings', 902),
  ('earrings', 'jewellery', 'Anting & bros', 'Earrings & brooches', 903),
  ('coffee-beans', 'coffee', 'Kopi', 'Coffee', 1001),
  ('tea', 'coffee', 'Teh & wedang', 'Tea & herbal drinks', 1002),
  ('snacks', 'food', 'Camilan', 'Snacks', 1101),
  ('spices', 'food', 'Bumbu & rempah', 'Spices', 1102),
  ('sugar-honey', 'food', 'Gula & madu', 'Sugar & honey', 1103);

-- When a shop takes orders: between the two instants, or, where it closes before it opens, outside them.
ALTER TABLE enterprises ADD COLUMN opens_at INTEGER;
ALTER TABLE enterprises ADD COLUMN closes_at INTEGER;

-- The names of up to three options; a variant has a value for each.
ALTER TABLE products ADD COLUMN option1 TEXT;
ALTER TABLE products ADD COLUMN option2 TEXT CONSTRAINT product_options CHECK (option2 IS NULL OR option1 IS NOT NULL);
ALTER TABLE products ADD COLUMN option3 TEXT CONSTRAINT product_options_3 CHECK (option3 IS NULL OR option2 IS NOT NULL);
-- Days it takes to make one after it is ordered; 0 lies there already. Stock is then what can be made.
ALTER TABLE products ADD COLUMN made_to_order_days INTEGER NOT NULL DEFAULT 0
  CONSTRAINT product_made_to_order CHECK (made_to_order_days BETWEEN 0 AND 365);
-- A pre-order: ordered now, sent from this day on, `2026-12-01`.
ALTER TABLE products ADD COLUMN available_from TEXT;
ALTER TABLE products ADD COLUMN opens_at INTEGER;
ALTER TABLE products ADD COLUMN closes_at INTEGER;
-- Of the enterprise, kept by a trigger.
ALTER TABLE products ADD COLUMN shop_opens_at INTEGER;
ALTER TABLE products ADD COLUMN shop_closes_at INTEGER;
-- Whether both windows were open when last looked at, and the instant at which that changes next.
ALTER TABLE products ADD COLUMN open INTEGER NOT NULL DEFAULT 1 CONSTRAINT product_open CHECK (open IN (0, 1));
ALTER TABLE products ADD COLUMN turns_at INTEGER;
CREATE INDEX products_by_turn ON products (turns_at) WHERE turns_at IS NOT NULL;
-- Its labels that have not ended, kept by triggers: {"halal":"2027-01-31","pirt":"9999-12-31"}.
ALTER TABLE products ADD COLUMN labels TEXT NOT NULL DEFAULT '{}';
CREATE INDEX products_by_category ON products (category, key) WHERE on_sale = 1;

ALTER TABLE variants ADD COLUMN value1 TEXT;
ALTER TABLE variants ADD COLUMN value2 TEXT;
ALTER TABLE variants ADD COLUMN value3 TEXT;
ALTER TABLE variants ADD COLUMN photo_id TEXT REFERENCES photos (id);
-- As packed, in whole centimetres; couriers charge by volume.
ALTER TABLE variants ADD COLUMN length_cm INTEGER CONSTRAINT variant_length CHECK (length_cm BETWEEN 1 AND 1000);
ALTER TABLE variants ADD COLUMN width_cm INTEGER CONSTRAINT variant_width CHECK (width_cm BETWEEN 1 AND 1000);
ALTER TABLE variants ADD COLUMN height_cm INTEGER CONSTRAINT variant_height CHECK (height_cm BETWEEN 1 AND 1000);
-- At how many it is said to be running low; null is the rule of the house.
ALTER TABLE variants ADD COLUMN low_stock INTEGER CONSTRAINT variant_low_stock CHECK (low_stock >= 0);
-- What is in it, in grams, millilitres or centimetres: 250 g.
ALTER TABLE variants ADD COLUMN net_quantity INTEGER CONSTRAINT variant_net_quantity CHECK (net_quantity > 0);
ALTER TABLE variants ADD COLUMN net_unit TEXT CONSTRAINT variant_net_unit CHECK (net_unit IN ('g', 'ml', 'cm'));

-- From this many of one variant on, each costs less.
CREATE TABLE tier_prices (
  variant_id    TEXT NOT NULL REFERENCES variants (id),
  from_quantity INTEGER NOT NULL,
  price         INTEGER NOT NULL,
  PRIMARY KEY (variant_id, from_quantity),
  CONSTRAINT tier_from CHECK (from_quantity BETWEEN 2 AND 999),
  CONSTRAINT tier_price CHECK (price > 0)
) STRICT, WITHOUT ROWID;

-- Members credited for what they make.
CREATE TABLE makers (
  id            TEXT PRIMARY KEY,
  enterprise_id TEXT NOT NULL REFERENCES enterprises (organization_id),
  name          TEXT NOT NULL,
  about         TEXT NOT NULL DEFAULT '',
  person_id     TEXT REFERENCES people (id),
  archived      INTEGER NOT NULL DEFAULT 0,
  created_at    INTEGER NOT NULL,
  version       INTEGER NOT NULL,
  CONSTRAINT maker_archived CHECK (archived IN (0, 1))
) STRICT, WITHOUT ROWID;
CREATE INDEX makers_of_enterprise ON makers (enterprise_id, name);

-- Who made a product; `share` is her weight among its makers when proceeds are divided.
CREATE TABLE product_makers (
  product_id TEXT NOT NULL REFERENCES products (id),
  maker_id   TEXT NOT NULL REFERENCES makers (id),
  position   INTEGER NOT NULL,
  share      INTEGER NOT NULL DEFAULT 1,
  PRIMARY KEY (product_id, maker_id),
  CONSTRAINT maker_share CHECK (share BETWEEN 0 AND 1000)
) STRICT, WITHOUT ROWID;
CREATE INDEX products_of_maker ON product_makers (maker_id, product_id);

-- Marks that the law or a council gives to a product, each checked by its shape. `notice_on` is the day on
-- which the seller is to be told next; `ended` follows the day after `valid_until`.
CREATE TABLE product_labels (
  product_id  TEXT NOT NULL REFERENCES products (id),
  kind        TEXT NOT NULL,
  number      TEXT NOT NULL,
  valid_until TEXT,
  notice_on   TEXT,
  ended       INTEGER NOT NULL DEFAULT 0,
  verified_at INTEGER,
  verified_by TEXT,
  created_at  INTEGER NOT NULL,
  PRIMARY KEY (product_id, kind),
  CONSTRAINT label_kind CHECK (kind IN ('pirt', 'halal', 'bpom', 'sni')),
  CONSTRAINT label_ended CHECK (ended IN (0, 1)),
  CONSTRAINT label_verified CHECK ((verified_at IS NULL) = (verified_by IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX labels_by_notice ON product_labels (notice_on) WHERE notice_on IS NOT NULL;
CREATE INDEX labels_to_verify ON product_labels (created_at, product_id, kind)
  WHERE verified_at IS NULL AND ended = 0;

-- How many products are on sale, in all (`on`) and by category, regency and province.
CREATE TABLE shelf_counts (
  token TEXT PRIMARY KEY,
  n     INTEGER NOT NULL CONSTRAINT shelf_count CHECK (n >= 0)
) STRICT, WITHOUT ROWID;

CREATE VIEW shelf_tokens AS
SELECT p.key AS key, 'on' AS token FROM products p WHERE p.on_sale = 1
UNION ALL
SELECT p.key, 'c_' || replace(l.ancestor, '-', '_') FROM products p
JOIN category_lines l ON l.category = p.category WHERE p.on_sale = 1
UNION ALL
SELECT p.key, 'r_' || replace(p.regency_code, '.', '_') FROM products p WHERE p.on_sale = 1
UNION ALL
SELECT p.key, 'p_' || substr(p.regency_code, 1, 2) FROM products p WHERE p.on_sale = 1;

INSERT INTO shelf_counts (token, n) SELECT token, count(*) FROM shelf_tokens GROUP BY token;

CREATE TRIGGER shelf_counted AFTER INSERT ON products WHEN NEW.on_sale = 1
BEGIN
  INSERT INTO shelf_counts (token, n) SELECT token, 1 FROM shelf_tokens WHERE key = NEW.key
  ON CONFLICT (token) DO UPDATE SET n = n + 1;
END;
CREATE TRIGGER shelf_counted_down
BEFORE UPDATE OF key, on_sale, category, regency_code ON products
WHEN OLD.on_sale = 1 AND (NEW.on_sale <> 1 OR NEW.category <> OLD.category
  OR NEW.regency_code <> OLD.regency_code OR NEW.key <> OLD.key)
BEGIN
  UPDATE shelf_counts SET n = n - 1
  WHERE token IN (SELECT token FROM shelf_tokens WHERE key = OLD.key);
END;
CREATE TRIGGER shelf_counted_up
AFTER UPDATE OF key, on_sale, category, regency_code ON products
WHEN NEW.on_sale = 1 AND (OLD.on_sale <> 1 OR NEW.category <> OLD.category
  OR NEW.regency_code <> OLD.regency_code OR NEW.key <> OLD.key)
BEGIN
  INSERT INTO shelf_counts (token, n) SELECT token, 1 FROM shelf_tokens WHERE key = NEW.key
  ON CONFLICT (token) DO UPDATE SET n = n + 1;
END;

CREATE TRIGGER labels_shown AFTER INSERT ON product_labels
BEGIN
  UPDATE products SET labels = (
    SELECT json_group_object(kind, coalesce(valid_until, '9999-12-31')) FROM product_labels
    WHERE product_id = NEW.product_id AND ended = 0) WHERE id = NEW.product_id;
END;
CREATE TRIGGER labels_shown_anew AFTER UPDATE OF valid_until, ended ON product_labels
BEGIN
  UPDATE products SET labels = (
    SELECT json_group_object(kind, coalesce(valid_until, '9999-12-31')) FROM product_labels
    WHERE product_id = NEW.product_id AND ended = 0) WHERE id = NEW.product_id;
END;
CREATE TRIGGER labels_shown_no_more AFTER DELETE ON product_labels
BEGIN
  UPDATE products SET labels = (
    SELECT json_group_object(kind, coalesce(valid_until, '9999-12-31')) FROM product_labels
    WHERE product_id = OLD.product_id AND ended = 0) WHERE id = OLD.product_id;
END;

CREATE TRIGGER products_follow_its_hours AFTER UPDATE OF opens_at, closes_at ON enterprises
WHEN NEW.opens_at IS NOT OLD.opens_at OR NEW.closes_at IS NOT OLD.closes_at
BEGIN
  UPDATE products SET shop_opens_at = NEW.opens_at, shop_closes_at = NEW.closes_at
  WHERE enterprise_id = NEW.organization_id;
END;

-- The documents anew: `c_` for the category and all it lies in, `i_1` in stock, `n_1` open now, `l_` for
-- each label. `prices` holds the price at fifteen coarser and coarser scales, each a quarter as fine as
-- the one before, so that any range of prices is some of these cells exactly; the index ordered by price
-- needs none.
DROP TRIGGER products_found;
DROP TRIGGER products_found_anew;
DROP VIEW product_documents;

CREATE VIEW product_documents AS
SELECT p.key AS key, p.price_from * 4194304 + p.key AS price_key, p.title AS title,
  (SELECT group_concat(c.name_id || ' ' || c.name_en, ' ') FROM category_lines l
    JOIN categories c ON c.slug = l.ancestor WHERE l.category = p.category)
    || ' ' || o.name || ' ' || e.craft || ' ' || e.regency_name AS context,
  p.description AS body,
  'on'
    || (SELECT group_concat(' c_' || replace(l.ancestor, '-', '_'), '') FROM category_lines l
        WHERE l.category = p.category)
    || ' r_' || replace(p.regency_code, '.', '_')
    || ' p_' || substr(p.regency_code, 1, 2) || ' s_' || replace(p.enterprise_id, '-', '_')
    || CASE p.women_led WHEN 1 THEN ' w_1' ELSE '' END
    || CASE WHEN p.stock_total > 0 THEN ' i_1' ELSE '' END
    || CASE p.open WHEN 1 THEN ' n_1' ELSE '' END
    || coalesce((SELECT group_concat(' l_' || key, '') FROM json_each(p.labels)), '') AS facets,
  (SELECT group_concat('x' || value || '_' || (p.price_from >> (2 * value)), ' ')
    FROM json_each('[0,1,2,3,4,5,6,7,8,9,10,11,12,13,14]')) AS prices
FROM products p
JOIN organizations o ON o.id = p.enterprise_id
JOIN enterprises e ON e.organization_id = p.enterprise_id
WHERE p.on_sale = 1;

CREATE TRIGGER products_found AFTER INSERT ON products WHEN NEW.on_sale = 1
BEGIN
  INSERT INTO product_search (rowid, title, context, body, facets)
  SELECT key, title, context, body, facets || ' ' || prices FROM product_documents WHERE key = NEW.key;
  INSERT INTO product_search_by_price (rowid, title, context, body, facets)
  SELECT price_key, title, context, body, facets FROM product_documents WHERE key = NEW.key;
END;
-- A change of stock is one of the index only where the last piece goes or the first comes.
CREATE TRIGGER products_found_anew
AFTER UPDATE OF key, title, description, category, on_sale, price_from, regency_code, women_led,
  stock_total, open, labels ON products
WHEN (OLD.on_sale = 1 OR NEW.on_sale = 1) AND (
  OLD.key <> NEW.key OR OLD.title <> NEW.title OR OLD.description <> NEW.description
  OR OLD.category <> NEW.category OR OLD.on_sale <> NEW.on_sale OR OLD.price_from <> NEW.price_from
  OR OLD.regency_code <> NEW.regency_code OR OLD.women_led <> NEW.women_led
  OR (OLD.stock_total > 0) <> (NEW.stock_total > 0) OR OLD.open <> NEW.open OR OLD.labels <> NEW.labels)
BEGIN
  DELETE FROM product_search WHERE rowid = OLD.key;
  DELETE FROM product_search_by_price WHERE rowid = OLD.price_from * 4194304 + OLD.key;
  INSERT INTO product_search (rowid, title, context, body, facets)
  SELECT key, title, context, body, facets || ' ' || prices FROM product_documents WHERE key = NEW.key;
  INSERT INTO product_search_by_price (rowid, title, context, body, facets)
  SELECT price_key, title, context, body, facets FROM product_documents WHERE key = NEW.key;
END;

DELETE FROM product_search;
DELETE FROM product_search_by_price;
INSERT INTO product_search (rowid, title, context, body, facets)
SELECT key, title, context, body, facets || ' ' || prices FROM product_documents;
INSERT INTO product_search_by_price (rowid, title, context, body, facets)
SELECT price_key, title, context, body, facets FROM product_documents;
