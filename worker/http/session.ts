/**
 * From cookie or API key to actor. The cookie holds a random token, the database only its hash. The
 * person, her memberships and, where the request carries one, the answer kept under its idempotency key
 * come in a single trip; within one visit the person is looked up once.
 */
import { sql } from 'drizzle-orm'
import { getCookie, setCookie, deleteCookie } from 'hono/cookie'
import { read, type Database } from '#db/client'
import { actorId, type Actor, type Membership, type Person } from '#worker/identity/actor'
import { bearerOf, findKeyBehind } from '#worker/http/api-key'
import { sha256 } from '#worker/http/fingerprint'
import { findKept, keyOf } from '#worker/http/idempotency'
import type { Arrival, Ctx, Kept } from '#worker/http/context'

const COOKIE = 'lumbung_session'
export const SESSION_LASTS_MS = 30 * 24 * 60 * 60 * 1000
const GUEST: Actor = { kind: 'guest' }

type Row = {
  tokenHash: string
  verifiedAt: number | null
  personId: string
  name: string
  phone: string | null
  email: string | null
  locale: 'id' | 'en'
  totpAt: number | null
  memberships: string
}

export async function identify(c: Ctx, arrival: Arrival): Promise<void> {
  const db = arrival.visit.db
  const key = c.req.method === 'POST' ? keyOf(c.req.raw) : null
  const bearer = bearerOf(c.req.raw)
  if (bearer !== null) {
    const { now } = arrival
    const safe = c.req.method === 'GET' || c.req.method === 'HEAD'
    const behind = await findKeyBehind(db, bearer, { now, safe, idempotencyKey: key })
    c.set('actor', behind.key)
    c.set('quota', behind.quota)
    if (key) keepAt(c, scopeOf(behind.key), key, behind.kept)
    return
  }
  const token = getCookie(c, COOKIE, 'host')
  if (!token) {
    c.set('actor', GUEST)
    // The routes that a guest may act on read the kept answer with their facts: `findAnswered`.
    if (key) keepAt(c, 'guest', key, [])
    return
  }
  const hash = await sha256(token)
  if (key && !arrival.person) {
    const scope = sql<string>`(SELECT person_id FROM sessions WHERE token_hash = ${hash})`
    const [people, kept] = await read(db, [
      personBehind(db, hash, arrival.now),
      db.all<Kept>(sql`SELECT fingerprint, status, body FROM idempotency_keys
                       WHERE scope = ${scope} AND key = ${key}`),
    ])
    arrival.person = Promise.resolve(actorOf(people[0]))
    c.set('actor', await arrival.person)
    keepAt(c, scopeOf(c.var.actor), key, kept)
    return
  }
  arrival.person ??= read(db, [personBehind(db, hash, arrival.now)]).then(([rows]) =>
    actorOf(rows[0]),
  )
  const actor = await arrival.person
  c.set('actor', actor)
  if (key) keepAt(c, scopeOf(actor), key, await findKept(db, scopeOf(actor), key))
}

/** A key belongs to who sent it: the same key of someone else is another key. */
function scopeOf(actor: Actor): string {
  return actor.kind === 'guest' ? 'guest' : actorId(actor)
}

function keepAt(c: Ctx, scope: string, key: string, kept: readonly Kept[]): void {
  c.set('once', { scope, key, fingerprint: '', kept: kept[0] ?? null })
}

/**
 * The memberships of the person `p` of a query, as JSON for `membershipsOf`, and the groups that let her
 * act for them as a companion now. An organization that was closed has nobody who acts for it.
 */
export const membershipsAt = (now: number) => sql`
  (SELECT json_group_array(json_object('organizationId', o.id, 'slug', o.slug, 'name', o.name,
     'kind', o.kind, 'role', held.role))
   FROM (
     SELECT m.organization_id AS organization_id, m.role AS role
     FROM memberships m WHERE m.person_id = p.id
     UNION ALL
     SELECT g.enterprise_id, 'companion-' || scope.value
     FROM companion_grants g JOIN json_each('["products","orders"]') scope
       ON iif(scope.value = 'products', g.products, g.orders) = 1
     WHERE g.person_id = p.id AND g.ends_at > ${now} AND g.revoked_at IS NULL
       AND EXISTS (SELECT 1 FROM memberships f JOIN organizations fo ON fo.id = f.organization_id
         WHERE f.person_id = p.id AND f.organization_id = g.facilitator_id AND fo.status <> 'closed')
   ) held JOIN organizations o ON o.id = held.organization_id
   WHERE o.status <> 'closed')`

function personBehind(db: Database, hash: string, now: number) {
  return db.all<Row>(sql`
    SELECT s.token_hash AS tokenHash, s.verified_at AS verifiedAt, p.id AS personId, p.name AS name,
      p.phone AS phone, p.email AS email, p.locale AS locale, p.totp_confirmed_at AS totpAt,
      ${membershipsAt(now)} AS memberships
    FROM sessions s JOIN people p ON p.id = s.person_id
    WHERE s.token_hash = ${hash} AND s.expires_at > ${now}`)
}

function actorOf(row: Row | undefined): Actor {
  if (!row) return GUEST
  return {
    kind: 'person',
    id: row.personId,
    name: row.name,
    phone: row.phone,
    email: row.email,
    locale: row.locale,
    memberships: membershipsOf(row.memberships),
    sessionHash: row.tokenHash,
    verifiedAt: row.verifiedAt,
    secondFactor: row.totpAt !== null,
  } satisfies Person
}

/** One membership an organization, with all roles held there. */
export function membershipsOf(json: string): Membership[] {
  const rows = JSON.parse(json) as (Membership & { role: string })[]
  const byOrganization = new Map<string, Membership & { roles: string[] }>()
  for (const { organizationId, slug, name, kind, role } of rows) {
    const one = byOrganization.get(organizationId)
    if (one) one.roles.push(role)
    else byOrganization.set(organizationId, { organizationId, slug, name, kind, roles: [role] })
  }
  return [...byOrganization.values()]
}

export function setSessionCookie(c: Ctx, token: string): void {
  forgetPerson(c)
  setCookie(c, COOKIE, token, {
    prefix: 'host',
    secure: true,
    httpOnly: true,
    sameSite: 'Lax',
    path: '/',
    maxAge: SESSION_LASTS_MS / 1000,
  })
}

export function clearSessionCookie(c: Ctx): void {
  forgetPerson(c)
  deleteCookie(c, COOKIE, {
    prefix: 'host',
    secure: true,
    httpOnly: true,
    sameSite: 'Lax',
    path: '/',
  })
}

/** What a page asks next, in the same visit, it asks as whoever is signed in now. */
function forgetPerson(c: Ctx): void {
  if (c.env.arrival) c.env.arrival.person = undefined
}
