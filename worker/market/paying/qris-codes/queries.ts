import { sql } from 'drizzle-orm'
import type { Database, Statement } from '#db/client'
import { qrisCodes } from '#db/schema/statements'
import type { Act } from '#worker/history/event'
import { recordEvents } from '#worker/history/queries'
import type { Qris } from '#worker/market/paying/qris/qris'

const subjectOf = (book: string) => `qris:${book}`

/** The code of a book, and the number of the last event about it, whether there is one now or not. */
export function findQris(db: Database, book: string) {
  return db.all<{ payload: string | null; version: number }>(sql`
    SELECT (SELECT payload FROM qris_codes WHERE book = ${book}) AS payload,
      (SELECT coalesce(max(seq), 0) FROM events WHERE subject = ${subjectOf(book)}) AS version`)
}

type Kept = Pick<Qris, 'payload' | 'merchant' | 'city' | 'nmid'> & { book: string; version: number }

/** Whose code it is stays in the trail: a change of the payee is what a thief would try. */
export function changeQris(db: Database, kept: Kept, act: Act): Statement[] {
  const { book, version, payload, merchant, city, nmid } = kept
  const data = { merchant, city, nmid }
  const row = { payload, version, changedAt: act.at }
  return [
    recordEvents(db, [{ ...act, subject: subjectOf(book), seq: version, type: 'changed', data }]),
    db
      .insert(qrisCodes)
      .values({ book, ...row })
      .onConflictDoUpdate({ target: qrisCodes.book, set: row }),
  ]
}

export function removeQris(
  db: Database,
  { book, version }: { book: string; version: number },
  act: Act,
): Statement[] {
  return [
    recordEvents(db, [{ ...act, subject: subjectOf(book), seq: version, type: 'removed' }]),
    db.delete(qrisCodes).where(sql`book = ${book}`),
  ]
}
