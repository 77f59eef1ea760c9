import { sql } from 'drizzle-orm'
import { assertHolds } from '#db/assert'
import type { Database, Statement } from '#db/client'
import { evidence } from '#db/schema/fulfilment'
import { MOST_PICTURES, type Evidence } from '#worker/market/fulfilling/evidence/evidence'

export function insertEvidence(db: Database, one: Evidence): Statement[] {
  return [
    db.insert(evidence).values(one),
    assertHolds(
      db,
      sql`(SELECT count(*) FROM evidence
        WHERE subject = ${one.subject} AND author = ${one.author}) <= ${MOST_PICTURES}`,
      'evidence_within_limit',
    ),
  ]
}
