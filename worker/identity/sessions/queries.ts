import { and, desc, eq, gt } from 'drizzle-orm'
import type { Database, Statement } from '#db/client'
import { sessions } from '#db/schema/identity'
import { SESSION_LASTS_MS } from '#worker/http/session'

export type NewSession = { id: string; tokenHash: string; personId: string; at: number }

export function insertSession(
  db: Database,
  { id, tokenHash, personId, at }: NewSession,
): Statement {
  return db.insert(sessions).values({
    id,
    tokenHash,
    personId,
    createdAt: at,
    seenAt: at,
    expiresAt: at + SESSION_LASTS_MS,
  })
}

/** The session goes on under a new token, with its second factor confirmed now. */
export function confirmSession(
  db: Database,
  { from, to, at }: { from: string; to: string; at: number },
): Statement {
  return db
    .update(sessions)
    .set({ tokenHash: to, verifiedAt: at, seenAt: at })
    .where(eq(sessions.tokenHash, from))
}

export function deleteSession(db: Database, tokenHash: string): Statement {
  return db.delete(sessions).where(eq(sessions.tokenHash, tokenHash))
}

export function findSession(db: Database, id: string, personId: string) {
  return db
    .select()
    .from(sessions)
    .where(and(eq(sessions.id, id), eq(sessions.personId, personId)))
}

/** The sessions of a person that still hold, the latest first. */
export function listSessions(db: Database, personId: string, now: number) {
  return db
    .select()
    .from(sessions)
    .where(and(eq(sessions.personId, personId), gt(sessions.expiresAt, now)))
    .orderBy(desc(sessions.createdAt))
    .limit(100)
}
