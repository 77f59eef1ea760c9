import type { Invariant } from '#worker/audit/invariant'
import { KINDS, ROLES } from '#worker/identity/permissions'

const KNOWN_ROLES = KINDS.flatMap((kind) => ROLES[kind].map((role) => `'${kind}:${role}'`)).join(
  ', ',
)

export const identityInvariants: readonly Invariant[] = [
  {
    id: 'L1-a-lead-remains',
    says: 'Every open organization has someone who leads it.',
    sql: `SELECT o.id FROM organizations o WHERE o.status <> 'closed' AND NOT EXISTS (
            SELECT 1 FROM memberships m WHERE m.organization_id = o.id
            AND m.role = CASE o.kind WHEN 'enterprise' THEN 'chair' ELSE 'owner' END)`,
  },
  {
    id: 'L2-roles-fit-their-kind',
    says: 'Nobody holds a role that her kind of organization does not have.',
    sql: `SELECT m.organization_id, m.person_id, m.role FROM memberships m
          JOIN organizations o ON o.id = m.organization_id
          WHERE o.kind || ':' || m.role NOT IN (${KNOWN_ROLES})`,
  },
  {
    id: 'I9-events-are-gapless',
    says: 'The events of a subject are numbered from 1 without gaps.',
    sql: `SELECT subject, count(*) AS n, max(seq) AS last FROM events GROUP BY subject
          HAVING count(*) <> max(seq) OR min(seq) <> 1`,
  },
]
