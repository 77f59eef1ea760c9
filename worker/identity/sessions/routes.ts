import { Hono } from 'hono'
import { commit, read, type Statement } from '#db/client'
import { about } from '#worker/http/about'
import { actOf } from '#worker/http/act'
import { allow } from '#worker/http/allow'
import type { Ctx, HonoEnv } from '#worker/http/context'
import { sha256 } from '#worker/http/fingerprint'
import { log } from '#worker/http/log'
import { parseJson } from '#worker/http/parse'
import { clearSessionCookie, membershipsOf, setSessionCookie } from '#worker/http/session'
import { countSource, localeOf } from '#worker/http/source'
import { countUse } from '#worker/http/uses'
import { recordEvents } from '#worker/history/queries'
import { type Person, signedIn } from '#worker/identity/actor'
import type { Destination } from '#worker/identity/destination'
import { describeMe, MeAnswer } from '#worker/identity/people/answers'
import { findPersonAt, insertPerson, type PersonRow } from '#worker/identity/people/queries'
import { describeSession, SessionList } from '#worker/identity/sessions/answers'
import {
  deleteSession,
  findSession,
  insertSession,
  listSessions,
} from '#worker/identity/sessions/queries'
import { SessionRequest } from '#worker/identity/sessions/requests'
import { countTry, useCode } from '#worker/identity/sign-in-codes/queries'
import { ALLOWED, MOST_TRIES, secretOf } from '#worker/identity/sign-in-codes/sign-in-code'
import { secretToken } from '#worker/kernel/id'
import { found, Refusal } from '#worker/kernel/refusal'
import { vaultOf } from '#worker/providers/vault'
import { sentence } from '#worker/kernel/sentence'

export const sessions = new Hono<HonoEnv>()
  .post(
    '/',
    about('Sign in with a code; sets the session cookie', MeAnswer, 201),
    allow('public'),
    parseJson(SessionRequest),
    async (c) => {
      const { db, now, random, newId, actor } = c.var
      const { to, code, name } = c.req.valid('json')
      const { triesAt, triesFrom } = ALLOWED[c.env.MODE]

      // The try is counted before it is judged: of a thousand guesses sent at once, five are judged.
      const [tries, rows] = await commit(db, [
        countTry(db, to.address, now),
        findPersonAt(db, to, now),
        countUse(db, { key: `tries:${to.address}`, ...triesAt }, now),
        ...countSource(c, 'tries', triesFrom),
      ])
      const codeHash = await hashWhenRight(c, { to, code, tried: tries[0] })

      const { person, statements } = rows[0] ? known(rows[0]) : joining(c, to, name)
      const token = secretToken(random)
      const tokenHash = await sha256(token)

      // Not kept under an idempotency key: a repeat must bring a code of its own. What the browser
      // carried before is void, so that nobody can plant a session and wait for its owner to sign in.
      await commit(db, [
        ...useCode(db, to.address, codeHash),
        ...statements,
        deleteSession(db, actor.kind === 'person' ? actor.sessionHash : ''),
        insertSession(db, { id: newId(), tokenHash, personId: person.id, at: now }),
      ])
      setSessionCookie(c, token)
      return c.json(describeMe(person, now), 201)
    },
  )
  .get('/', about('Where you are signed in', SessionList), allow('self'), async (c) => {
    const { db, now } = c.var
    const { id, sessionHash } = signedIn(c.var.actor)
    const [rows] = await read(db, [listSessions(db, id, now)])
    return c.json({ items: rows.map((row) => describeSession(row, sessionHash)), next: null })
  })
  .delete('/current', about('Sign out', null, 204), allow('self'), async (c) => {
    const { db, actor } = c.var
    await commit(db, [deleteSession(db, signedIn(actor).sessionHash)])
    clearSessionCookie(c)
    c.header('clear-site-data', '"cache", "cookies", "storage"')
    return c.body(null, 204)
  })
  .delete('/:id', about('End a session of yours', null, 204), allow('self'), async (c) => {
    const { db, actor } = c.var
    const [rows] = await read(db, [findSession(db, c.req.param('id'), signedIn(actor).id)])
    await commit(db, [deleteSession(db, found(rows[0], 'session').tokenHash)])
    return c.body(null, 204)
  })

type Tried = {
  to: Destination
  code: string
  tried: { codeHash: string; attempts: number } | undefined
}

/** The hash of the code when it is right; refuses a wrong one, and one that is no longer valid. */
async function hashWhenRight(c: Ctx, { to, code, tried }: Tried): Promise<string> {
  if (!tried) throw new Refusal('code-expired', 'This code is no longer valid. Ask for a new one.')
  const vault = await vaultOf(c.env)
  if (await vault.matches('sign-in-code', secretOf(to, code), tried.codeHash)) return tried.codeHash
  log('warn', { requestId: c.var.requestId, signIn: 'wrong code', attempts: tried.attempts })
  throw new Refusal('code-wrong', 'This is not the code.', {
    errors: [{ pointer: '/code', detail: sentence('Kode ini salah.', 'This is not the code.') }],
    facts: { triesLeft: MOST_TRIES - tried.attempts },
  })
}

function known(row: PersonRow): { person: Person; statements: Statement[] } {
  return { person: personOf(row), statements: [] }
}

/** Whoever proves a number or address that nobody holds becomes a person, with no role anywhere. */
function joining(c: Ctx, to: Destination, name = ''): { person: Person; statements: Statement[] } {
  const { db, now, newId } = c.var
  const id = newId()
  const phone = to.channel === 'whatsapp' ? to.address : null
  const email = to.channel === 'email' ? to.address : null
  const locale = localeOf(c)
  const act = { ...actOf(c), actorId: id }
  return {
    person: personOf({ personId: id, name, phone, email, locale, totpAt: null, memberships: '[]' }),
    statements: [
      insertPerson(db, { id, phone, email, name, locale, createdAt: now, version: 1 }),
      recordEvents(db, [{ ...act, subject: id, seq: 1, type: 'joined' }]),
    ],
  }
}

function personOf(row: Omit<PersonRow, 'version'>): Person {
  const { personId: id, name, phone, email, locale } = row
  return {
    kind: 'person',
    ...{ id, name, phone, email, locale },
    memberships: membershipsOf(row.memberships),
    sessionHash: '',
    verifiedAt: null,
    secondFactor: row.totpAt !== null,
  }
}
