import type { Invariant } from '#worker/audit/invariant'

/** Loans in trouble: nothing was changed by one person alone, and what was agreed has happened. */
export const troubleInvariants: readonly Invariant[] = [
  {
    id: 'T1-two-people-change-a-loan',
    says: 'Who proposed a change of a loan, or a pause of a region, did not decide on it herself.',
    sql: `SELECT id FROM loan_changes
          WHERE status IN ('applied', 'refused') AND (decided_by IS NULL OR decided_by = proposed_by)
          UNION ALL SELECT id FROM region_pauses WHERE status IN ('running', 'done', 'refused')
            AND (decided_by IS NULL OR decided_by = proposed_by)`,
  },
  {
    id: 'T2-changes-have-their-event',
    says: 'A change that was carried out has its event in the life of the loan, of its own kind.',
    sql: `SELECT c.id FROM loan_changes c
          LEFT JOIN events e ON e.subject = c.loan_id AND e.seq = c.seq
          WHERE c.status = 'applied' AND (e.actor_id IS NOT c.decided_by
            OR e.type IS NOT CASE c.measure->>'kind' WHEN 'reschedule' THEN 'rescheduled'
              WHEN 'pause' THEN 'paused' WHEN 'waiver' THEN 'waived' WHEN 'charge' THEN 'charged'
              WHEN 'discount' THEN 'discounted' WHEN 'write-off' THEN 'writtenOff' END)`,
  },
  {
    id: 'T2-events-have-their-change',
    says: 'Nothing was forgiven, put off, planned anew or written off but by a change of two people.',
    sql: `SELECT e.subject, e.seq FROM events e JOIN loans l ON l.id = e.subject
          WHERE e.type IN ('rescheduled', 'paused', 'waived', 'charged', 'discounted', 'writtenOff')
            AND l.origin = 'desk'
            AND NOT EXISTS (SELECT 1 FROM loan_changes c WHERE c.loan_id = e.subject AND c.seq = e.seq)
            AND NOT EXISTS (SELECT 1 FROM region_paused_loans p
              WHERE p.loan_id = e.subject AND p.seq = e.seq)`,
  },
  {
    id: 'T3-pauses-count-their-loans',
    says: 'A pause of a region counts the loans it has paused and passed over, each once.',
    sql: `SELECT p.id FROM region_pauses p WHERE (p.paused, p.passed_over) <>
            (SELECT count(r.seq), count(r.obstacle) FROM region_paused_loans r WHERE r.pause_id = p.id)`,
  },
  {
    id: 'T3-pauses-have-their-event',
    says: 'A loan paused with its region has the event of that pause.',
    sql: `SELECT r.pause_id, r.loan_id FROM region_paused_loans r
          JOIN region_pauses p ON p.id = r.pause_id
          LEFT JOIN events e ON e.subject = r.loan_id AND e.seq = r.seq
          WHERE r.seq IS NOT NULL AND (e.type IS NOT 'paused' OR e.data->>'until' IS NOT p.until)`,
  },
]
