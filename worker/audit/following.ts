/** What follows running loans: sums kept by triggers, and reminders that wait. */
import type { Invariant } from '#worker/audit/invariant'

export const followingInvariants: readonly Invariant[] = [
  {
    id: 'F1-loads-count-the-loans',
    says: 'Whoever looks after loans is counted as many as are hers and not closed.',
    sql: `WITH held AS (
            SELECT lender_id, coalesce(officer_id, '') AS officer_id, count(*) AS loans FROM loans
            WHERE status <> 'closed' GROUP BY 1, 2), kept AS (
            SELECT lender_id, officer_id, loans FROM officer_tallies WHERE loans > 0)
          SELECT * FROM (SELECT * FROM held EXCEPT SELECT * FROM kept) UNION ALL
          SELECT * FROM (SELECT * FROM kept EXCEPT SELECT * FROM held)`,
  },
  {
    id: 'F2-reminders-wait-for-what-is-owed',
    says: 'A reminder waits only for a running loan with something left to pay.',
    sql: `SELECT r.loan_id FROM loan_reminders r JOIN loans l ON l.id = r.loan_id
          WHERE l.status <> 'active' OR l.next_due_on IS NULL`,
  },
  {
    id: 'F3-handed-over-as-counted',
    says: 'A hand-over has as many loans as it says, all of its lender.',
    sql: `SELECT h.id FROM officer_handovers h WHERE h.loans <> (
            SELECT count(*) FROM handed_over_loans x JOIN loans l ON l.id = x.loan_id
            WHERE x.handover_id = h.id AND l.lender_id = h.lender_id)`,
  },
  {
    id: 'F4-promises-of-their-lender',
    says: 'A promise stands at the lender of its loan.',
    sql: `SELECT q.id FROM loan_promises q JOIN loans l ON l.id = q.loan_id
          WHERE l.lender_id <> q.lender_id`,
  },
]
