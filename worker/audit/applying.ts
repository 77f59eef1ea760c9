/** What must be so of applications, of who stands for them, of what was accepted and handed over. */
import type { Invariant } from '#worker/audit/invariant'

export const applyingInvariants: readonly Invariant[] = [
  {
    id: 'L20-shares-sum',
    says: 'The shares of a group’s application sum to its amount, and those accepted to what was approved.',
    sql: `SELECT a.id FROM loan_applications a JOIN pledges g
            ON g.application_id = a.id AND g.kind = 'share'
          GROUP BY a.id HAVING sum(g.amount) <> a.amount
            OR (a.accepted_at IS NOT NULL AND coalesce(sum(g.agreed), 0) <> a.approved_amount)`,
  },
  {
    id: 'L21-groups-share',
    says: 'A group’s application has shares, and nobody else’s has.',
    sql: `SELECT a.id FROM loan_applications a JOIN pledges g ON g.application_id = a.id
          WHERE g.kind = 'share' AND a.borrower_kind <> 'group'`,
  },
  {
    id: 'L22-everybody-agreed',
    says: 'Nothing was accepted or handed over before all who stand for it had agreed, each herself.',
    sql: `SELECT a.id, g.id AS pledge FROM loan_applications a JOIN pledges g ON g.application_id = a.id
          WHERE a.accepted_at IS NOT NULL AND (g.status <> 'confirmed' OR NOT EXISTS (
            SELECT 1 FROM consents c WHERE c.id = g.consent_id AND c.person_id = g.person_id))`,
  },
  {
    id: 'L23-accepted-is-kept',
    says: 'What was accepted is kept, under the hash that its event and the application name.',
    sql: `SELECT a.id FROM loan_applications a LEFT JOIN agreements g ON g.application_id = a.id
          WHERE a.accepted_at IS NOT NULL AND a.agreement IS NOT NULL AND (g.hash IS NULL
            OR g.hash <> a.agreement ->> 'hash' OR g.accepted_by <> a.applicant_id OR NOT EXISTS (
              SELECT 1 FROM events e WHERE e.subject = a.id AND e.type = 'accepted'
                AND coalesce(e.data ->> 'agreement', g.hash) = g.hash))`,
  },
  {
    id: 'L24-disbursed-as-accepted',
    says: 'A loan has the principal, rate, number of instalments and order that were accepted.',
    sql: `SELECT l.id FROM loans l JOIN agreements g ON g.application_id = l.application_id
          WHERE l.principal <> g.content -> 'terms' ->> 'principal'
            OR l.terms ->> 'annualRate' <> g.content -> 'terms' ->> 'annualRate'
            OR l.terms ->> 'instalments' <> g.content -> 'terms' ->> 'instalments'
            OR l.terms -> 'allocation' <> g.content -> 'terms' -> 'allocation'`,
  },
  {
    id: 'L25-nothing-without-acceptance',
    says: 'Nothing is handed over that was not accepted.',
    sql: `SELECT d.code FROM disbursements d JOIN loans l ON l.id = d.loan_id
          WHERE NOT EXISTS (SELECT 1 FROM agreements g WHERE g.application_id = l.application_id)`,
  },
  {
    id: 'L26-receipts-of-money-handed-over',
    says: 'What was handed over is what left, less what its receipt names.',
    sql: `SELECT d.code FROM disbursements d WHERE d.received <> d.amount - (
            SELECT coalesce(sum(j.value ->> 'amount'), 0) FROM json_each(d.deductions) j)
          UNION ALL SELECT d.code FROM disbursements d JOIN loans l ON l.id = d.loan_id
          JOIN loan_applications a ON a.id = l.application_id
          WHERE d.recorded_by = a.decided_by OR d.recorded_by = a.applicant_id
          UNION ALL SELECT l.id FROM loans l JOIN disbursements d ON d.loan_id = l.id
          GROUP BY l.id HAVING sum(d.amount) > l.principal`,
  },
  {
    id: 'L27-parts-sum',
    says: 'The parts of a loan sum to what was approved, and each was handed over at most once.',
    sql: `SELECT t.application_id FROM tranches t JOIN loan_applications a ON a.id = t.application_id
          GROUP BY t.application_id HAVING sum(t.amount) <> a.approved_amount
            OR count(t.seq) <> count(DISTINCT t.seq)`,
  },
  {
    id: 'L28-identity-with-consent',
    says: 'A NIK or a KTP was opened only for a reason.',
    sql: `SELECT id FROM identity_openings WHERE length(trim(reason)) < 10 OR until <= opened_at`,
  },
  {
    id: 'L29-forgotten-is-gone',
    says: 'What is forgotten leaves nothing by which somebody is found.',
    sql: `SELECT application_id FROM application_identities
          WHERE forgotten_at IS NOT NULL AND (nik IS NOT NULL OR nik_index IS NOT NULL
            OR nik_shown IS NOT NULL)`,
  },
  {
    id: 'L30-nobody-guarantees-herself',
    says: 'Nobody vouches for her own loan.',
    sql: `SELECT g.id FROM pledges g JOIN loan_applications a ON a.id = g.application_id
          JOIN people p ON p.id = a.applicant_id
          WHERE g.kind = 'guarantee' AND (g.person_id = p.id OR g.destination IN (p.phone, p.email))`,
  },
]
