import { eq, sql } from 'drizzle-orm'
import type { Database, Statement } from '#db/client'
import { people } from '#db/schema/identity'
import type { Destination } from '#worker/identity/destination'
import { membershipsAt } from '#worker/http/session'

export type PersonRow = {
  personId: string
  name: string
  phone: string | null
  email: string | null
  locale: 'id' | 'en'
  totpAt: number | null
  version: number
  memberships: string
}

/** The person who holds this number or address, with her memberships. */
export function findPersonAt(db: Database, { channel, address }: Destination, now: number) {
  const held = channel === 'email' ? sql`p.email = ${address}` : sql`p.phone = ${address}`
  return db.all<PersonRow>(sql`
    SELECT p.id AS personId, p.name AS name, p.phone AS phone, p.email AS email,
      p.locale AS locale, p.totp_confirmed_at AS totpAt, p.version AS version,
      ${membershipsAt(now)} AS memberships
    FROM people p WHERE ${held}`)
}

export function findPersonVersion(db: Database, id: string) {
  return db.select({ version: people.version }).from(people).where(eq(people.id, id))
}

export type NewPerson = {
  id: string
  phone: string | null
  email: string | null
  name: string
  locale: 'id' | 'en'
  createdAt: number
  version: number
}

export function insertPerson(db: Database, person: NewPerson): Statement {
  return db.insert(people).values(person)
}

export function changePerson(
  db: Database,
  { id, ...change }: { id: string; name: string; locale: 'id' | 'en'; version: number },
): Statement {
  return db.update(people).set(change).where(eq(people.id, id))
}
