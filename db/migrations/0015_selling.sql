-- Selling every day: sheets that are imported, sales by day, reviews, questions, rests, and companions who
-- act for a group.

-- A sheet that was read: what it would do is kept as items, and done page by page.
CREATE TABLE imports (
  id            TEXT PRIMARY KEY,
  enterprise_id TEXT NOT NULL REFERENCES enterprises (organization_id),
  file_name     TEXT NOT NULL,
  layout        TEXT NOT NULL,
  status        TEXT NOT NULL,
  options       TEXT NOT NULL,
  rows          INTEGER NOT NULL,
  created       INTEGER NOT NULL,
  changed       INTEGER NOT NULL,
  unchanged     INTEGER NOT NULL,
  faulty        INTEGER NOT NULL,
  photos        INTEGER NOT NULL,
  -- How many items would do something, and how many of them have been gone through.
  work          INTEGER NOT NULL,
  done          INTEGER NOT NULL DEFAULT 0,
  created_at    INTEGER NOT NULL,
  finished_at   INTEGER,
  version       INTEGER NOT NULL,
  CONSTRAINT import_status CHECK (status IN ('previewed', 'running', 'done')),
  CONSTRAINT import_layout CHECK (layout IN ('own', 'shopify', 'woocommerce', 'shopee')),
  CONSTRAINT import_done CHECK (done BETWEEN 0 AND work),
  CONSTRAINT import_options_json CHECK (json_valid(options)),
  CONSTRAINT import_finished CHECK ((status = 'done') = (finished_at IS NOT NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX imports_of_enterprise ON imports (enterprise_id, id);
CREATE INDEX imports_running ON imports (id) WHERE status = 'running';

-- Items that would create or change something come first, so that `done` walks through work alone.
CREATE TABLE import_items (
  import_id TEXT NOT NULL REFERENCES imports (id),
  n         INTEGER NOT NULL,
  line      INTEGER NOT NULL,
  outcome   TEXT NOT NULL,
  title     TEXT NOT NULL,
  -- What would change, or the fault with its column; and what was wanted.
  said      TEXT NOT NULL,
  wanted    TEXT,
  PRIMARY KEY (import_id, n),
  CONSTRAINT import_item_outcome CHECK (outcome IN ('created', 'changed', 'unchanged', 'fault')),
  CONSTRAINT import_item_json CHECK (json_valid(said) AND (wanted IS NULL OR json_valid(wanted)))
) STRICT, WITHOUT ROWID;
CREATE INDEX import_items_by_outcome ON import_items (import_id, outcome, n);

-- Under which name a sheet knows a product (`shopify:tas`) or a variant of it (`shopify:tas|Merah`).
CREATE TABLE import_sources (
  enterprise_id TEXT NOT NULL REFERENCES enterprises (organization_id),
  source        TEXT NOT NULL,
  product_id    TEXT NOT NULL REFERENCES products (id),
  variant_id    TEXT REFERENCES variants (id),
  PRIMARY KEY (enterprise_id, source)
) STRICT, WITHOUT ROWID;
CREATE INDEX import_sources_of_product ON import_sources (product_id);

-- Completed sales by day of the network's zone: one row a product and, without one, a row for all.
CREATE TABLE sales_days (
  enterprise_id TEXT NOT NULL REFERENCES enterprises (organization_id),
  product_id    TEXT NOT NULL DEFAULT '',
  day           TEXT NOT NULL,
  orders        INTEGER NOT NULL,
  pieces        INTEGER NOT NULL,
  amount        INTEGER NOT NULL,
  PRIMARY KEY (enterprise_id, product_id, day),
  CONSTRAINT sales_day_date CHECK (day IS date(day))
) STRICT, WITHOUT ROWID;
CREATE INDEX sales_days_by_day ON sales_days (enterprise_id, day, product_id);
CREATE TABLE sales_months (
  enterprise_id TEXT NOT NULL REFERENCES enterprises (organization_id),
  month         TEXT NOT NULL,
  product_id    TEXT NOT NULL,
  orders        INTEGER NOT NULL,
  pieces        INTEGER NOT NULL,
  amount        INTEGER NOT NULL,
  PRIMARY KEY (enterprise_id, month, product_id)
) STRICT, WITHOUT ROWID;

-- What a completed order adds, on the day on which its money moved in the books.
CREATE VIEW completed_sales AS
  SELECT e.id AS entry_id, o.enterprise_id, l.product_id, e.value_on AS day, l.order_id, l.quantity,
    l.total - l.discount + l.sponsored AS amount
  FROM entries e JOIN orders o ON o.id = e.subject JOIN order_lines l ON l.order_id = o.id
  WHERE e.rule IN ('order-completed', 'order-completed-on-delivery');

INSERT INTO sales_days (enterprise_id, product_id, day, orders, pieces, amount)
SELECT enterprise_id, product_id, day, count(DISTINCT order_id), sum(quantity), sum(amount)
FROM completed_sales GROUP BY enterprise_id, product_id, day
UNION ALL
SELECT enterprise_id, '', day, count(DISTINCT order_id), sum(quantity), sum(amount)
FROM completed_sales GROUP BY enterprise_id, day;
INSERT INTO sales_months (enterprise_id, month, product_id, orders, pieces, amount)
SELECT enterprise_id, substr(day, 1, 7), product_id, sum(orders), sum(pieces), sum(amount)
FROM sales_days WHERE product_id <> '' GROUP BY enterprise_id, substr(day, 1, 7), product_id;

CREATE TRIGGER sales_summed AFTER INSERT ON entries
WHEN NEW.rule IN ('order-completed', 'order-completed-on-delivery')
BEGIN
  INSERT INTO sales_days (enterprise_id, product_id, day, orders, pieces, amount)
  SELECT enterprise_id, product_id, day, 1, sum(quantity), sum(amount)
  FROM completed_sales WHERE entry_id = NEW.id GROUP BY enterprise_id, product_id, day
  ON CONFLICT (enterprise_id, product_id, day) DO UPDATE SET orders = orders + 1,
    pieces = pieces + excluded.pieces, amount = amount + excluded.amount;
  INSERT INTO sales_days (enterprise_id, product_id, day, orders, pieces, amount)
  SELECT enterprise_id, '', day, 1, sum(quantity), sum(amount)
  FROM completed_sales WHERE entry_id = NEW.id GROUP BY enterprise_id, day
  ON CONFLICT (enterprise_id, product_id, day) DO UPDATE SET orders = orders + 1,
    pieces = pieces + excluded.pieces, amount = amount + excluded.amount;
  INSERT INTO sales_months (enterprise_id, month, product_id, orders, pieces, amount)
  SELECT enterprise_id, substr(day, 1, 7), product_id, 1, sum(quantity), sum(amount)
  FROM completed_sales WHERE entry_id = NEW.id GROUP BY enterprise_id, day, product_id
  ON CONFLICT (enterprise_id, month, product_id) DO UPDATE SET orders = orders + 1,
    pieces = pieces + excluded.pieces, amount = amount + excluded.amount;
END;

-- What buyers say of what they received: one review a line of a completed order.
CREATE TABLE reviews (
  id            TEXT PRIMARY KEY,
  product_id    TEXT NOT NULL REFERENCES products (id),
  enterprise_id TEXT NOT NULL REFERENCES enterprises (organization_id),
  order_id      TEXT NOT NULL REFERENCES orders (id),
  line          INTEGER NOT NULL,
  name          TEXT NOT NULL,
  variant_name  TEXT NOT NULL,
  stars         INTEGER NOT NULL,
  text          TEXT NOT NULL,
  created_at    INTEGER NOT NULL,
  reply         TEXT,
  replied_at    INTEGER,
  hidden_at     INTEGER,
  version       INTEGER NOT NULL,
  FOREIGN KEY (order_id, line) REFERENCES order_lines (order_id, n),
  CONSTRAINT review_stars CHECK (stars BETWEEN 1 AND 5),
  CONSTRAINT review_reply CHECK ((reply IS NULL) = (replied_at IS NULL))
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX review_once_a_line ON reviews (order_id, line);
CREATE INDEX reviews_of_product ON reviews (product_id, id) WHERE hidden_at IS NULL;
CREATE INDEX reviews_of_enterprise ON reviews (enterprise_id, id);
CREATE INDEX reviews_to_reply ON reviews (enterprise_id, id) WHERE reply IS NULL AND hidden_at IS NULL;

-- Of the reviews that are shown, whoever writes them.
ALTER TABLE products ADD COLUMN rating_count INTEGER NOT NULL DEFAULT 0;
ALTER TABLE products ADD COLUMN rating_sum INTEGER NOT NULL DEFAULT 0;
CREATE TRIGGER reviews_count AFTER INSERT ON reviews WHEN NEW.hidden_at IS NULL
BEGIN
  UPDATE products SET rating_count = rating_count + 1, rating_sum = rating_sum + NEW.stars
  WHERE id = NEW.product_id;
END;
CREATE TRIGGER reviews_count_anew AFTER UPDATE OF hidden_at ON reviews
WHEN (OLD.hidden_at IS NULL) <> (NEW.hidden_at IS NULL)
BEGIN
  UPDATE products SET
    rating_count = rating_count + iif(NEW.hidden_at IS NULL, 1, -1),
    rating_sum = rating_sum + iif(NEW.hidden_at IS NULL, NEW.stars, -NEW.stars)
  WHERE id = NEW.product_id;
END;

CREATE TABLE questions (
  id            TEXT PRIMARY KEY,
  product_id    TEXT NOT NULL REFERENCES products (id),
  enterprise_id TEXT NOT NULL REFERENCES enterprises (organization_id),
  person_id     TEXT NOT NULL REFERENCES people (id),
  name          TEXT NOT NULL,
  text          TEXT NOT NULL,
  asked_at      INTEGER NOT NULL,
  answer        TEXT,
  answered_at   INTEGER,
  hidden_at     INTEGER,
  version       INTEGER NOT NULL,
  CONSTRAINT question_answer CHECK ((answer IS NULL) = (answered_at IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX questions_of_product ON questions (product_id, id) WHERE hidden_at IS NULL;
CREATE INDEX questions_of_enterprise ON questions (enterprise_id, id);
CREATE INDEX questions_hidden ON questions (id) WHERE hidden_at IS NOT NULL;
CREATE INDEX questions_to_answer ON questions (enterprise_id, id)
  WHERE answer IS NULL AND hidden_at IS NULL;

-- Why a shop rests, and from which day to which (or until it says otherwise). The window itself stands with
-- the enterprise, where the clock and the checkout look.
CREATE TABLE rests (
  enterprise_id TEXT PRIMARY KEY REFERENCES enterprises (organization_id),
  starts_on     TEXT NOT NULL,
  ends_on       TEXT,
  note          TEXT NOT NULL,
  CONSTRAINT rest_days CHECK (starts_on IS date(starts_on) AND (ends_on IS NULL
    OR (ends_on IS date(ends_on) AND ends_on >= starts_on)))
) STRICT, WITHOUT ROWID;

-- A group lets a companion of a facilitator act for it, for some time and some of the work.
CREATE TABLE companion_grants (
  id             TEXT PRIMARY KEY,
  enterprise_id  TEXT NOT NULL REFERENCES enterprises (organization_id),
  facilitator_id TEXT NOT NULL REFERENCES organizations (id),
  person_id      TEXT NOT NULL REFERENCES people (id),
  products       INTEGER NOT NULL,
  orders         INTEGER NOT NULL,
  granted_by     TEXT NOT NULL REFERENCES people (id),
  granted_at     INTEGER NOT NULL,
  ends_on        TEXT NOT NULL,
  ends_at        INTEGER NOT NULL,
  revoked_at     INTEGER,
  version        INTEGER NOT NULL,
  CONSTRAINT companion_grant_scope CHECK (products IN (0, 1) AND orders IN (0, 1) AND products + orders > 0),
  CONSTRAINT companion_grant_time CHECK (ends_at > granted_at)
) STRICT, WITHOUT ROWID;
CREATE INDEX companion_grants_of_person ON companion_grants (person_id, ends_at);
CREATE INDEX companion_grants_of_enterprise ON companion_grants (enterprise_id, id);
