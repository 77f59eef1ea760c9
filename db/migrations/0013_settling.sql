-- Settling: accounts line by line and month by month, payouts from request to end, the bank file of a day,
-- what sellers owe, and the account to which their money goes. All sums are kept by triggers, so that no
-- writer can forget them; the audit proves each equal to its source.

-- The sub-ledger of an account that many things move: its lines in the order in which they were written,
-- numbered without gaps, each with the balance that it left. Accounts of one thing alone need none.
CREATE TABLE account_lines (
  account  TEXT NOT NULL REFERENCES accounts (id),
  seq      INTEGER NOT NULL,
  entry_id TEXT NOT NULL REFERENCES entries (id),
  n        INTEGER NOT NULL,
  value_on TEXT NOT NULL,
  change   INTEGER NOT NULL,
  balance  INTEGER NOT NULL,
  PRIMARY KEY (account, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX account_lines_by_day ON account_lines (account, value_on, seq);

CREATE TABLE account_months (
  account TEXT NOT NULL REFERENCES accounts (id),
  month   TEXT NOT NULL,
  debits  INTEGER NOT NULL,
  credits INTEGER NOT NULL,
  PRIMARY KEY (account, month)
) STRICT, WITHOUT ROWID;

CREATE TABLE book_months (
  book    TEXT NOT NULL REFERENCES organizations (id),
  code    TEXT NOT NULL,
  month   TEXT NOT NULL,
  debits  INTEGER NOT NULL,
  credits INTEGER NOT NULL,
  PRIMARY KEY (book, code, month)
) STRICT, WITHOUT ROWID;

-- The trial balance; `owing` counts the accounts by which somebody is owed something now.
CREATE TABLE book_totals (
  book    TEXT NOT NULL REFERENCES organizations (id),
  code    TEXT NOT NULL,
  debits  INTEGER NOT NULL,
  credits INTEGER NOT NULL,
  owing   INTEGER NOT NULL,
  PRIMARY KEY (book, code)
) STRICT, WITHOUT ROWID;

-- Each side of each transfer. `lined`: the account is not one that is opened for one thing alone, an
-- order, a payment, a payout, a loan. The trigger below names the same codes, and the audit compares.
CREATE VIEW transfer_sides AS
  SELECT t.entry_id, t.n, e.book, a.id AS account, a.code, a.normal, e.value_on,
    substr(e.value_on, 1, 7) AS month,
    iif(a.id = t.debit, t.amount, 0) AS debit, iif(a.id = t.credit, t.amount, 0) AS credit,
    iif((a.normal = 'debit') = (a.id = t.debit), t.amount, -t.amount) AS change,
    a.code NOT IN ('buyers-money', 'refund-payable',
      'payouts-underway', 'suspense', 'voucher-budget', 'loans-receivable', 'overpayments') AS lined
  FROM transfers t JOIN entries e ON e.id = t.entry_id
  JOIN accounts a ON a.id IN (t.debit, t.credit);

INSERT INTO account_lines (account, seq, entry_id, n, value_on, change, balance)
SELECT account, row_number() OVER w, entry_id, n, value_on, change, sum(change) OVER w
FROM transfer_sides WHERE lined WINDOW w AS (PARTITION BY account ORDER BY entry_id, n);
INSERT INTO account_months (account, month, debits, credits)
SELECT account, month, sum(debit), sum(credit) FROM transfer_sides WHERE lined GROUP BY account, month;
INSERT INTO book_months (book, code, month, debits, credits)
SELECT book, code, month, sum(debit), sum(credit) FROM transfer_sides GROUP BY book, code, month;
INSERT INTO book_totals (book, code, debits, credits, owing)
SELECT book, code, sum(debits), sum(credits),
  sum(guarded = 1 AND normal = 'credit' AND credits > debits) FROM accounts GROUP BY book, code;

CREATE TRIGGER transfers_lined AFTER INSERT ON transfers BEGIN
  INSERT INTO account_lines (account, seq, entry_id, n, value_on, change, balance)
  SELECT a.id, coalesce(l.seq, 0) + 1, NEW.entry_id, NEW.n, e.value_on,
    iif((a.normal = 'debit') = (a.id = NEW.debit), NEW.amount, -NEW.amount),
    coalesce(l.balance, 0) + iif((a.normal = 'debit') = (a.id = NEW.debit), NEW.amount, -NEW.amount)
  FROM entries e JOIN accounts a ON a.id IN (NEW.debit, NEW.credit)
  LEFT JOIN account_lines l ON l.account = a.id
    AND l.seq = (SELECT max(k.seq) FROM account_lines k WHERE k.account = a.id)
  WHERE e.id = NEW.entry_id AND a.code NOT IN ('buyers-money', 'refund-payable',
      'payouts-underway', 'suspense', 'voucher-budget', 'loans-receivable', 'overpayments');
  INSERT INTO account_months (account, month, debits, credits)
  SELECT a.id, substr(e.value_on, 1, 7), iif(a.id = NEW.debit, NEW.amount, 0),
    iif(a.id = NEW.credit, NEW.amount, 0)
  FROM entries e JOIN accounts a ON a.id IN (NEW.debit, NEW.credit)
  WHERE e.id = NEW.entry_id AND a.code NOT IN ('buyers-money', 'refund-payable',
      'payouts-underway', 'suspense', 'voucher-budget', 'loans-receivable', 'overpayments')
  ON CONFLICT (account, month) DO UPDATE
  SET debits = debits + excluded.debits, credits = credits + excluded.credits;
  INSERT INTO book_months (book, code, month, debits, credits)
  SELECT a.book, a.code, substr(e.value_on, 1, 7), iif(a.id = NEW.debit, NEW.amount, 0),
    iif(a.id = NEW.credit, NEW.amount, 0)
  FROM entries e JOIN accounts a ON a.id IN (NEW.debit, NEW.credit) WHERE e.id = NEW.entry_id
  ON CONFLICT (book, code, month) DO UPDATE
  SET debits = debits + excluded.debits, credits = credits + excluded.credits;
END;

CREATE TRIGGER accounts_totalled AFTER INSERT ON accounts BEGIN
  INSERT INTO book_totals (book, code, debits, credits, owing)
  VALUES (NEW.book, NEW.code, NEW.debits, NEW.credits,
    NEW.guarded = 1 AND NEW.normal = 'credit' AND NEW.credits > NEW.debits)
  ON CONFLICT (book, code) DO UPDATE SET debits = debits + excluded.debits,
    credits = credits + excluded.credits, owing = owing + excluded.owing;
END;
CREATE TRIGGER accounts_totalled_anew AFTER UPDATE OF debits, credits ON accounts BEGIN
  UPDATE book_totals SET debits = debits + NEW.debits - OLD.debits,
    credits = credits + NEW.credits - OLD.credits,
    owing = owing + (NEW.guarded = 1 AND NEW.normal = 'credit' AND NEW.credits > NEW.debits)
      - (OLD.guarded = 1 AND OLD.normal = 'credit' AND OLD.credits > OLD.debits)
  WHERE book = NEW.book AND code = NEW.code;
END;

-- The transfers of a day, in one file for the bank. Numbers count from 1 without gaps.
CREATE TABLE payout_batches (
  id      TEXT PRIMARY KEY,
  book    TEXT NOT NULL REFERENCES organizations (id),
  number  INTEGER NOT NULL,
  made_at INTEGER NOT NULL,
  made_on TEXT NOT NULL,
  count   INTEGER NOT NULL,
  total   INTEGER NOT NULL,
  version INTEGER NOT NULL,
  CONSTRAINT payout_batch_holds CHECK (count > 0 AND total > 0)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX payout_batches_numbers ON payout_batches (book, number);

-- offset: what the seller owed the network and what was kept for it. The lines of her account after
-- line_from and before line_to are what the payout is made of; line_to is the payout's own.
ALTER TABLE payouts ADD COLUMN offset INTEGER NOT NULL DEFAULT 0
  CONSTRAINT payout_offset CHECK (offset >= 0);
ALTER TABLE payouts ADD COLUMN batch_id TEXT REFERENCES payout_batches (id);
ALTER TABLE payouts ADD COLUMN line_from INTEGER NOT NULL DEFAULT 0;
ALTER TABLE payouts ADD COLUMN line_to INTEGER NOT NULL DEFAULT 0;
ALTER TABLE payouts ADD COLUMN ended_at INTEGER;
ALTER TABLE payouts ADD COLUMN reason TEXT;
CREATE INDEX payouts_of_batch ON payouts (batch_id, id) WHERE batch_id IS NOT NULL;
CREATE INDEX payouts_by_line ON payouts (enterprise_id, line_to);
CREATE INDEX payouts_by_status ON payouts (status, id);

UPDATE payouts SET line_to = coalesce((SELECT l.seq FROM entries e
  JOIN account_lines l ON l.entry_id = e.id AND l.account LIKE '%/seller-payable/%'
  WHERE e.subject = payouts.id AND e.rule = 'payout-sent'), 0);
UPDATE payouts SET line_from = coalesce((SELECT max(p.line_to) FROM payouts p
  WHERE p.enterprise_id = payouts.enterprise_id AND p.line_to < payouts.line_to), 0);

CREATE TABLE payout_tallies (
  enterprise_id TEXT NOT NULL REFERENCES enterprises (organization_id),
  status        TEXT NOT NULL,
  count         INTEGER NOT NULL,
  amount        INTEGER NOT NULL,
  offset        INTEGER NOT NULL,
  PRIMARY KEY (enterprise_id, status)
) STRICT, WITHOUT ROWID;
INSERT INTO payout_tallies (enterprise_id, status, count, amount, offset)
SELECT enterprise_id, status, count(*), sum(amount), sum(offset) FROM payouts
GROUP BY enterprise_id, status;
CREATE TRIGGER payouts_tallied AFTER INSERT ON payouts BEGIN
  INSERT INTO payout_tallies (enterprise_id, status, count, amount, offset)
  VALUES (NEW.enterprise_id, NEW.status, 1, NEW.amount, NEW.offset)
  ON CONFLICT (enterprise_id, status) DO UPDATE SET count = count + 1,
    amount = amount + excluded.amount, offset = offset + excluded.offset;
END;
CREATE TRIGGER payouts_tallied_anew AFTER UPDATE OF status ON payouts
WHEN NEW.status <> OLD.status BEGIN
  UPDATE payout_tallies SET count = count - 1, amount = amount - OLD.amount,
    offset = offset - OLD.offset WHERE enterprise_id = OLD.enterprise_id AND status = OLD.status;
  INSERT INTO payout_tallies (enterprise_id, status, count, amount, offset)
  VALUES (NEW.enterprise_id, NEW.status, 1, NEW.amount, NEW.offset)
  ON CONFLICT (enterprise_id, status) DO UPDATE SET count = count + 1,
    amount = amount + excluded.amount, offset = offset + excluded.offset;
END;

-- What a seller owed the network and has paid by transfer.
CREATE TABLE receivable_payments (
  id            TEXT PRIMARY KEY,
  enterprise_id TEXT NOT NULL REFERENCES enterprises (organization_id),
  amount        INTEGER NOT NULL,
  reference     TEXT NOT NULL,
  received_on   TEXT NOT NULL,
  created_at    INTEGER NOT NULL,
  CONSTRAINT receivable_payment_positive CHECK (amount > 0)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX receivable_payments_reference
  ON receivable_payments (reference, received_on, enterprise_id);
-- Who owes the network something now.
CREATE INDEX accounts_owed ON accounts (book, code, holder)
  WHERE guarded = 1 AND normal = 'debit' AND debits > credits;

-- Another account for an enterprise's money: it counts a day after it was asked for, unless it is stopped.
CREATE TABLE account_changes (
  id            TEXT PRIMARY KEY,
  enterprise_id TEXT NOT NULL REFERENCES enterprises (organization_id),
  bank_name     TEXT NOT NULL,
  bank_account  TEXT NOT NULL,
  bank_holder   TEXT NOT NULL,
  status        TEXT NOT NULL,
  asked_by      TEXT NOT NULL REFERENCES people (id),
  asked_at      INTEGER NOT NULL,
  valid_from    INTEGER NOT NULL,
  ended_by      TEXT,
  ended_at      INTEGER,
  version       INTEGER NOT NULL,
  CONSTRAINT account_change_status CHECK (status IN ('waiting', 'stopped', 'valid')),
  CONSTRAINT account_change_ended CHECK ((status = 'waiting') = (ended_at IS NULL)),
  CONSTRAINT account_change_waits CHECK (valid_from >= asked_at)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX account_changes_waiting ON account_changes (enterprise_id)
  WHERE status = 'waiting';
CREATE INDEX account_changes_due ON account_changes (valid_from) WHERE status = 'waiting';
CREATE INDEX account_changes_of_enterprise ON account_changes (enterprise_id, id);

-- How many orders of an enterprise are in each state, what is held for them, and the commission on it.
CREATE TABLE order_tallies (
  enterprise_id TEXT NOT NULL REFERENCES enterprises (organization_id),
  status        TEXT NOT NULL,
  paid          INTEGER NOT NULL,
  terms         TEXT NOT NULL,
  count         INTEGER NOT NULL,
  held          INTEGER NOT NULL,
  commission    INTEGER NOT NULL,
  PRIMARY KEY (enterprise_id, status, paid, terms)
) STRICT, WITHOUT ROWID;
INSERT INTO order_tallies (enterprise_id, status, paid, terms, count, held, commission)
SELECT enterprise_id, status, paid, terms, count(*),
  sum(total + sponsored - refunded - sponsored_back), sum(commission - commission_back)
FROM orders GROUP BY enterprise_id, status, paid, terms;
CREATE TRIGGER orders_tallied AFTER INSERT ON orders BEGIN
  INSERT INTO order_tallies (enterprise_id, status, paid, terms, count, held, commission)
  VALUES (NEW.enterprise_id, NEW.status, NEW.paid, NEW.terms, 1,
    NEW.total + NEW.sponsored - NEW.refunded - NEW.sponsored_back,
    NEW.commission - NEW.commission_back)
  ON CONFLICT (enterprise_id, status, paid, terms) DO UPDATE SET count = count + 1,
    held = held + excluded.held, commission = commission + excluded.commission;
END;
CREATE TRIGGER orders_tallied_anew AFTER UPDATE OF status, paid, terms, total, sponsored, refunded,
  sponsored_back, commission, commission_back ON orders
BEGIN
  UPDATE order_tallies SET count = count - 1,
    held = held - (OLD.total + OLD.sponsored - OLD.refunded - OLD.sponsored_back),
    commission = commission - (OLD.commission - OLD.commission_back)
  WHERE enterprise_id = OLD.enterprise_id AND status = OLD.status AND paid = OLD.paid
    AND terms = OLD.terms;
  INSERT INTO order_tallies (enterprise_id, status, paid, terms, count, held, commission)
  VALUES (NEW.enterprise_id, NEW.status, NEW.paid, NEW.terms, 1,
    NEW.total + NEW.sponsored - NEW.refunded - NEW.sponsored_back,
    NEW.commission - NEW.commission_back)
  ON CONFLICT (enterprise_id, status, paid, terms) DO UPDATE SET count = count + 1,
    held = held + excluded.held, commission = commission + excluded.commission;
END;

-- How many purchases wait for their payment, and for how much.
CREATE TABLE purchase_tallies (
  status     TEXT NOT NULL,
  method     TEXT NOT NULL,
  count      INTEGER NOT NULL,
  total      INTEGER NOT NULL,
  with_proof INTEGER NOT NULL,
  PRIMARY KEY (status, method)
) STRICT, WITHOUT ROWID;
INSERT INTO purchase_tallies (status, method, count, total, with_proof)
SELECT status, method, count(*), sum(total), count(proof_at) FROM purchases GROUP BY status, method;
CREATE TRIGGER purchases_tallied AFTER INSERT ON purchases BEGIN
  INSERT INTO purchase_tallies (status, method, count, total, with_proof)
  VALUES (NEW.status, NEW.method, 1, NEW.total, NEW.proof_at IS NOT NULL)
  ON CONFLICT (status, method) DO UPDATE SET count = count + 1, total = total + excluded.total,
    with_proof = with_proof + excluded.with_proof;
END;
CREATE TRIGGER purchases_tallied_anew AFTER UPDATE OF status, method, total, proof_at ON purchases
BEGIN
  UPDATE purchase_tallies SET count = count - 1, total = total - OLD.total,
    with_proof = with_proof - (OLD.proof_at IS NOT NULL)
  WHERE status = OLD.status AND method = OLD.method;
  INSERT INTO purchase_tallies (status, method, count, total, with_proof)
  VALUES (NEW.status, NEW.method, 1, NEW.total, NEW.proof_at IS NOT NULL)
  ON CONFLICT (status, method) DO UPDATE SET count = count + 1, total = total + excluded.total,
    with_proof = with_proof + excluded.with_proof;
END;

-- What a group keeps of its makers' proceeds, in basis points.
CREATE TABLE group_cuts (
  enterprise_id TEXT PRIMARY KEY REFERENCES enterprises (organization_id),
  bps           INTEGER NOT NULL,
  version       INTEGER NOT NULL,
  CONSTRAINT group_cut_rate CHECK (bps BETWEEN 0 AND 10000)
) STRICT, WITHOUT ROWID;

-- Who made what was sold, by which weights, and what the group kept: as they were when the order was
-- completed, so that a later change of makers or of the cut rewrites nothing.
CREATE TABLE order_line_makers (
  order_id TEXT NOT NULL,
  n        INTEGER NOT NULL,
  maker_id TEXT NOT NULL REFERENCES makers (id),
  weight   INTEGER NOT NULL,
  kept_bps INTEGER NOT NULL,
  PRIMARY KEY (order_id, n, maker_id),
  CONSTRAINT line_maker_weight CHECK (weight > 0),
  FOREIGN KEY (order_id, n) REFERENCES order_lines (order_id, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX order_lines_of_maker ON order_line_makers (maker_id, order_id);
INSERT INTO order_line_makers (order_id, n, maker_id, weight, kept_bps)
SELECT l.order_id, l.n, m.maker_id, m.share, 0 FROM orders o
JOIN order_lines l ON l.order_id = o.id JOIN product_makers m ON m.product_id = l.product_id
WHERE o.status = 'completed' AND m.share > 0;
CREATE TRIGGER order_makers_kept AFTER UPDATE OF status ON orders
WHEN NEW.status = 'completed' AND OLD.status <> 'completed' BEGIN
  INSERT INTO order_line_makers (order_id, n, maker_id, weight, kept_bps)
  SELECT l.order_id, l.n, m.maker_id, m.share,
    coalesce((SELECT bps FROM group_cuts WHERE enterprise_id = NEW.enterprise_id), 0)
  FROM order_lines l JOIN product_makers m ON m.product_id = l.product_id
  WHERE l.order_id = NEW.id AND m.share > 0;
END;
CREATE INDEX orders_completed_of_enterprise ON orders (enterprise_id, completed_at)
  WHERE completed_at IS NOT NULL;
