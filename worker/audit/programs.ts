import type { Invariant } from '#worker/audit/invariant'

export const programInvariants: readonly Invariant[] = [
  {
    id: 'P1-a-change-is-published-once',
    says: 'No event is published twice to the same organization.',
    sql: `SELECT organization_id, subject, seq FROM changes
          GROUP BY organization_id, subject, seq HAVING count(*) > 1`,
  },
  {
    id: 'P2-published-is-what-happened',
    says: 'What has been published reaches no further than what has happened.',
    sql: `SELECT event_key, change_key FROM published
          WHERE event_key > coalesce((SELECT max(key) FROM event_order), 0)
            OR change_key <> coalesce((SELECT max(key) FROM changes), 0)`,
  },
  {
    id: 'P3-deliveries-are-of-their-organization',
    says: 'A webhook is told of changes of its own organization alone.',
    sql: `SELECT d.webhook_id, d.change_key FROM webhook_deliveries d
          JOIN webhooks w ON w.id = d.webhook_id JOIN changes c ON c.key = d.change_key
          WHERE c.organization_id <> w.organization_id OR c.subject <> d.subject OR c.seq <> d.seq`,
  },
  {
    id: 'P4-keys-are-made-by-members',
    says: 'Every API key has a scope and was made by somebody there is.',
    sql: `SELECT k.id FROM api_keys k LEFT JOIN people p ON p.id = k.created_by
          WHERE p.id IS NULL OR json_array_length(k.scopes) = 0`,
  },
]
