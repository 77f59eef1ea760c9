import { and, eq, sql } from 'drizzle-orm'
import { assertHolds } from '#db/assert'
import type { Database, Statement } from '#db/client'
import { addresses } from '#db/schema/buying'
import { MOST_ADDRESSES, type KeptAddress } from '#worker/market/buying/addresses/address'

/** A person's addresses, the preferred one first. */
export function listAddresses(db: Database, personId: string) {
  return db
    .select()
    .from(addresses)
    .where(eq(addresses.personId, personId))
    .orderBy(sql`preferred DESC, id`)
}

export type AddressRow = typeof addresses.$inferSelect

/** The statements that keep an address; the first is preferred. */
export function insertAddress(db: Database, address: KeptAddress): Statement[] {
  const { personId } = address
  const count = sql`(SELECT count(*) FROM addresses WHERE person_id = ${personId})`
  return [
    db.insert(addresses).values({ ...address, preferred: sql<number>`${count} = 0` }),
    assertHolds(db, sql`${count} <= ${MOST_ADDRESSES}`, 'addresses_within_limit'),
  ]
}

/** The same for one that came with a purchase; what is in the book already, or has no room, is left. */
export function keepAddress(db: Database, address: KeptAddress | undefined): Statement[] {
  if (!address) return []
  const { id, personId, label, recipient, phone, street, areaCode, areaText } = address
  return [
    db.run(sql`
      INSERT INTO addresses (id, person_id, label, recipient, phone, street, area_code, area_text,
        postal_code, note, preferred, created_at)
      SELECT ${id}, ${personId}, ${label}, ${recipient}, ${phone}, ${street}, ${areaCode}, ${areaText},
        ${address.postalCode}, ${address.note},
        NOT EXISTS (SELECT 1 FROM addresses WHERE person_id = ${personId}),
        CAST(${address.createdAt} AS INTEGER)
      WHERE (SELECT count(*) FROM addresses WHERE person_id = ${personId}) < ${MOST_ADDRESSES}
        AND NOT EXISTS (SELECT 1 FROM addresses WHERE person_id = ${personId}
          AND street = ${street} AND area_code = ${areaCode})`),
  ]
}

export function changeAddress(
  db: Database,
  { id, personId, createdAt: _, ...given }: KeptAddress,
): Statement {
  return db
    .update(addresses)
    .set(given)
    .where(and(eq(addresses.id, id), eq(addresses.personId, personId)))
}

/** The statements that make one the preferred one, and no other. */
export function preferAddress(db: Database, personId: string, id: string): Statement {
  return db.run(sql`UPDATE addresses SET preferred = (id = ${id}) WHERE person_id = ${personId}`)
}

/** The statements that take one out of the book; if it was preferred, the oldest left is. */
export function deleteAddress(db: Database, personId: string, id: string): Statement[] {
  return [
    db.run(sql`DELETE FROM addresses WHERE person_id = ${personId} AND id = ${id}`),
    db.run(sql`
      UPDATE addresses SET preferred = 1
      WHERE id = (SELECT min(id) FROM addresses WHERE person_id = ${personId})
        AND NOT EXISTS (SELECT 1 FROM addresses WHERE person_id = ${personId} AND preferred = 1)`),
  ]
}
