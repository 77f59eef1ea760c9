import type { Invariant } from '#worker/audit/invariant'

const LAST_ROUND = `(SELECT max(r.seq) FROM recommendations r WHERE r.application_id = v.application_id)`

export const reviewingInvariants: readonly Invariant[] = [
  {
    id: 'L3-a-score-has-its-card',
    says: 'An application keeps the score and the version of the card of its last recommendation.',
    sql: `SELECT a.id FROM loan_applications a JOIN recommendations r ON r.application_id = a.id
          WHERE r.seq = (SELECT max(seq) FROM recommendations WHERE application_id = a.id)
            AND (a.score IS NOT r.score OR a.scorecard_version IS NOT r.scorecard_version)`,
  },
  {
    id: 'L3-an-override-is-kept',
    says: 'Who differed from the score is in the list of overrides, with the reason.',
    sql: `SELECT a.id FROM loan_applications a WHERE a.overridden IS NOT NULL AND NOT EXISTS (
            SELECT 1 FROM overrides o WHERE o.application_id = a.id AND o.against = 'score'
              AND o.why = a.overridden)`,
  },
  {
    id: 'L3-the-recommender-never-votes',
    says: 'Nobody votes on her own recommendation or her own application.',
    sql: `SELECT v.application_id, v.person_id FROM votes v
          JOIN recommendations r ON r.application_id = v.application_id AND r.seq = v.round
          JOIN loan_applications a ON a.id = v.application_id
          WHERE v.person_id = r.officer_id OR v.person_id = a.applicant_id`,
  },
  {
    id: 'L3-votes-are-events',
    says: 'Every vote has its event in the life of the application.',
    sql: `SELECT v.application_id FROM votes v GROUP BY v.application_id HAVING count(*) <> (
            SELECT count(*) FROM events e
            WHERE e.subject = v.application_id AND e.data->>'vote' IS NOT NULL)`,
  },
  {
    id: 'L3-no-vote-after-the-decision',
    says: 'Votes on the standing recommendation are no later than the decision.',
    sql: `SELECT v.application_id FROM votes v JOIN loan_applications a ON a.id = v.application_id
          WHERE v.round = ${LAST_ROUND} AND v.at > a.decided_at
            AND a.status NOT IN ('in-review', 'recommended')`,
  },
  {
    id: 'L3-nobody-judges-her-kin',
    says: 'Whoever recommended, decided or voted was not tied to the applicant then.',
    sql: `SELECT j.application_id, j.person_id FROM (
            SELECT application_id, officer_id AS person_id, at FROM recommendations
            UNION ALL SELECT application_id, person_id, at FROM votes
            UNION ALL SELECT id, decided_by, decided_at FROM loan_applications
              WHERE decided_by IS NOT NULL) j
          JOIN loan_applications a ON a.id = j.application_id
          JOIN people me ON me.id = j.person_id JOIN people u ON u.id = a.applicant_id
          JOIN ties t ON (t.person_id = me.id AND t.phone = u.phone)
            OR (t.person_id = u.id AND t.phone = me.phone)
          WHERE (t.lender_id IS NULL OR t.lender_id = a.lender_id)
            AND t.stated_at < j.at AND (t.ended_at IS NULL OR t.ended_at > j.at)`,
  },
  {
    id: 'L3-disbursed-on-met-conditions',
    says: 'Nothing is handed over while a condition is open.',
    sql: `SELECT a.id, c.n FROM loan_applications a
          JOIN application_conditions c ON c.application_id = a.id
          WHERE a.status = 'disbursed' AND c.met_at IS NULL`,
  },
  {
    id: 'L3-conditions-belong-to-an-approval',
    says: 'Conditions are asked of what was approved.',
    sql: `SELECT DISTINCT a.id FROM application_conditions c
          JOIN loan_applications a ON a.id = c.application_id WHERE a.approved_amount IS NULL`,
  },
  {
    id: 'L3-in-hand-since-a-day',
    says: 'What is in the hands of an officer has been since it was taken.',
    sql: `SELECT id FROM loan_applications WHERE (officer_id IS NULL) <> (taken_at IS NULL)`,
  },
]
