import type { Invariant } from '#worker/audit/invariant'

/** The sums that are kept so that no page adds up the books: each is what its source gives. */
const sums: readonly Invariant[] = [
  {
    id: 'S1-lines-are-the-transfers',
    says: 'An account that many things move has one line for each side of a transfer on it.',
    sql: `SELECT s.account, s.entry_id, s.n FROM transfer_sides s
          LEFT JOIN account_lines l ON l.account = s.account AND l.entry_id = s.entry_id AND l.n = s.n
          WHERE s.lined <> (l.seq IS NOT NULL) OR l.change <> s.change OR l.value_on <> s.value_on
          UNION ALL
          SELECT l.account, l.entry_id, l.n FROM account_lines l LEFT JOIN transfers t
            ON t.entry_id = l.entry_id AND t.n = l.n AND l.account IN (t.debit, t.credit)
          WHERE t.n IS NULL`,
  },
  {
    id: 'S1-lines-count-and-add-up',
    says: 'Lines of an account are numbered from 1 without gaps, each with the balance it left.',
    sql: `SELECT account, seq FROM (
            SELECT account, seq, balance, row_number() OVER w AS n, sum(change) OVER w AS total
            FROM account_lines WINDOW w AS (PARTITION BY account ORDER BY seq))
          WHERE seq <> n OR balance <> total`,
  },
  {
    id: 'S2-months-of-accounts-are-the-transfers',
    says: 'What is kept of an account by month is the sum of its transfers of that month.',
    sql: `SELECT account, month FROM (
            SELECT account, month, sum(debit) AS debits, sum(credit) AS credits
            FROM transfer_sides WHERE lined GROUP BY account, month
            UNION ALL SELECT account, month, -debits, -credits FROM account_months)
          GROUP BY account, month HAVING sum(debits) <> 0 OR sum(credits) <> 0`,
  },
  {
    id: 'S2-months-of-books-are-the-transfers',
    says: 'What is kept of a book by month is the sum of its transfers of that month.',
    sql: `SELECT book, code, month FROM (
            SELECT book, code, month, sum(debit) AS debits, sum(credit) AS credits
            FROM transfer_sides GROUP BY book, code, month
            UNION ALL SELECT book, code, month, -debits, -credits FROM book_months)
          GROUP BY book, code, month HAVING sum(debits) <> 0 OR sum(credits) <> 0`,
  },
  {
    id: 'S2-totals-of-books-are-their-accounts',
    says: 'The trial balance of a book, and how many are owed something, is what its accounts say.',
    sql: `SELECT book, code FROM (
            SELECT book, code, debits, credits,
              (guarded = 1 AND normal = 'credit' AND credits > debits) AS owing FROM accounts
            UNION ALL SELECT book, code, -debits, -credits, -owing FROM book_totals)
          GROUP BY book, code HAVING sum(debits) <> 0 OR sum(credits) <> 0 OR sum(owing) <> 0`,
  },
  {
    id: 'S3-payouts-are-tallied',
    says: 'What is kept of the payouts of an enterprise is their number and their sums.',
    sql: `SELECT enterprise_id, status FROM (
            SELECT enterprise_id, status, 1 AS count, amount, offset FROM payouts
            UNION ALL SELECT enterprise_id, status, -count, -amount, -offset FROM payout_tallies)
          GROUP BY enterprise_id, status
          HAVING sum(count) <> 0 OR sum(amount) <> 0 OR sum(offset) <> 0`,
  },
  {
    id: 'S3-orders-are-tallied',
    says: 'What is kept of the orders of an enterprise is their number, what is held and its commission.',
    sql: `SELECT enterprise_id, status FROM (
            SELECT enterprise_id, status, paid, terms, 1 AS count,
              total + sponsored - refunded - sponsored_back AS held,
              commission - commission_back AS commission FROM orders
            UNION ALL SELECT enterprise_id, status, paid, terms, -count, -held, -commission
            FROM order_tallies)
          GROUP BY enterprise_id, status, paid, terms
          HAVING sum(count) <> 0 OR sum(held) <> 0 OR sum(commission) <> 0`,
  },
  {
    id: 'S3-purchases-are-tallied',
    says: 'What is kept of purchases by state and method is their number, their sum and their proofs.',
    sql: `SELECT status, method FROM (
            SELECT status, method, 1 AS count, total, proof_at IS NOT NULL AS with_proof FROM purchases
            UNION ALL SELECT status, method, -count, -total, -with_proof FROM purchase_tallies)
          GROUP BY status, method
          HAVING sum(count) <> 0 OR sum(total) <> 0 OR sum(with_proof) <> 0`,
  },
]

const payouts: readonly Invariant[] = [
  {
    id: 'S4-a-payout-is-the-sum-of-its-lines',
    says: 'What the payout before left over, with all lines since, is its amount and what it left.',
    sql: `SELECT p.id FROM payouts p
          JOIN organizations o ON o.kind = 'operator'
          LEFT JOIN account_lines l ON l.account = o.id || '/seller-payable/' || p.enterprise_id
            AND l.seq > p.line_from AND l.seq <= p.line_to
          GROUP BY p.id HAVING p.line_to <= p.line_from OR count(l.seq) <> p.line_to - p.line_from
            OR sum(iif(l.seq = p.line_to, l.change, 0)) <> -p.amount`,
  },
  {
    id: 'S4-payouts-follow-one-another',
    says: 'Each line of what a seller is owed belongs to one payout at most.',
    sql: `SELECT id FROM (SELECT id, line_from, coalesce(lag(line_to) OVER
            (PARTITION BY enterprise_id ORDER BY line_to), 0) AS before FROM payouts)
          WHERE line_from <> before`,
  },
  {
    id: 'S5-set-aside-while-under-way',
    says: 'The money of a payout is set aside exactly while it is requested and not sent.',
    sql: `SELECT p.id, p.status FROM payouts p
          LEFT JOIN accounts a ON a.code = 'payouts-underway' AND a.holder = p.id
          WHERE coalesce(a.credits - a.debits, 0) <> iif(p.status = 'requested', p.amount, 0)`,
  },
  {
    id: 'S5-what-came-back-is-booked-once',
    says: 'A payout that failed or was reversed has given its amount back once; no other has.',
    sql: `SELECT p.id, p.status FROM payouts p
          LEFT JOIN entries e ON e.subject = p.id AND e.rule = 'payout-returned'
          LEFT JOIN transfers t ON t.entry_id = e.id
          GROUP BY p.id HAVING coalesce(sum(t.amount), 0) <> iif(p.status IN ('failed', 'reversed'), p.amount, 0)
            OR count(t.n) > 1`,
  },
  {
    id: 'S6-offsets-are-booked',
    says: 'What was kept from a seller at a payout has lowered what she owes by as much.',
    sql: `SELECT p.id FROM payouts p JOIN entries e ON e.subject = p.id AND e.rule = 'payout-requested'
          LEFT JOIN transfers t ON t.entry_id = e.id AND t.credit LIKE '%/seller-receivable/%'
          GROUP BY p.id HAVING coalesce(sum(t.amount), 0) <> p.offset`,
  },
  {
    id: 'S7-batches-are-their-payouts',
    says: 'A bank file counts and sums exactly the payouts in it; numbers have no gaps.',
    sql: `SELECT b.id FROM payout_batches b LEFT JOIN payouts p ON p.batch_id = b.id
          GROUP BY b.id HAVING b.count <> count(p.id) OR b.total IS NOT sum(p.amount)
          UNION ALL
          SELECT book FROM payout_batches GROUP BY book HAVING max(number) <> count(*)`,
  },
  {
    id: 'S8-paid-receivables-are-booked-once',
    says: 'What a seller has paid the network is booked once, in its amount.',
    sql: `SELECT r.id FROM receivable_payments r
          LEFT JOIN entries e ON e.subject = r.id AND e.rule = 'receivable-paid'
          LEFT JOIN transfers t ON t.entry_id = e.id
          GROUP BY r.id HAVING count(t.n) <> 1 OR sum(t.amount) <> r.amount`,
  },
  {
    id: 'S9-changes-of-account-wait',
    says: 'No account counted before its day of waiting was over, but the first of an enterprise.',
    sql: `SELECT c.id FROM account_changes c WHERE c.status = 'valid' AND c.ended_at < c.valid_from`,
  },
  {
    id: 'S9-versions-count-events',
    says: 'The version of a payout, a bank file or a change of account is its last event.',
    sql: `SELECT x.id FROM (SELECT id, version FROM payouts UNION ALL
            SELECT id, version FROM payout_batches UNION ALL
            SELECT id, version FROM account_changes) x
          WHERE x.version IS NOT (SELECT max(seq) FROM events e WHERE e.subject = x.id)`,
  },
]

export const settlingInvariants: readonly Invariant[] = [...sums, ...payouts]
