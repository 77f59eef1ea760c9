import type { Invariant } from '#worker/audit/invariant'

const RECEIVABLE = `SELECT coalesce(sum(a.debits - a.credits), 0) FROM accounts a
  WHERE a.id = l.lender_id || '/loans-receivable/' || l.id`

export const lendingInvariants: readonly Invariant[] = [
  {
    id: 'I7-balance-is-what-the-books-say',
    says: 'The principal still lent is what the lender’s book holds against the borrower.',
    sql: `SELECT l.id, l.balance, (${RECEIVABLE}) AS booked FROM loans l
          WHERE l.balance <> (${RECEIVABLE})`,
  },
  {
    id: 'I7-overpayment-is-owed',
    says: 'What was paid too much stands as a liability to the borrower.',
    sql: `SELECT l.id, l.overpayment FROM loans l WHERE l.overpayment <> (
            SELECT coalesce(sum(a.credits - a.debits), 0) FROM accounts a
            WHERE a.id = l.lender_id || '/overpayments/' || l.id)`,
  },
  {
    id: 'I7-disbursed-once',
    says: 'A loan is disbursed once, and its application says so.',
    sql: `SELECT l.id FROM loans l JOIN loan_applications a ON a.id = l.application_id
          WHERE a.status <> 'disbursed' OR 1 <> (
            SELECT count(*) FROM events e WHERE e.subject = l.id AND e.type = 'disbursed')`,
  },
  {
    id: 'I7-moved-in-once',
    says: 'A loan of other books came once, as it stood on a day, and nothing came before that day.',
    sql: `SELECT l.id FROM loans l LEFT JOIN imported_loans x ON x.loan_id = l.id
          WHERE (l.origin = 'import') <> (x.loan_id IS NOT NULL) OR (x.loan_id IS NOT NULL AND 1 <> (
            SELECT count(*) FROM events e WHERE e.subject = l.id AND e.type = 'movedIn'))
          UNION ALL SELECT m.subject FROM loans l
          JOIN events m ON m.subject = l.id AND m.type = 'movedIn'
          JOIN events e ON e.subject = l.id AND ((e.seq > m.seq AND e.data->>'on' < m.data->>'on')
            OR (e.seq < m.seq AND e.data->>'on' > m.data->>'on'))
          WHERE l.origin = 'import'`,
  },
  {
    id: 'I7-disbursed-has-its-loan',
    says: 'A disbursed application has its loan.',
    sql: `SELECT a.id FROM loan_applications a WHERE a.status = 'disbursed'
          AND NOT EXISTS (SELECT 1 FROM loans l WHERE l.application_id = a.id)`,
  },
  {
    id: 'I8-receipts-add-up',
    says: 'The parts of a receipt are the money that came.',
    sql: `SELECT r.code FROM receipts r WHERE r.amount <> (r.split->>'interest')
            + (r.split->>'principal') + (r.split->>'fees') + (r.split->>'penalties')
            + (r.split->>'overpayment')`,
  },
  {
    id: 'I8-every-repayment-has-its-receipt',
    says: 'Every repayment has its receipt, of its amount; one of old books has theirs.',
    sql: `SELECT e.subject, e.seq FROM events e JOIN loans l ON l.id = e.subject
          LEFT JOIN receipts r ON r.loan_id = e.subject AND r.seq = e.seq
          WHERE e.type = 'repaid' AND e.data->>'channel' IS NOT 'opening' AND (r.code IS NULL OR r.amount <> (e.data->>'amount'))`,
  },
  {
    id: 'I8-notes-of-what-was-given-back',
    says: 'The note of an overpayment given back is of its event and amount.',
    sql: `SELECT f.code FROM loan_refunds f
          LEFT JOIN events e ON e.subject = f.loan_id AND e.seq = f.seq AND e.type = 'refunded'
          WHERE f.amount IS NOT e.data->>'amount'`,
  },
  {
    id: 'I9-versions-are-the-last-event',
    says: 'The version of a loan and of an application is the number of its last event.',
    sql: `SELECT x.id FROM (SELECT id, version FROM loans UNION ALL
            SELECT id, version FROM loan_applications UNION ALL SELECT id, version FROM pledges) x
          WHERE x.version <> (SELECT max(seq) FROM events e WHERE e.subject = x.id)`,
  },
  {
    id: 'L2-two-people-decide',
    says: 'Who recommended did not decide, and neither did the applicant.',
    sql: `SELECT id FROM loan_applications WHERE decided_by = recommended_by
          OR decided_by = applicant_id OR recommended_by = applicant_id`,
  },
  {
    id: 'L3-kept-for-lenders-is-due-to-them',
    says: 'What the operator keeps of sales for a lender is what the lender’s book waits for.',
    sql: `SELECT o.id, coalesce(k.credits - k.debits, 0) AS kept, coalesce(d.debits - d.credits, 0) AS due
          FROM organizations o
          LEFT JOIN accounts k ON k.code = 'lender-payable' AND k.holder = o.id
          LEFT JOIN accounts d ON d.id = o.id || '/due-from-operator/'
          WHERE o.kind = 'lender' AND coalesce(k.credits - k.debits, 0) <> coalesce(d.debits - d.credits, 0)`,
  },
  {
    id: 'L4-shares-are-their-receipts',
    says: 'What the shares of a loan’s seller have brought is what its receipts say.',
    sql: `SELECT s.loan_id FROM payout_shares s GROUP BY s.loan_id HAVING sum(s.taken) <> (
            SELECT coalesce(sum(r.amount), 0) FROM receipts r
            WHERE r.loan_id = s.loan_id AND r.channel = 'payout')`,
  },
  {
    id: 'L5-suspense-of-lenders-is-their-lines',
    says: 'What a lender’s book holds in suspense is what its statement lines say.',
    sql: `SELECT c.id, c.amount, coalesce(a.credits - a.debits, 0) AS held FROM bank_credits c
          LEFT JOIN accounts a ON a.id = c.lender_id || '/suspense/' || c.id
          WHERE coalesce(a.credits - a.debits, 0) <> iif(c.status = 'suspense', c.amount, 0)`,
  },
  {
    id: 'L6-matched-lines-have-their-receipt',
    says: 'A line that was matched is the receipt of its loan, of its amount and day.',
    sql: `SELECT c.id FROM bank_credits c LEFT JOIN receipts r ON r.code = c.receipt
          WHERE c.status = 'matched' AND (r.loan_id IS NOT c.loan_id OR r.amount <> c.amount
            OR r.received_on <> c.received_on OR r.channel <> 'transfer')`,
  },
]
