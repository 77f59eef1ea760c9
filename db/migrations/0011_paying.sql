-- Ways to pay beside a transfer, and a defined end for all money that comes: QRIS, cash on delivery,
-- gateways with what they say, bank statements, and suspense that is assigned or returned.

-- The operator's static QRIS code, from which each purchase's is made.
CREATE TABLE qris_codes (
  book       TEXT PRIMARY KEY REFERENCES organizations (id),
  payload    TEXT NOT NULL,
  changed_at INTEGER NOT NULL,
  version    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Under which terms a seller takes cash on delivery: up to how much, and where to (JSON list of provinces
-- and regencies; empty is anywhere she sends to).
CREATE TABLE cod_terms (
  enterprise_id TEXT PRIMARY KEY REFERENCES enterprises (organization_id),
  offered       INTEGER NOT NULL,
  most          INTEGER NOT NULL,
  areas         TEXT NOT NULL,
  version       INTEGER NOT NULL,
  CONSTRAINT cod_offered CHECK (offered IN (0, 1)),
  CONSTRAINT cod_most CHECK (most > 0)
) STRICT, WITHOUT ROWID;
CREATE INDEX orders_open_cod ON orders (purchase_id)
  WHERE terms = 'cod' AND status NOT IN ('completed', 'cancelled', 'expired');

-- An attempt to pay through a gateway. `asked`: recorded, not yet answered; `received` and `back` are what
-- the books have of it. check_at: when the clock asks the gateway next.
CREATE TABLE gateway_payments (
  id          TEXT PRIMARY KEY,
  book        TEXT NOT NULL REFERENCES organizations (id),
  purchase_id TEXT NOT NULL REFERENCES purchases (id),
  provider    TEXT NOT NULL,
  reference   TEXT NOT NULL UNIQUE,
  amount      INTEGER NOT NULL,
  status      TEXT NOT NULL,
  provider_id TEXT,
  redirect_to TEXT,
  received    INTEGER NOT NULL DEFAULT 0,
  back        INTEGER NOT NULL DEFAULT 0,
  asked_at    INTEGER NOT NULL,
  paid_at     INTEGER,
  check_at    INTEGER,
  version     INTEGER NOT NULL,
  CONSTRAINT gateway_provider CHECK (provider IN ('midtrans', 'xendit')),
  CONSTRAINT gateway_status CHECK (status IN ('asked', 'open', 'paid', 'failed', 'expired')),
  CONSTRAINT gateway_amounts CHECK (amount > 0 AND received >= 0 AND back BETWEEN 0 AND received),
  CONSTRAINT gateway_paid CHECK ((status = 'paid') = (paid_at IS NOT NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX gateway_payments_of_purchase ON gateway_payments (purchase_id, id);
CREATE INDEX gateway_payments_to_check ON gateway_payments (check_at) WHERE check_at IS NOT NULL;
CREATE INDEX gateway_payments_of_book ON gateway_payments (book, id);

-- What moved money at a gateway: each payment of theirs has each effect once.
CREATE TABLE gateway_moves (
  provider    TEXT NOT NULL,
  provider_id TEXT NOT NULL,
  kind        TEXT NOT NULL,
  payment_id  TEXT NOT NULL REFERENCES gateway_payments (id),
  amount      INTEGER NOT NULL,
  at          INTEGER NOT NULL,
  PRIMARY KEY (provider, provider_id, kind),
  CONSTRAINT gateway_move_positive CHECK (amount > 0)
) STRICT, WITHOUT ROWID;
CREATE INDEX gateway_moves_of_payment ON gateway_moves (payment_id);

-- What gateways told us, raw and without secrets; the same words again only count.
CREATE TABLE gateway_notices (
  provider   TEXT NOT NULL,
  sha256     TEXT NOT NULL,
  body       TEXT NOT NULL,
  outcome    TEXT NOT NULL,
  times      INTEGER NOT NULL,
  first_at   INTEGER NOT NULL,
  last_at    INTEGER NOT NULL,
  PRIMARY KEY (provider, sha256)
) STRICT, WITHOUT ROWID;
CREATE INDEX gateway_notices_by_age ON gateway_notices (last_at);

-- A gateway has transferred what it collected, less its fee.
CREATE TABLE gateway_transfers (
  id          TEXT PRIMARY KEY,
  book        TEXT NOT NULL REFERENCES organizations (id),
  provider    TEXT NOT NULL,
  net         INTEGER NOT NULL,
  fee         INTEGER NOT NULL,
  received_on TEXT NOT NULL,
  reference   TEXT NOT NULL,
  created_at  INTEGER NOT NULL,
  CONSTRAINT gateway_transfer_amounts CHECK (net > 0 AND fee >= 0),
  CONSTRAINT gateway_transfer_provider CHECK (provider IN ('midtrans', 'xendit'))
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX gateway_transfers_once ON gateway_transfers (provider, reference);
CREATE INDEX gateway_transfers_of_book ON gateway_transfers (book, id);

-- Money taken back after the goods had left: the operator's loss, and her task to recover it.
CREATE TABLE payment_losses (
  id          TEXT PRIMARY KEY,
  book        TEXT NOT NULL REFERENCES organizations (id),
  purchase_id TEXT NOT NULL REFERENCES purchases (id),
  amount      INTEGER NOT NULL,
  status      TEXT NOT NULL,
  note        TEXT NOT NULL,
  created_at  INTEGER NOT NULL,
  closed_at   INTEGER,
  version     INTEGER NOT NULL,
  CONSTRAINT payment_loss_positive CHECK (amount > 0),
  CONSTRAINT payment_loss_status CHECK (status IN ('open', 'closed')),
  CONSTRAINT payment_loss_closed CHECK ((status = 'closed') = (closed_at IS NOT NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX payment_losses_of_book ON payment_losses (book, status, id);

-- Money in suspense: where it came in, why it waits, how much of it is left, and how it ended.
ALTER TABLE unmatched_payments ADD COLUMN source TEXT NOT NULL DEFAULT 'bank'
  CONSTRAINT unmatched_payment_source CHECK (source IN ('bank', 'midtrans', 'xendit'));
ALTER TABLE unmatched_payments ADD COLUMN cause TEXT NOT NULL DEFAULT 'unknown'
  CONSTRAINT unmatched_payment_cause
    CHECK (cause IN ('short', 'over', 'late', 'double', 'unknown', 'mismatch'));
ALTER TABLE unmatched_payments ADD COLUMN status TEXT NOT NULL DEFAULT 'open'
  CONSTRAINT unmatched_payment_status CHECK (status IN ('open', 'assigned', 'returned'));
ALTER TABLE unmatched_payments ADD COLUMN rest INTEGER NOT NULL DEFAULT 0
  CONSTRAINT unmatched_payment_rest CHECK (rest >= 0);
ALTER TABLE unmatched_payments ADD COLUMN return_reference TEXT;
ALTER TABLE unmatched_payments ADD COLUMN closed_at INTEGER;
ALTER TABLE unmatched_payments ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
UPDATE unmatched_payments SET rest = amount;
CREATE INDEX unmatched_payments_open ON unmatched_payments (book, id) WHERE status = 'open';
CREATE INDEX unmatched_payments_of_purchase ON unmatched_payments (purchase_id)
  WHERE purchase_id IS NOT NULL;
CREATE UNIQUE INDEX unmatched_payments_returned ON unmatched_payments (book, return_reference)
  WHERE return_reference IS NOT NULL;

-- Bank statements as they were imported, and each credit line once however often it is imported.
CREATE TABLE bank_statements (
  id         TEXT PRIMARY KEY,
  book       TEXT NOT NULL REFERENCES organizations (id),
  bank       TEXT NOT NULL,
  file_name  TEXT NOT NULL,
  sha256     TEXT NOT NULL,
  credits    INTEGER NOT NULL,
  debits     INTEGER NOT NULL,
  created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX bank_statements_once ON bank_statements (book, sha256);
CREATE INDEX bank_statements_of_book ON bank_statements (book, id);

CREATE TABLE statement_lines (
  id           TEXT PRIMARY KEY,
  book         TEXT NOT NULL REFERENCES organizations (id),
  fingerprint  TEXT NOT NULL,
  statement_id TEXT NOT NULL REFERENCES bank_statements (id),
  line         INTEGER NOT NULL,
  received_on  TEXT NOT NULL,
  amount       INTEGER NOT NULL,
  description  TEXT NOT NULL,
  status       TEXT NOT NULL DEFAULT 'new',
  purchase_id  TEXT REFERENCES purchases (id),
  unmatched_id TEXT REFERENCES unmatched_payments (id),
  version      INTEGER NOT NULL DEFAULT 0,
  CONSTRAINT statement_line_amount CHECK (amount > 0),
  CONSTRAINT statement_line_status CHECK (status IN ('new', 'matched', 'suspense', 'ignored')),
  CONSTRAINT statement_line_matched CHECK ((status = 'matched') = (purchase_id IS NOT NULL)),
  CONSTRAINT statement_line_suspended
    CHECK (status <> 'suspense' OR unmatched_id IS NOT NULL)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX statement_lines_once ON statement_lines (book, fingerprint);
CREATE INDEX statement_lines_by_status ON statement_lines (book, status, statement_id, line);
CREATE INDEX statement_lines_of_statement ON statement_lines (statement_id, line);
-- A purchase is paid by one line.
CREATE UNIQUE INDEX statement_lines_of_purchase ON statement_lines (purchase_id)
  WHERE purchase_id IS NOT NULL;
