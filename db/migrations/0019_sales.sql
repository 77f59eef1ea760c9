-- A sale is an order that was completed, on its day: not every one moves money. What is paid at the door
-- without a commission leaves no entry, and was missing from the sales.
CREATE TABLE sold_orders (
  order_id TEXT PRIMARY KEY REFERENCES orders (id),
  day      TEXT NOT NULL,
  CONSTRAINT sold_order_day CHECK (day IS date(day))
) STRICT, WITHOUT ROWID;

INSERT INTO sold_orders (order_id, day)
SELECT subject, min(value_on) FROM entries
WHERE rule IN ('order-completed', 'order-completed-on-delivery') AND reverses IS NULL
  AND subject IN (SELECT id FROM orders)
GROUP BY subject;

DROP TRIGGER sales_summed;
DROP VIEW completed_sales;

CREATE VIEW completed_sales AS
  SELECT s.order_id, s.day, o.enterprise_id, l.product_id, l.quantity,
    l.total - l.discount + l.sponsored AS amount
  FROM sold_orders s JOIN orders o ON o.id = s.order_id JOIN order_lines l ON l.order_id = s.order_id;

CREATE TRIGGER sales_summed AFTER INSERT ON sold_orders
BEGIN
  INSERT INTO sales_days (enterprise_id, product_id, day, orders, pieces, amount)
  SELECT enterprise_id, product_id, day, 1, sum(quantity), sum(amount)
  FROM completed_sales WHERE order_id = NEW.order_id GROUP BY enterprise_id, product_id, day
  ON CONFLICT (enterprise_id, product_id, day) DO UPDATE SET orders = orders + 1,
    pieces = pieces + excluded.pieces, amount = amount + excluded.amount;
  INSERT INTO sales_days (enterprise_id, product_id, day, orders, pieces, amount)
  SELECT enterprise_id, '', day, 1, sum(quantity), sum(amount)
  FROM completed_sales WHERE order_id = NEW.order_id GROUP BY enterprise_id, day
  ON CONFLICT (enterprise_id, product_id, day) DO UPDATE SET orders = orders + 1,
    pieces = pieces + excluded.pieces, amount = amount + excluded.amount;
  INSERT INTO sales_months (enterprise_id, month, product_id, orders, pieces, amount)
  SELECT enterprise_id, substr(day, 1, 7), product_id, 1, sum(quantity), sum(amount)
  FROM completed_sales WHERE order_id = NEW.order_id GROUP BY enterprise_id, day, product_id
  ON CONFLICT (enterprise_id, month, product_id) DO UPDATE SET orders = orders + 1,
    pieces = pieces + excluded.pieces, amount = amount + excluded.amount;
END;
