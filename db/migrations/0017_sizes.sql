-- Pages that read no more than they show, however much there is.

-- What a seller sends next, and what is late, without the rest of her open orders.
CREATE INDEX orders_to_send_of_enterprise ON orders (enterprise_id, ship_by, id)
  WHERE (paid = 1 OR terms <> 'prepaid') AND status IN ('placed', 'confirmed', 'packed');

-- The newest thing with a photo stands for its shop.
CREATE INDEX products_with_photo ON products (enterprise_id, key)
  WHERE on_sale = 1 AND photo_id IS NOT NULL;

-- Of a seller's orders those whose buyer asks to cancel.
CREATE INDEX orders_to_answer_of_enterprise ON orders (enterprise_id, id)
  WHERE cancel_answer_by IS NOT NULL;
