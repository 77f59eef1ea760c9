import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import type { Database, Statement } from '#db/client'
import { apiKeys } from '#db/schema/programs'
import { people } from '#db/schema/identity'
import { recordEvents } from '#worker/history/queries'
import type { Happened } from '#worker/history/event'
import type { ApiKey } from '#worker/identity/api-keys/api-key'
import type { Kind } from '#worker/identity/permissions'

const LISTED = {
  id: apiKeys.id,
  name: apiKeys.name,
  prefix: apiKeys.prefix,
  scopes: apiKeys.scopes,
  createdByName: sql<string>`${people.name}`.as('createdByName'),
  createdAt: sql<number>`${apiKeys.createdAt}`.as('createdAt'),
  lastUsedAt: apiKeys.lastUsedAt,
  expiresAt: apiKeys.expiresAt,
  revokedAt: apiKeys.revokedAt,
  keyVersion: sql<number>`${apiKeys.version}`.as('keyVersion'),
}

export type ListedKey = {
  id: string
  name: string
  prefix: string
  scopes: string
  createdByName: string
  createdAt: number
  lastUsedAt: number | null
  expiresAt: number | null
  revokedAt: number | null
}

/** An organization has few keys; the latest hundred are shown. */
export function listKeys(db: Database, organizationId: string) {
  return db
    .select(LISTED)
    .from(apiKeys)
    .innerJoin(people, eq(people.id, apiKeys.createdBy))
    .where(eq(apiKeys.organizationId, organizationId))
    .orderBy(desc(apiKeys.id))
    .limit(100)
}

export function findKey(db: Database, id: string, scope: readonly string[]) {
  return db
    .select(LISTED)
    .from(apiKeys)
    .innerJoin(people, eq(people.id, apiKeys.createdBy))
    .where(and(eq(apiKeys.id, id), inArray(apiKeys.organizationId, [...scope])))
}

export function insertKey(db: Database, key: ApiKey, event: Happened): Statement[] {
  const row = { ...key, scopes: JSON.stringify(key.scopes), lastUsedAt: null }
  return [recordEvents(db, [event]), db.insert(apiKeys).values(row)]
}

type Revoked = { id: string; revokedAt: number; version: number; event: Happened }

export function changeRevoked(db: Database, { id, revokedAt, version, event }: Revoked) {
  return [
    recordEvents(db, [event]),
    db.update(apiKeys).set({ revokedAt, version }).where(eq(apiKeys.id, id)),
  ]
}

export type KeyRow = {
  keyId: string
  keyName: string
  scopes: string
  organizationId: string
  slug: string
  organizationName: string
  kind: Kind
}

const LIVE = (hash: string, now: number) => sql`k.secret_hash = ${hash} AND k.revoked_at IS NULL
  AND (k.expires_at IS NULL OR k.expires_at > ${now})`

/** The key behind a secret, while it is valid and its organization has not been closed. */
export function findLiveKey(db: Database, hash: string, now: number) {
  return db.all<KeyRow>(sql`
    SELECT k.id AS keyId, k.name AS keyName, k.scopes AS scopes, o.id AS organizationId,
      o.slug AS slug, o.name AS organizationName, o.kind AS kind
    FROM api_keys k JOIN organizations o ON o.id = k.organization_id AND o.status <> 'closed'
    WHERE ${LIVE(hash, now)}`)
}

/** To the hour is close enough for people, and spares a write with every request. */
const SEEN_EVERY_MS = 60 * 60 * 1000

export function noteUsed(db: Database, hash: string, now: number): Statement {
  return db.run(sql`UPDATE api_keys AS k SET last_used_at = CAST(${now} AS INTEGER)
    WHERE ${LIVE(hash, now)} AND coalesce(k.last_used_at, 0) < ${now - SEEN_EVERY_MS}`)
}

export type KeyUse = { name: string; most: number; windowMs: number }

/** Counts a use of a valid key and answers how many there were; no row once there are too many. */
export function countKeyUse(db: Database, hash: string, use: KeyUse & { now: number }) {
  const window = Math.floor(use.now / use.windowMs)
  return db.all<{ count: number }>(sql`
    INSERT INTO uses (key, window, count, most, expires_at)
    SELECT 'api-key:' || k.id || ${`:${use.name}`}, CAST(${window} AS INTEGER), 1,
      CAST(${use.most} AS INTEGER), CAST(${(window + 1) * use.windowMs} AS INTEGER)
    FROM api_keys k WHERE ${LIVE(hash, use.now)}
    ON CONFLICT (key, window) DO UPDATE SET count = count + 1 WHERE count < ${use.most}
    RETURNING count`)
}
