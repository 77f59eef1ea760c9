-- What becomes of an order that was paid: its parcels, what goes back of it, what its buyer sends back or
-- complains of, and the clocks of all that. Each of these is a part of its order: whoever changes one adds
-- an event to the order, which is the lock.

-- When the seller was reminded that she is late, and the buyer told that she may cancel.
ALTER TABLE orders ADD COLUMN late_told_at INTEGER;

CREATE INDEX orders_unpaid_of_enterprise ON orders (enterprise_id, id) WHERE paid = 0;
CREATE INDEX orders_disputed ON orders (enterprise_id, id) WHERE disputes > 0;
CREATE INDEX orders_late ON orders (ship_by)
  WHERE late_told_at IS NULL AND ship_by IS NOT NULL AND status IN ('placed', 'confirmed', 'packed');
CREATE INDEX orders_late_told ON orders (late_told_at)
  WHERE late_told_at IS NOT NULL AND status IN ('placed', 'confirmed', 'packed');

-- arrive_by: when it should have arrived at the latest. complaint_id: it replaces what was complained of.
CREATE TABLE shipments (
  id              TEXT PRIMARY KEY,
  order_id        TEXT NOT NULL REFERENCES orders (id),
  n               INTEGER NOT NULL,
  courier         TEXT NOT NULL,
  service         TEXT,
  tracking_number TEXT,
  complaint_id    TEXT REFERENCES complaints (id),
  sent_at         INTEGER NOT NULL,
  arrive_by       INTEGER NOT NULL,
  asked_at        INTEGER,
  delivered_at    INTEGER,
  CONSTRAINT shipment_number CHECK (n >= 1),
  CONSTRAINT shipment_times CHECK (arrive_by > sent_at)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX shipments_of_order ON shipments (order_id, n);
CREATE INDEX shipments_to_ask ON shipments (arrive_by) WHERE asked_at IS NULL AND delivered_at IS NULL;

CREATE TABLE shipment_lines (
  shipment_id TEXT NOT NULL REFERENCES shipments (id),
  n           INTEGER NOT NULL,
  quantity    INTEGER NOT NULL,
  PRIMARY KEY (shipment_id, n),
  CONSTRAINT shipment_line_quantity CHECK (quantity >= 1)
) STRICT, WITHOUT ROWID;

-- amount goes to the buyer. payer: who sends it, the network that holds it or the seller who took the cash.
CREATE TABLE refunds (
  id              TEXT PRIMARY KEY,
  order_id        TEXT NOT NULL REFERENCES orders (id),
  code            TEXT NOT NULL UNIQUE,
  kind            TEXT NOT NULL,
  reason          TEXT NOT NULL,
  payer           TEXT NOT NULL,
  amount          INTEGER NOT NULL,
  sponsored_back  INTEGER NOT NULL,
  commission_back INTEGER NOT NULL,
  status          TEXT NOT NULL,
  reference       TEXT,
  sent_on         TEXT,
  created_at      INTEGER NOT NULL,
  CONSTRAINT refund_kind CHECK (kind IN ('cancellation', 'lines', 'return', 'complaint')),
  CONSTRAINT refund_payer CHECK (payer IN ('network', 'seller')),
  CONSTRAINT refund_amounts CHECK (amount >= 0 AND sponsored_back >= 0 AND commission_back >= 0
    AND amount + sponsored_back > 0),
  CONSTRAINT refund_status CHECK (status IN ('due', 'sent')),
  CONSTRAINT refund_sent CHECK ((status = 'sent') = (sent_on IS NOT NULL)
    AND (sent_on IS NULL) = (reference IS NULL) AND (status = 'sent' OR amount > 0))
) STRICT, WITHOUT ROWID;
CREATE INDEX refunds_of_order ON refunds (order_id, id);
CREATE INDEX refunds_due ON refunds (payer, id) WHERE status = 'due';

CREATE TABLE refund_lines (
  refund_id TEXT NOT NULL REFERENCES refunds (id),
  n         INTEGER NOT NULL,
  quantity  INTEGER NOT NULL,
  amount    INTEGER NOT NULL,
  PRIMARY KEY (refund_id, n),
  CONSTRAINT refund_line_quantity CHECK (quantity >= 1 AND amount >= 0)
) STRICT, WITHOUT ROWID;

-- Where a buyer wants her money; forgotten once it was sent.
CREATE TABLE refund_accounts (
  order_id     TEXT PRIMARY KEY REFERENCES orders (id),
  bank_name    TEXT NOT NULL,
  bank_account TEXT NOT NULL,
  bank_holder  TEXT NOT NULL,
  given_at     INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- due_at: when the clock ends what nobody has answered.
CREATE TABLE returns (
  id              TEXT PRIMARY KEY,
  order_id        TEXT NOT NULL REFERENCES orders (id),
  n               INTEGER NOT NULL,
  status          TEXT NOT NULL,
  kind            TEXT NOT NULL,
  reason          TEXT NOT NULL,
  shipping_by     TEXT,
  answer          TEXT,
  courier         TEXT,
  tracking_number TEXT,
  restocked       INTEGER NOT NULL DEFAULT 0,
  refund_id       TEXT REFERENCES refunds (id),
  asked_at        INTEGER NOT NULL,
  sent_back_at    INTEGER,
  received_at     INTEGER,
  closed_at       INTEGER,
  due_at          INTEGER,
  CONSTRAINT return_status
    CHECK (status IN ('asked', 'accepted', 'refused', 'received', 'refunded', 'withdrawn')),
  CONSTRAINT return_kind CHECK (kind IN ('damaged', 'wrong', 'different', 'unwanted')),
  CONSTRAINT return_shipping_by CHECK (shipping_by IN ('buyer', 'seller')),
  CONSTRAINT return_restocked CHECK (restocked IN (0, 1)),
  CONSTRAINT return_clock CHECK ((due_at IS NOT NULL) = (status IN ('asked', 'accepted', 'received'))),
  CONSTRAINT return_closed CHECK ((closed_at IS NULL) = (due_at IS NOT NULL)),
  CONSTRAINT return_refunded CHECK ((status = 'refunded') = (refund_id IS NOT NULL))
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX returns_of_order ON returns (order_id, n);
CREATE INDEX returns_due ON returns (due_at) WHERE due_at IS NOT NULL;

CREATE TABLE return_lines (
  return_id TEXT NOT NULL REFERENCES returns (id),
  n         INTEGER NOT NULL,
  quantity  INTEGER NOT NULL,
  PRIMARY KEY (return_id, n),
  CONSTRAINT return_line_quantity CHECK (quantity >= 1)
) STRICT, WITHOUT ROWID;

CREATE TABLE complaints (
  id           TEXT PRIMARY KEY,
  order_id     TEXT NOT NULL REFERENCES orders (id),
  n            INTEGER NOT NULL,
  kind         TEXT NOT NULL,
  shipment_id  TEXT REFERENCES shipments (id),
  return_id    TEXT REFERENCES returns (id),
  status       TEXT NOT NULL,
  outcome      TEXT,
  decision     TEXT,
  decided_by   TEXT,
  refund_id    TEXT REFERENCES refunds (id),
  opened_at    INTEGER NOT NULL,
  asked_at     INTEGER,
  closed_at    INTEGER,
  due_at       INTEGER,
  CONSTRAINT complaint_kind
    CHECK (kind IN ('not-arrived', 'damaged', 'wrong', 'return-refused', 'other')),
  CONSTRAINT complaint_status
    CHECK (status IN ('open', 'answered', 'mediation', 'replacing', 'closed', 'withdrawn')),
  CONSTRAINT complaint_outcome CHECK (outcome IN ('refund', 'replacement', 'nothing')),
  CONSTRAINT complaint_decided_by CHECK (decided_by IN ('seller', 'operator', 'clock')),
  CONSTRAINT complaint_clock CHECK ((due_at IS NOT NULL) = (closed_at IS NULL)
    AND (closed_at IS NOT NULL) = (status IN ('closed', 'withdrawn'))),
  CONSTRAINT complaint_decided CHECK ((outcome IS NULL) = (decided_by IS NULL)
    AND (status NOT IN ('closed', 'replacing') OR outcome IS NOT NULL))
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX complaints_of_order ON complaints (order_id, n);
CREATE INDEX complaints_due ON complaints (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX complaints_for_operator ON complaints (asked_at, id) WHERE status = 'mediation';

CREATE TABLE complaint_messages (
  complaint_id TEXT NOT NULL REFERENCES complaints (id),
  n            INTEGER NOT NULL,
  author       TEXT NOT NULL,
  body         TEXT NOT NULL,
  at           INTEGER NOT NULL,
  PRIMARY KEY (complaint_id, n),
  CONSTRAINT complaint_author CHECK (author IN ('buyer', 'seller', 'operator'))
) STRICT, WITHOUT ROWID;

-- Pictures that go with a return or a complaint, seen by its parties and the operator alone.
CREATE TABLE evidence (
  id           TEXT PRIMARY KEY,
  order_id     TEXT NOT NULL REFERENCES orders (id),
  subject      TEXT NOT NULL,
  author       TEXT NOT NULL,
  sha256       TEXT NOT NULL,
  content_type TEXT NOT NULL,
  bytes        INTEGER NOT NULL,
  created_at   INTEGER NOT NULL,
  CONSTRAINT evidence_author CHECK (author IN ('buyer', 'seller'))
) STRICT, WITHOUT ROWID;
CREATE INDEX evidence_of_order ON evidence (order_id, id);
CREATE UNIQUE INDEX evidence_once ON evidence (subject, sha256);

-- What has been sent so far went in one parcel, which bears the id of its order.
INSERT INTO shipments (id, order_id, n, courier, tracking_number, sent_at, arrive_by, delivered_at)
SELECT id, id, 1, courier, tracking_number, shipped_at, shipped_at + 864000000,
  iif(status IN ('delivered', 'completed'), coalesce(delivered_at, completed_at), NULL)
FROM orders WHERE courier IS NOT NULL AND shipped_at IS NOT NULL;
INSERT INTO shipment_lines (shipment_id, n, quantity)
SELECT s.id, l.n, l.quantity FROM shipments s JOIN order_lines l ON l.order_id = s.order_id;

-- What was refunded so far went back whole, under the id and the code of its order.
INSERT INTO refunds (id, order_id, code, kind, reason, payer, amount, sponsored_back, commission_back,
  status, reference, sent_on, created_at)
SELECT o.id, o.id, o.code, 'cancellation', coalesce((SELECT v.data->>'reason' FROM events v
    WHERE v.subject = o.id AND v.type = 'cancelled'), ''), 'network', o.total, 0, o.commission,
  iif(r.subject IS NULL, 'due', 'sent'), iif(r.subject IS NULL, NULL, coalesce(r.data->>'reference', '')),
  iif(r.subject IS NULL, NULL, coalesce(r.data->>'sentOn', date(r.at / 1000, 'unixepoch'))), o.cancelled_at
FROM orders o LEFT JOIN events r ON r.subject = o.id AND r.type = 'refunded'
WHERE o.status = 'cancelled' AND o.paid = 1 AND o.total > 0;
INSERT INTO refund_lines (refund_id, n, quantity, amount)
SELECT r.id, l.n, l.quantity, l.total FROM refunds r JOIN order_lines l ON l.order_id = r.order_id;
