/**
 * A program's way in: `Authorization: Bearer lk_…`. The key is compared by its hash; the same trip counts
 * the use and finds the answer kept under an idempotency key. Cookies are not looked at beside it, and
 * each key has its quota a minute, told in `RateLimit` headers.
 */
import { sql } from 'drizzle-orm'
import { createMiddleware } from 'hono/factory'
import { read, type Database } from '#db/client'
import { sha256 } from '#worker/http/fingerprint'
import type { HonoEnv, Kept, Quota } from '#worker/http/context'
import type { Key } from '#worker/identity/actor'
import { permissionsUnder } from '#worker/identity/api-keys/api-key'
import {
  countKeyUse,
  findLiveKey,
  noteUsed,
  type KeyRow,
  type KeyUse,
} from '#worker/identity/api-keys/queries'
import type { Random } from '#worker/kernel/id'
import { secretToken } from '#worker/kernel/id'
import { Refusal } from '#worker/kernel/refusal'

const MINUTE = 60_000
const READS: KeyUse = { name: 'reads', most: 120, windowMs: MINUTE }
const WRITES: KeyUse = { name: 'writes', most: 30, windowMs: MINUTE }

/** What the header brings, null when there is none. */
export function bearerOf(request: Request): string | null {
  const header = request.headers.get('authorization')
  return header === null ? null : header.replace(/^Bearer\s+/i, '')
}

/** The request as a program sends it: whatever cookies came along are nobody's. */
export function withoutCookies(request: Request): Request {
  const headers = new Headers(request.headers)
  headers.delete('cookie')
  return new Request(request, { headers })
}

/** A new key, its beginning for people, and what is kept of it. */
export async function newKey(random: Random) {
  const secret = secretToken(random).replace(/[-_]/g, 'x')
  const prefix = `lk_${secret.slice(0, 8)}`
  const key = `lk_${secret}`
  return { key, prefix, hash: await sha256(key) }
}

type Found = { key: Key; quota: Quota; kept: readonly Kept[] }

/** One trip, however the request continues; refuses a key that is unknown, over or revoked. */
export async function findKeyBehind(
  db: Database,
  bearer: string,
  at: { now: number; safe: boolean; idempotencyKey: string | null },
): Promise<Found> {
  const hash = await sha256(bearer)
  const use = at.safe ? READS : WRITES
  const [rows, counted, , kept] = await read(db, [
    findLiveKey(db, hash, at.now),
    countKeyUse(db, hash, { ...use, now: at.now }),
    noteUsed(db, hash, at.now),
    db.all<Kept>(sql`SELECT fingerprint, status, body FROM idempotency_keys
      WHERE key = ${at.idempotencyKey ?? ''}
        AND scope = (SELECT 'key:' || id FROM api_keys WHERE secret_hash = ${hash})`),
  ])
  const row = rows[0]
  if (!row) throw new Refusal('key-invalid', 'This API key is unknown, expired or revoked.')
  const reset = Math.ceil((use.windowMs - (at.now % use.windowMs)) / 1000)
  const left = counted[0] ? use.most - counted[0].count : -1
  return { key: keyFrom(row, at.safe), quota: { ...use, left, reset }, kept }
}

function keyFrom(row: KeyRow, safe: boolean): Key {
  const { organizationId, slug, organizationName: name, kind } = row
  const scopes = JSON.parse(row.scopes) as string[]
  return {
    kind: 'key',
    id: row.keyId,
    name: row.keyName,
    organization: { organizationId, slug, name, kind, roles: [] },
    permissions: permissionsUnder(scopes, { kind, safe }),
  }
}

/** After `arrive`: refuses what is beyond the key's quota. */
export const withinQuota = createMiddleware<HonoEnv>(async (c, next) => {
  const { quota } = c.var
  if (quota && quota.left < 0) {
    const detail = `This key has ${quota.most} ${quota.name} a minute. Go on in ${quota.reset} s.`
    throw new Refusal('too-many-requests', detail, { facts: { retryAfter: quota.reset } })
  }
  await next()
})

/** draft-ietf-httpapi-ratelimit-headers: the policy, what is left of it, and when it begins anew. */
export function quotaHeaders({ name, most, windowMs, left, reset }: Quota): [string, string][] {
  const over: [string, string][] = left < 0 ? [['retry-after', String(reset)]] : []
  return [
    ['ratelimit-policy', `"${name}";q=${most};w=${windowMs / 1000}`],
    ['ratelimit', `"${name}";r=${Math.max(0, left)};t=${reset}`],
    ...over,
  ]
}
