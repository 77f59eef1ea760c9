import type { Invariant } from '#worker/audit/invariant'

export const ledgerInvariants: readonly Invariant[] = [
  {
    id: 'I1-entries-have-transfers',
    says: 'Every entry has at least one transfer.',
    sql: `SELECT e.id FROM entries e WHERE NOT EXISTS (SELECT 1 FROM transfers t WHERE t.entry_id = e.id)`,
  },
  {
    id: 'I1-book-balances',
    says: 'In every book debits equal credits.',
    sql: `SELECT book, sum(debits) AS debits, sum(credits) AS credits FROM accounts
          GROUP BY book HAVING sum(debits) <> sum(credits)`,
  },
  {
    id: 'I1-within-one-book',
    says: 'A transfer stays within the book of its entry.',
    sql: `SELECT t.entry_id, t.n FROM transfers t JOIN entries e ON e.id = t.entry_id
          JOIN accounts d ON d.id = t.debit JOIN accounts c ON c.id = t.credit
          WHERE d.book <> e.book OR c.book <> e.book`,
  },
  {
    id: 'I2-totals-are-the-sum',
    says: 'The running totals of an account are the sums of its transfers.',
    sql: `SELECT a.id, a.debits, a.credits FROM accounts a
          LEFT JOIN (SELECT debit AS id, sum(amount) AS total FROM transfers GROUP BY debit) d ON d.id = a.id
          LEFT JOIN (SELECT credit AS id, sum(amount) AS total FROM transfers GROUP BY credit) c ON c.id = a.id
          WHERE a.debits <> coalesce(d.total, 0) OR a.credits <> coalesce(c.total, 0)`,
  },
  {
    id: 'I2-guarded-accounts-keep-their-side',
    says: 'A guarded account is never overdrawn.',
    sql: `SELECT id, debits, credits FROM accounts WHERE guarded = 1
          AND ((normal = 'debit' AND credits > debits) OR (normal = 'credit' AND debits > credits))`,
  },
  {
    id: 'I12-entries-name-their-actor',
    says: 'Every entry names its actor, its request and its rule.',
    sql: `SELECT id FROM entries WHERE actor_id = '' OR request_id = '' OR rule = ''`,
  },
  {
    id: 'I12-entries-stand-with-their-event',
    says: 'Every entry was posted in a request that recorded what happened.',
    sql: `SELECT id FROM entries WHERE request_id NOT IN (SELECT request_id FROM events)`,
  },
]
