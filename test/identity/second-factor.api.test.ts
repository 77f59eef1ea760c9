/** The second factor: enrolled at first use, confirmed for a working day, never the same code twice. */
import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { Client, clock } from '#test/support/client'
import { anOperator, aPerson, expected, signIn, withSecondFactor } from '#test/support/world'

const { DB } = env as unknown as { DB: D1Database }
const MINUTE = 60_000

const confirm = (client: Client, code: unknown) =>
  client.post('/api/second-factor/confirmation', { code })
const enrol = async (client: Client) => expected(await client.post('/api/second-factor'), 201)
const stateOf = async (client: Client) => expected(await client.get('/api/second-factor'), 200)

describe('enrolling', () => {
  it('gives an address, a secret and a picture, and counts once a code is confirmed', async () => {
    const person = await aPerson()
    const { uri, secret, qr, demoCode } = await enrol(person)
    expect(uri).toContain(`secret=${secret}`)
    expect(String(qr)).toMatch(/^data:image\/svg\+xml;base64,/)
    expect(await stateOf(person)).toEqual({ enrolled: false, fresh: false })

    expect((await confirm(person, demoCode)).body).toEqual({ enrolled: true, fresh: true })
    expect(await stateOf(person)).toMatchObject({ enrolled: true, fresh: true })
  })

  it('keeps the secret sealed, bound to its person', async () => {
    const person = await aPerson()
    const { secret } = await enrol(person)
    const row = await DB.prepare('SELECT totp_offered AS sealed FROM people WHERE id = ?')
      .bind(person.id)
      .first<{ sealed: string }>()
    expect(row!.sealed).toMatch(/^1\.[0-9a-f]{8}\.[\w-]+\.[\w-]+$/)
    expect(row!.sealed).not.toContain(secret)
  })

  it('tells the person that it happened', async () => {
    const person = await withSecondFactor(await aPerson())
    const { results } = await DB.prepare('SELECT destination FROM outbox WHERE template = ?')
      .bind('second-factor-enrolled')
      .all()
    expect(results).toEqual([{ destination: person.phone }])
  })

  it('anew asks for the present app first, and ends all other sessions', async () => {
    const person = await withSecondFactor(await aPerson())
    const elsewhere = await signIn(person.phone)
    expect((await elsewhere.post('/api/second-factor')).body).toMatchObject({
      slug: 'second-factor-required',
      facts: { enrolled: true },
    })

    const { demoCode } = await enrol(person)
    expect(await stateOf(person)).toMatchObject({ enrolled: true })
    expected(await confirm(person, demoCode), 201)
    expect((await elsewhere.get('/api/me')).status).toBe(401)
    expect((await person.get('/api/me')).status).toBe(200)
  })

  it('is for who is signed in', async () => {
    const guest = new Client()
    expect((await guest.post('/api/second-factor')).status).toBe(401)
    expect((await guest.get('/api/second-factor')).status).toBe(401)
    expect((await confirm(guest, '123456')).status).toBe(401)
  })
})

describe('a code of the app', () => {
  it('is used once', async () => {
    const person = await withSecondFactor(await aPerson())
    const { demoCode } = await stateOf(person)
    expect((await confirm(person, demoCode)).status).toBe(201)
    const again = await confirm(person, demoCode)
    expect([again.status, again.body.slug]).toEqual([422, 'code-wrong'])
  })

  it('is used once, also by two sessions at once', async () => {
    const one = await withSecondFactor(await aPerson())
    const two = await signIn(one.phone)
    const { demoCode } = await stateOf(one)
    const answers = await Promise.all([confirm(one, demoCode), confirm(two, demoCode)])
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 422])
  })

  it('may be wrong five times in a quarter of an hour; a right one forgives', async () => {
    const start = clock.now
    const person = await withSecondFactor(await aPerson())
    const { demoCode } = await stateOf(person)
    const wrong = String((Number(demoCode) + 7) % 1_000_000).padStart(6, '0')
    for (let n = 0; n < 4; n += 1) expect((await confirm(person, wrong)).status).toBe(422)
    expect((await confirm(person, demoCode)).status).toBe(201)

    const statuses = []
    for (let n = 0; n < 6; n += 1) statuses.push((await confirm(person, wrong)).status)
    expect(statuses).toEqual([422, 422, 422, 422, 422, 429])
    const { demoCode: right } = await stateOf(person)
    expect((await confirm(person, right)).status).toBe(429)

    clock.now = start + 15 * MINUTE
    const { demoCode: later } = await stateOf(person)
    expect((await confirm(person, later)).status).toBe(201)
    clock.now = start
  })

  it('needs an app: without one it is asked to enrol', async () => {
    const person = await aPerson()
    expect((await confirm(person, '123456')).body).toMatchObject({
      slug: 'code-wrong',
      facts: { enrolled: false },
    })
    expect((await confirm(person, '12345')).status).toBe(400)
  })

  it('gives the session a new token', async () => {
    const person = await withSecondFactor(await aPerson())
    const before = person.cookies.get('__Host-lumbung_session')!
    const { demoCode } = await stateOf(person)
    await confirm(person, demoCode)
    expect(person.cookies.get('__Host-lumbung_session')).not.toBe(before)
    const old = new Client()
    old.cookies.set('__Host-lumbung_session', before)
    expect((await old.get('/api/me')).status).toBe(401)
  })
})

describe('a confirmed second factor', () => {
  it('holds for a working day, in its own session', async () => {
    const start = clock.now
    const { owner } = await anOperator()
    const elsewhere = await signIn(owner.phone)
    expect(await stateOf(elsewhere)).toMatchObject({ enrolled: true, fresh: false })
    clock.now = start + 12 * 60 * MINUTE - 1
    expect(await stateOf(owner)).toMatchObject({ fresh: true })
    clock.now = start + 12 * 60 * MINUTE
    expect(await stateOf(owner)).toMatchObject({ enrolled: true, fresh: false })
    clock.now = start
  })
})
