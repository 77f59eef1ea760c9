import { Hono } from 'hono'
import { commit, read, type Statement } from '#db/client'
import { about } from '#worker/http/about'
import { actOf } from '#worker/http/act'
import { allow } from '#worker/http/allow'
import type { Ctx, HonoEnv } from '#worker/http/context'
import { sha256 } from '#worker/http/fingerprint'
import { parseJson } from '#worker/http/parse'
import { setSessionCookie } from '#worker/http/session'
import { countUse } from '#worker/http/uses'
import { recordEvents } from '#worker/history/queries'
import { type Person, signedIn } from '#worker/identity/actor'
import { endSessions } from '#worker/identity/members/queries'
import { describeSecondFactor } from '#worker/identity/people/answers'
import {
  describeEnrolment,
  EnrolmentAnswer,
  SecondFactorAnswer,
} from '#worker/identity/second-factor/answers'
import {
  enrolSecret,
  type FactorRow,
  findFactor,
  forgiveTries,
  offerSecret,
  useStep,
} from '#worker/identity/second-factor/queries'
import { ConfirmationRequest } from '#worker/identity/second-factor/requests'
import { acceptedStep, nextCode, SECRET_BYTES } from '#worker/identity/second-factor/second-factor'
import { enrolledMessage } from '#worker/identity/second-factor/enrolled-message'
import { confirmSession } from '#worker/identity/sessions/queries'
import { secretToken } from '#worker/kernel/id'
import { found, Refusal } from '#worker/kernel/refusal'
import { insertMessages } from '#worker/outbox/queries'
import { vaultOf } from '#worker/providers/vault'
import { sentence } from '#worker/kernel/sentence'

const TRIES = { most: 5, windowMs: 15 * 60 * 1000 }

export const secondFactor = new Hono<HonoEnv>()
  .get(
    '/',
    about('Whether your second factor is enrolled and confirmed', SecondFactorAnswer),
    allow('self'),
    async (c) => {
      const person = signedIn(c.var.actor)
      const demo = c.env.MODE === 'demo' && person.secondFactor ? await demoCode(c, person) : {}
      return c.json({ ...describeSecondFactor(person, c.var.now), ...demo })
    },
  )
  .post(
    '/',
    about(
      'Enrol an authenticator app: a secret that counts once it is confirmed',
      EnrolmentAnswer,
      201,
    ),
    allow('self'),
    async (c) => {
      const { db, now, random } = c.var
      const person = signedIn(c.var.actor)
      refuseUnconfirmedChange(person, now)

      const secret = random(SECRET_BYTES)
      const account = person.phone ?? person.email ?? person.name
      const enrolment = describeEnrolment(secret, { network: c.env.NETWORK_NAME, account })

      // Not kept under an idempotency key: the secret stands nowhere but sealed.
      await commit(db, [offerSecret(db, person.id, await sealed(c, person, secret))])
      const demo = c.env.MODE === 'demo'
      const demoCode = demo ? nextCode(secret, { now, last: 0 }) : undefined
      return c.json({ ...enrolment, demoCode }, 201)
    },
  )
  .post(
    '/confirmation',
    about(
      'Confirm a code of your authenticator app; this session may then move money',
      SecondFactorAnswer,
      201,
    ),
    allow('self'),
    parseJson(ConfirmationRequest),
    async (c) => {
      const { db, now, random } = c.var
      const person = signedIn(c.var.actor)
      const tries = `second-factor:${person.id}`

      // Counted before it is judged, as sign-in codes are.
      const [rows] = await commit(db, [
        findFactor(db, person.id),
        countUse(db, { key: tries, ...TRIES }, now),
      ])
      const row = found(rows[0], 'person')
      const { step, enrols } = await judged(c, person, { row, code: c.req.valid('json').code })

      const token = secretToken(random)
      await commit(db, [
        ...(enrols ? enrolling(c, person, { row, step }) : useStep(db, person.id, step)),
        forgiveTries(db, tries),
        confirmSession(db, { from: person.sessionHash, to: await sha256(token), at: now }),
      ])
      setSessionCookie(c, token)
      return c.json({ enrolled: true, fresh: true }, 201)
    },
  )

const placeOf = (person: Person) => ({ table: 'people', column: 'totp_secret', id: person.id })

async function sealed(c: Ctx, person: Person, secret: Uint8Array): Promise<string> {
  const vault = await vaultOf(c.env)
  return vault.seal(btoa(String.fromCharCode(...secret)), placeOf(person))
}

async function opened(c: Ctx, person: Person, text: string): Promise<Uint8Array> {
  const vault = await vaultOf(c.env)
  const bytes = atob(await vault.open(text, placeOf(person)))
  return Uint8Array.from(bytes, (letter) => letter.charCodeAt(0))
}

/** Whoever has a second factor confirms it before she replaces it. */
function refuseUnconfirmedChange(person: Person, now: number): void {
  const { enrolled, fresh } = describeSecondFactor(person, now)
  if (!enrolled || fresh) return
  throw new Refusal('second-factor-required', 'Confirm with your present app first.', {
    facts: { enrolled },
  })
}

/** The time step of the code, and whether it is the first of a new app. */
async function judged(
  c: Ctx,
  person: Person,
  { row, code }: { row: FactorRow; code: string },
): Promise<{ step: number; enrols: boolean }> {
  const secrets = [
    { text: row.totpOffered, last: 0, enrols: true },
    { text: row.totpSecret, last: row.totpLastStep, enrols: false },
  ]
  for (const { text, last, enrols } of secrets) {
    if (text === null) continue
    const step = acceptedStep(await opened(c, person, text), code, { now: c.var.now, last })
    if (step !== null) return { step, enrols }
  }
  throw new Refusal('code-wrong', 'This is not the code your app shows now.', {
    errors: [
      {
        pointer: '/code',
        detail: sentence(
          'Kode ini bukan yang sedang tampil di aplikasi Anda.',
          'This is not the code your app shows now.',
        ),
      },
    ],
    facts: { enrolled: person.secondFactor },
  })
}

/** The event of the new number also makes sure that of two confirmations one enrols. */
function enrolling(
  c: Ctx,
  person: Person,
  { row, step }: { row: FactorRow; step: number },
): Statement[] {
  const { db, now, newId } = c.var
  const version = row.version + 1
  const event = { subject: person.id, seq: version, type: 'second-factor-enrolled' }
  const changed = row.totpConfirmedAt !== null
  return [
    enrolSecret(db, { personId: person.id, step, at: now, version }),
    recordEvents(db, [{ ...actOf(c), ...event }]),
    ...(changed ? [endSessions(db, person.id, person.sessionHash)] : []),
    ...insertMessages(db, [{ id: newId(), ...enrolledMessage(person, c.env.NETWORK_NAME) }], now),
  ]
}

async function demoCode(c: Ctx, person: Person): Promise<{ demoCode?: string }> {
  const { db, now } = c.var
  const [rows] = await read(db, [findFactor(db, person.id)])
  const { totpSecret, totpLastStep } = found(rows[0], 'person')
  if (!totpSecret) return {}
  return { demoCode: nextCode(await opened(c, person, totpSecret), { now, last: totpLastStep }) }
}
