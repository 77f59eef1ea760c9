import type { Invariant } from '#worker/audit/invariant'

export const identityInvariants: readonly Invariant[] = [
  {
    id: 'L1-a-lead-remains',
    says: 'Every open organization has someone who leads it.',
    sql: `SELECT o.id FROM organizations o WHERE o.status <> 'closed' AND NOT EXISTS (
            SELECT 1 FROM memberships m WHERE m.organization_id = o.id
            AND m.role = CASE o.kind WHEN 'enterprise' THEN 'chair' ELSE 'owner' END)`,
  },
  {
    id: 'I9-events-are-gapless',
    says: 'The events of a subject are numbered from 1 without gaps.',
    sql: `SELECT subject, count(*) AS n, max(seq) AS last FROM events GROUP BY subject
          HAVING count(*) <> max(seq) OR min(seq) <> 1`,
  },
]
