/** Sign-in codes: they prove a number or an address, once, and cannot be guessed. */
import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { Client, clock } from '#test/support/client'
import { aPerson, expected, newPhone } from '#test/support/world'

const { DB } = env as unknown as { DB: D1Database }
const MINUTE = 60_000

const ask = async (to: string, headers: Record<string, string> = {}) =>
  expected(await new Client().post('/api/sign-in-codes', { to }, headers), 202)

const trying = (to: string, code: unknown, more: Record<string, unknown> = {}) =>
  new Client().post('/api/sessions', { to, code, ...more })

const wrongThan = (code: unknown, by = 1) =>
  String((Number(code) + by) % 1_000_000).padStart(6, '0')

describe('a sign-in code', () => {
  it('goes to a number in any usual spelling, and is one', async () => {
    const phone = newPhone()
    const spoken = `0${phone.slice(2, 5)}-${phone.slice(5, 9)}-${phone.slice(9)}`
    expect((await ask(spoken)).to).toBe(phone)
    const { code } = await ask(`+62 ${phone.slice(2)}`)
    expect((await trying(spoken, code)).status).toBe(201)
  })

  it('goes to an e-mail address as well', async () => {
    const { to, channel, code } = await ask(' Siti@Contoh.id')
    expect([to, channel]).toEqual(['siti@contoh.id', 'email'])
    const { person } = expected(await trying('siti@contoh.id', code), 201)
    expect(person).toMatchObject({ phone: null, email: 'siti@contoh.id' })
  })

  it('is answered alike for a number we know and one we do not', async () => {
    const known = await aPerson()
    const shapes = [await ask(known.phone), await ask(newPhone())].map((one) => ({
      keys: Object.keys(one),
      channel: one.channel,
      expiresAt: one.expiresAt,
    }))
    expect(shapes[0]).toEqual(shapes[1])
  })

  it('is refused to what is no number and no address', async () => {
    for (const to of ['0812', 'siti@', '', '0812\r\nBcc: x@y.id', 12, null, ['0812']]) {
      const answer = await new Client().post('/api/sign-in-codes', { to })
      expect(answer.status).toBe(400)
      expect(answer.body.errors).toMatchObject([{ pointer: '/to' }])
    }
  })

  it('is kept as a keyed hash, and its message lies in the outbox', async () => {
    const phone = newPhone()
    const { code } = await ask(phone)
    const row = await DB.prepare('SELECT * FROM sign_in_codes').first()
    expect(row).toMatchObject({ destination: phone })
    expect(JSON.stringify(row)).not.toContain(code)
    const message = await DB.prepare('SELECT * FROM outbox').first<{ body: string }>()
    expect(message).toMatchObject({ destination: phone, template: 'sign-in-code' })
    expect(message!.body).toContain(code)
  })

  it('replaces the one before', async () => {
    const phone = newPhone()
    const first = await ask(phone)
    const second = await ask(phone)
    if (first.code !== second.code) {
      expect((await trying(phone, first.code)).body.slug).toBe('code-wrong')
    }
    expect((await trying(phone, second.code)).status).toBe(201)
  })

  it('holds ten minutes', async () => {
    const start = clock.now
    const [early, late] = [newPhone(), newPhone()]
    const [one, two] = [await ask(early), await ask(late)]
    clock.now = start + 10 * MINUTE - 1
    expect((await trying(early, one.code)).status).toBe(201)
    clock.now = start + 10 * MINUTE
    expect((await trying(late, two.code)).body.slug).toBe('code-expired')
    clock.now = start
  })

  it('signs in once', async () => {
    const phone = newPhone()
    const { code } = await ask(phone)
    expect((await trying(phone, code)).status).toBe(201)
    expect((await trying(phone, code)).body.slug).toBe('code-expired')
  })

  it('signs in once, also when it is sent many times at once', async () => {
    const phone = newPhone()
    const { code } = await ask(phone)
    const answers = await Promise.all(Array.from({ length: 5 }, () => trying(phone, code)))
    expect(answers.map((one) => one.status).sort()).toEqual([201, 422, 422, 422, 422])
  })

  it('belongs to its number', async () => {
    const { code } = await ask(newPhone())
    const other = newPhone()
    expect((await trying(other, code)).body.slug).toBe('code-expired')
    const theirs = await ask(other)
    if (theirs.code !== code) expect((await trying(other, code)).body.slug).toBe('code-wrong')
  })

  it('has five tries, also when they are sent at once; then the right one is too late', async () => {
    const phone = newPhone()
    const { code } = await ask(phone)
    const guesses = Array.from({ length: 12 }, (_, n) => trying(phone, wrongThan(code, n + 1)))
    const slugs = (await Promise.all(guesses)).map((one) => String(one.body.slug)).sort()
    expect(slugs).toEqual([
      ...Array.from({ length: 7 }, () => 'code-expired'),
      ...Array.from({ length: 5 }, () => 'code-wrong'),
    ])
    expect((await trying(phone, code)).body.slug).toBe('code-expired')
  })

  it('says how many tries are left', async () => {
    const phone = newPhone()
    const { code } = await ask(phone)
    const { body } = await trying(phone, wrongThan(code))
    expect(body).toMatchObject({ slug: 'code-wrong', facts: { triesLeft: 4 } })
    expect(body.errors).toMatchObject([{ pointer: '/code' }])
  })
})

describe('asking for codes', () => {
  it('has a limit for each number, which time lifts', async () => {
    const start = clock.now
    const phone = newPhone()
    for (let n = 0; n < 200; n += 1) await ask(phone)
    const refused = await new Client().post('/api/sign-in-codes', { to: phone })
    expect([refused.status, refused.body.slug]).toEqual([429, 'too-many-requests'])
    await ask(newPhone())
    clock.now = start + 15 * MINUTE
    await ask(phone)
    clock.now = start
  })

  it('counts the source too, where the platform names one', async () => {
    await ask(newPhone(), { 'cf-connecting-ip': '203.0.113.7' })
    await ask(newPhone(), { 'cf-connecting-ip': '2001:db8:1:2:3:4:5:6' })
    const { results } = await DB.prepare(
      `SELECT key FROM uses WHERE key LIKE 'codes:2%' ORDER BY key`,
    ).all()
    expect(results).toEqual([{ key: 'codes:2001:db8:1:2' }, { key: 'codes:203.0.113.7' }])
  })
})
