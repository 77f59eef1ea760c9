-- What of a seller's is nearly sold out, found without the rest of what she sells.
ALTER TABLE variants ADD COLUMN enterprise_id TEXT REFERENCES enterprises (organization_id);
UPDATE variants SET enterprise_id =
  (SELECT enterprise_id FROM products WHERE products.id = variants.product_id);

CREATE TRIGGER variants_of_enterprise AFTER INSERT ON variants
BEGIN
  UPDATE variants SET enterprise_id = (SELECT enterprise_id FROM products WHERE id = NEW.product_id)
  WHERE id = NEW.id;
END;

CREATE INDEX variants_nearly_sold_out ON variants (enterprise_id, stock, product_id)
  WHERE archived = 0 AND stock <= coalesce(low_stock, 3);
