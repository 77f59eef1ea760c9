import { and, eq, sql, type SQL } from 'drizzle-orm'
import { assertHolds } from '#db/assert'
import type { Database, Statement } from '#db/client'
import { proofs } from '#db/schema/purchases'
import { MOST_PROOFS, type Proof } from '#worker/market/paying/proofs/proof'

export function countProofs(db: Database, purchaseId: SQL) {
  return db.all<{ already: number }>(
    sql`SELECT count(*) AS already FROM proofs WHERE purchase_id = ${purchaseId}`,
  )
}

export function insertProof(db: Database, proof: Proof): Statement[] {
  return [
    db.insert(proofs).values(proof),
    assertHolds(
      db,
      sql`(SELECT count(*) FROM proofs WHERE purchase_id = ${proof.purchaseId}) <= ${MOST_PROOFS}`,
      'proofs_within_limit',
    ),
  ]
}

export function findProof(db: Database, purchaseId: string, id: string) {
  return db
    .select()
    .from(proofs)
    .where(and(eq(proofs.id, id), eq(proofs.purchaseId, purchaseId)))
}
