-- Buying on paper: a company asks a seller for a quote, orders by it, takes over what is delivered, and
-- pays invoices on terms. Amounts are rupiah, prices include VAT where the seller charges it.

-- The last number given in a series of one owner and year. It rises in the batch that uses the number, so
-- that none is given twice and a batch that fails leaves no hole.
CREATE TABLE number_series (
  kind     TEXT NOT NULL,
  owner_id TEXT NOT NULL REFERENCES organizations (id),
  year     INTEGER NOT NULL,
  last     INTEGER NOT NULL,
  PRIMARY KEY (kind, owner_id, year),
  CONSTRAINT number_series_kind CHECK (kind IN ('rfq', 'po', 'bast', 'invoice', 'receipt', 'credit-note')),
  CONSTRAINT number_series_counts CHECK (last > 0)
) STRICT, WITHOUT ROWID;

-- What a buying organization says of itself on its papers, and how much each role may order alone.
CREATE TABLE companies (
  organization_id TEXT PRIMARY KEY REFERENCES organizations (id),
  legal_name      TEXT NOT NULL,
  npwp            TEXT NOT NULL,
  prefix          TEXT NOT NULL,
  street          TEXT NOT NULL,
  area_code       TEXT NOT NULL,
  area_text       TEXT NOT NULL,
  postal_code     TEXT NOT NULL,
  contact_name    TEXT NOT NULL,
  contact_phone   TEXT NOT NULL,
  contact_email   TEXT,
  staff_limit     INTEGER NOT NULL,
  manager_limit   INTEGER NOT NULL,
  tempo_days      INTEGER NOT NULL,
  version         INTEGER NOT NULL,
  CONSTRAINT company_limits CHECK (staff_limit >= 0 AND manager_limit >= staff_limit),
  CONSTRAINT company_tempo CHECK (tempo_days BETWEEN 0 AND 180)
) STRICT, WITHOUT ROWID;

-- What a seller says of itself on its papers; its number as a taxpayer stands with the enterprise.
CREATE TABLE seller_papers (
  enterprise_id   TEXT PRIMARY KEY REFERENCES enterprises (organization_id),
  legal_name      TEXT NOT NULL,
  nib             TEXT NOT NULL,
  address         TEXT NOT NULL,
  signatory       TEXT NOT NULL,
  signatory_title TEXT NOT NULL,
  version         INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE quotations (
  id             TEXT PRIMARY KEY,
  code           TEXT NOT NULL UNIQUE,
  year           INTEGER NOT NULL,
  n              INTEGER NOT NULL,
  partner_id     TEXT NOT NULL REFERENCES companies (organization_id),
  enterprise_id  TEXT NOT NULL REFERENCES enterprises (organization_id),
  status         TEXT NOT NULL,
  requested_by   TEXT NOT NULL REFERENCES people (id),
  requested_name TEXT NOT NULL,
  needed_by      TEXT,
  street         TEXT NOT NULL,
  area_code      TEXT NOT NULL,
  area_text      TEXT NOT NULL,
  postal_code    TEXT NOT NULL,
  note           TEXT NOT NULL,
  revision       INTEGER NOT NULL DEFAULT 0,
  valid_until    TEXT,
  total          INTEGER,
  reason         TEXT,
  asked_at       INTEGER NOT NULL,
  version        INTEGER NOT NULL,
  CONSTRAINT quotation_status
    CHECK (status IN ('asked', 'quoted', 'revising', 'accepted', 'declined', 'expired')),
  CONSTRAINT quotation_quoted
    CHECK ((revision = 0) = (valid_until IS NULL) AND (revision = 0) = (total IS NULL)),
  CONSTRAINT quotation_number CHECK (n > 0)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX quotations_number ON quotations (partner_id, year, n);
CREATE INDEX quotations_of_partner ON quotations (partner_id, id);
CREATE INDEX quotations_of_partner_by_status ON quotations (partner_id, status, id);
CREATE INDEX quotations_of_enterprise ON quotations (enterprise_id, id);
CREATE INDEX quotations_of_enterprise_by_status ON quotations (enterprise_id, status, id);
CREATE INDEX quotations_to_expire ON quotations (valid_until) WHERE status IN ('quoted', 'accepted');

-- What is asked for. A line in free words has a variant from the first quote on.
CREATE TABLE quotation_lines (
  quotation_id TEXT NOT NULL REFERENCES quotations (id),
  n            INTEGER NOT NULL,
  variant_id   TEXT REFERENCES variants (id),
  title        TEXT NOT NULL,
  quantity     INTEGER NOT NULL,
  note         TEXT NOT NULL,
  PRIMARY KEY (quotation_id, n),
  CONSTRAINT quotation_line_quantity CHECK (quantity BETWEEN 1 AND 999)
) STRICT, WITHOUT ROWID;
CREATE INDEX quotation_lines_of_variant ON quotation_lines (variant_id) WHERE variant_id IS NOT NULL;

-- What the seller offers; each revision stays as it was.
CREATE TABLE quotes (
  quotation_id TEXT NOT NULL REFERENCES quotations (id),
  revision     INTEGER NOT NULL,
  goods_total  INTEGER NOT NULL,
  discount     INTEGER NOT NULL,
  shipping     INTEGER NOT NULL,
  total        INTEGER NOT NULL,
  lead_days    INTEGER NOT NULL,
  valid_until  TEXT NOT NULL,
  tempo_days   INTEGER NOT NULL,
  note         TEXT NOT NULL,
  quoted_by    TEXT NOT NULL REFERENCES people (id),
  quoted_name  TEXT NOT NULL,
  quoted_at    INTEGER NOT NULL,
  PRIMARY KEY (quotation_id, revision),
  CONSTRAINT quote_adds_up CHECK (total = goods_total - discount + shipping),
  CONSTRAINT quote_amounts CHECK (discount BETWEEN 0 AND goods_total AND shipping >= 0 AND total > 0),
  CONSTRAINT quote_tempo CHECK (tempo_days BETWEEN 0 AND 180)
) STRICT, WITHOUT ROWID;

CREATE TABLE quote_lines (
  quotation_id  TEXT NOT NULL,
  revision      INTEGER NOT NULL,
  n             INTEGER NOT NULL,
  product_id    TEXT NOT NULL REFERENCES products (id),
  variant_id    TEXT NOT NULL REFERENCES variants (id),
  title         TEXT NOT NULL,
  variant_name  TEXT NOT NULL,
  unit          TEXT NOT NULL,
  weight_grams  INTEGER NOT NULL,
  quantity      INTEGER NOT NULL,
  unit_price    INTEGER NOT NULL,
  total         INTEGER NOT NULL,
  made_to_order INTEGER NOT NULL,
  PRIMARY KEY (quotation_id, revision, n),
  FOREIGN KEY (quotation_id, revision) REFERENCES quotes (quotation_id, revision),
  CONSTRAINT quote_line_quantity CHECK (quantity BETWEEN 1 AND 999),
  CONSTRAINT quote_line_adds_up CHECK (total = unit_price * quantity AND unit_price >= 0),
  CONSTRAINT quote_line_made_to_order CHECK (made_to_order IN (0, 1))
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX quote_lines_variant_once ON quote_lines (quotation_id, revision, variant_id);
CREATE INDEX quote_lines_of_variant ON quote_lines (variant_id);
CREATE INDEX quote_lines_of_product ON quote_lines (product_id);

-- An accepted quote. It has its number and its order once it is issued.
CREATE TABLE purchase_orders (
  id             TEXT PRIMARY KEY,
  code           TEXT NOT NULL UNIQUE,
  quotation_id   TEXT NOT NULL,
  revision       INTEGER NOT NULL,
  partner_id     TEXT NOT NULL REFERENCES companies (organization_id),
  enterprise_id  TEXT NOT NULL REFERENCES enterprises (organization_id),
  status         TEXT NOT NULL,
  year           INTEGER,
  n              INTEGER,
  order_id       TEXT REFERENCES orders (id),
  total          INTEGER NOT NULL,
  tempo_days     INTEGER NOT NULL,
  requested_by   TEXT NOT NULL REFERENCES people (id),
  requested_name TEXT NOT NULL,
  requested_role TEXT NOT NULL,
  requested_at   INTEGER NOT NULL,
  approved_by    TEXT REFERENCES people (id),
  approved_name  TEXT,
  approved_role  TEXT,
  issued_at      INTEGER,
  ended_at       INTEGER,
  reason         TEXT,
  version        INTEGER NOT NULL,
  FOREIGN KEY (quotation_id, revision) REFERENCES quotes (quotation_id, revision),
  CONSTRAINT purchase_order_status
    CHECK (status IN ('awaiting', 'issued', 'refused', 'cancelled', 'closed')),
  CONSTRAINT purchase_order_issued CHECK ((status IN ('issued', 'cancelled', 'closed')) = (n IS NOT NULL)
    AND (n IS NULL) = (year IS NULL) AND (n IS NULL) = (order_id IS NULL)
    AND (n IS NULL) = (issued_at IS NULL) AND (n IS NULL) = (approved_by IS NULL)),
  CONSTRAINT purchase_order_ended CHECK ((status IN ('awaiting', 'issued')) = (ended_at IS NULL))
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX purchase_orders_number ON purchase_orders (partner_id, year, n) WHERE n IS NOT NULL;
CREATE UNIQUE INDEX purchase_orders_one_a_quotation ON purchase_orders (quotation_id)
  WHERE status IN ('awaiting', 'issued', 'closed');
CREATE UNIQUE INDEX purchase_orders_of_order ON purchase_orders (order_id) WHERE order_id IS NOT NULL;
CREATE INDEX purchase_orders_of_partner ON purchase_orders (partner_id, id);
CREATE INDEX purchase_orders_of_partner_by_status ON purchase_orders (partner_id, status, id);
CREATE INDEX purchase_orders_of_enterprise ON purchase_orders (enterprise_id, id);
CREATE INDEX purchase_orders_of_enterprise_by_status ON purchase_orders (enterprise_id, status, id);

-- One delivery and what both sides say about it. It has its number once both have signed.
CREATE TABLE handovers (
  id                TEXT PRIMARY KEY,
  code              TEXT NOT NULL UNIQUE,
  purchase_order_id TEXT NOT NULL REFERENCES purchase_orders (id),
  partner_id        TEXT NOT NULL REFERENCES companies (organization_id),
  enterprise_id     TEXT NOT NULL REFERENCES enterprises (organization_id),
  status            TEXT NOT NULL,
  year              INTEGER,
  n                 INTEGER,
  sent_on           TEXT NOT NULL,
  carrier           TEXT NOT NULL,
  note              TEXT NOT NULL,
  buyer_by          TEXT REFERENCES people (id),
  buyer_name        TEXT,
  buyer_role        TEXT,
  buyer_at          INTEGER,
  buyer_note        TEXT NOT NULL DEFAULT '',
  seller_by         TEXT REFERENCES people (id),
  seller_name       TEXT,
  seller_role       TEXT,
  seller_at         INTEGER,
  CONSTRAINT handover_status CHECK (status IN ('sent', 'received', 'signed', 'withdrawn')),
  CONSTRAINT handover_numbered CHECK ((status = 'signed') = (n IS NOT NULL) AND (n IS NULL) = (year IS NULL)),
  CONSTRAINT handover_signed CHECK ((status IN ('received', 'signed')) = (buyer_by IS NOT NULL)
    AND (status = 'signed') = (seller_by IS NOT NULL)),
  CONSTRAINT handover_two_people CHECK (buyer_by IS NULL OR seller_by IS NULL OR buyer_by <> seller_by)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX handovers_number ON handovers (enterprise_id, year, n) WHERE n IS NOT NULL;
CREATE INDEX handovers_of_purchase_order ON handovers (purchase_order_id, id);
CREATE INDEX handovers_of_partner_by_status ON handovers (partner_id, status, id);
CREATE INDEX handovers_of_enterprise_by_status ON handovers (enterprise_id, status, id);

CREATE TABLE handover_lines (
  handover_id TEXT NOT NULL REFERENCES handovers (id),
  n           INTEGER NOT NULL,
  quantity    INTEGER NOT NULL,
  accepted    INTEGER,
  reason      TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (handover_id, n),
  CONSTRAINT handover_line_quantity CHECK (quantity > 0),
  CONSTRAINT handover_line_accepted CHECK (accepted BETWEEN 0 AND quantity)
) STRICT, WITHOUT ROWID;

-- One invoice a signed handover; a cancelled one stays with its number and its credit note.
CREATE TABLE invoices (
  id                TEXT PRIMARY KEY,
  code              TEXT NOT NULL UNIQUE,
  year              INTEGER NOT NULL,
  n                 INTEGER NOT NULL,
  purchase_order_id TEXT NOT NULL REFERENCES purchase_orders (id),
  handover_id       TEXT NOT NULL REFERENCES handovers (id),
  partner_id        TEXT NOT NULL REFERENCES companies (organization_id),
  enterprise_id     TEXT NOT NULL REFERENCES enterprises (organization_id),
  status            TEXT NOT NULL,
  parties           TEXT NOT NULL,
  goods_total       INTEGER NOT NULL,
  discount          INTEGER NOT NULL,
  shipping          INTEGER NOT NULL,
  total             INTEGER NOT NULL,
  tax               INTEGER NOT NULL,
  withheld          INTEGER NOT NULL DEFAULT 0,
  commission        INTEGER NOT NULL,
  issued_on         TEXT NOT NULL,
  due_on            TEXT NOT NULL,
  issued_by         TEXT NOT NULL REFERENCES people (id),
  remind_on         TEXT,
  paid_on           TEXT,
  reference         TEXT,
  receipt_year      INTEGER,
  receipt_n         INTEGER,
  cancelled_on      TEXT,
  cancel_reason     TEXT,
  credit_year       INTEGER,
  credit_n          INTEGER,
  CONSTRAINT invoice_status CHECK (status IN ('issued', 'paid', 'cancelled')),
  CONSTRAINT invoice_adds_up CHECK (total = goods_total - discount + shipping AND total > 0),
  CONSTRAINT invoice_amounts CHECK (goods_total >= 0 AND discount BETWEEN 0 AND goods_total
    AND shipping >= 0 AND tax BETWEEN 0 AND total AND withheld >= 0 AND commission >= 0
    AND withheld + commission <= total),
  CONSTRAINT invoice_paid CHECK ((status = 'paid') = (paid_on IS NOT NULL)
    AND (paid_on IS NULL) = (receipt_n IS NULL) AND (paid_on IS NULL) = (receipt_year IS NULL)),
  CONSTRAINT invoice_cancelled CHECK ((status = 'cancelled') = (cancelled_on IS NOT NULL)
    AND (cancelled_on IS NULL) = (credit_n IS NULL) AND (cancelled_on IS NULL) = (credit_year IS NULL)),
  CONSTRAINT invoice_parties_json CHECK (json_valid(parties)),
  CONSTRAINT invoice_reminded CHECK (remind_on IS NULL OR status = 'issued')
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX invoices_number ON invoices (enterprise_id, year, n);
CREATE UNIQUE INDEX invoices_receipt_number ON invoices (enterprise_id, receipt_year, receipt_n)
  WHERE receipt_n IS NOT NULL;
CREATE UNIQUE INDEX invoices_credit_number ON invoices (enterprise_id, credit_year, credit_n)
  WHERE credit_n IS NOT NULL;
CREATE UNIQUE INDEX invoices_one_a_handover ON invoices (handover_id) WHERE status <> 'cancelled';
CREATE INDEX invoices_of_purchase_order ON invoices (purchase_order_id, id);
CREATE INDEX invoices_of_partner ON invoices (partner_id, due_on, id);
CREATE INDEX invoices_of_partner_by_status ON invoices (partner_id, status, due_on, id);
CREATE INDEX invoices_of_enterprise ON invoices (enterprise_id, due_on, id);
CREATE INDEX invoices_of_enterprise_by_status ON invoices (enterprise_id, status, due_on, id);
CREATE INDEX invoices_by_status ON invoices (status, due_on, id);
CREATE INDEX invoices_to_remind ON invoices (remind_on) WHERE remind_on IS NOT NULL;

CREATE TABLE invoice_lines (
  invoice_id TEXT NOT NULL REFERENCES invoices (id),
  n          INTEGER NOT NULL,
  title      TEXT NOT NULL,
  unit       TEXT NOT NULL,
  category   TEXT NOT NULL,
  quantity   INTEGER NOT NULL,
  unit_price INTEGER NOT NULL,
  discount   INTEGER NOT NULL,
  total      INTEGER NOT NULL,
  tax        INTEGER NOT NULL,
  commission INTEGER NOT NULL,
  PRIMARY KEY (invoice_id, n),
  CONSTRAINT invoice_line_adds_up CHECK (total = unit_price * quantity - discount),
  CONSTRAINT invoice_line_amounts CHECK (quantity > 0 AND discount >= 0 AND total >= 0
    AND tax BETWEEN 0 AND total AND commission BETWEEN 0 AND total)
) STRICT, WITHOUT ROWID;

-- Tax that the buyer withholds and pays to the state for the seller, with the number of its proof.
CREATE TABLE invoice_withholdings (
  invoice_id   TEXT NOT NULL REFERENCES invoices (id),
  kind         TEXT NOT NULL,
  base         INTEGER NOT NULL,
  rate_bps     INTEGER NOT NULL,
  amount       INTEGER NOT NULL,
  proof_number TEXT NOT NULL,
  proof_on     TEXT NOT NULL,
  PRIMARY KEY (invoice_id, kind),
  CONSTRAINT withholding_kind CHECK (kind IN ('pph22', 'pph23', 'ppn')),
  CONSTRAINT withholding_amounts CHECK (base >= 0 AND rate_bps >= 0 AND amount > 0)
) STRICT, WITHOUT ROWID;

-- What was bought, by month, seller and category: kept by each invoice, so that a report reads few rows.
CREATE TABLE spending (
  partner_id    TEXT NOT NULL REFERENCES companies (organization_id),
  month         TEXT NOT NULL,
  enterprise_id TEXT NOT NULL REFERENCES enterprises (organization_id),
  category      TEXT NOT NULL,
  amount        INTEGER NOT NULL,
  PRIMARY KEY (partner_id, month, enterprise_id, category),
  CONSTRAINT spending_not_negative CHECK (amount >= 0)
) STRICT, WITHOUT ROWID;

-- Money that came for an invoice and was not what is due: it waits for the rest, or for its sender.
ALTER TABLE unmatched_payments ADD COLUMN invoice_id TEXT REFERENCES invoices (id);
CREATE INDEX unmatched_payments_of_invoice ON unmatched_payments (invoice_id)
  WHERE invoice_id IS NOT NULL;
CREATE INDEX invoices_open_by_due ON invoices (total - withheld) WHERE status = 'issued';
CREATE INDEX invoices_open_by_number ON invoices (year, n) WHERE status = 'issued';
