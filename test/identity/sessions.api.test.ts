/** Signing in: a code proves a number, a session follows, and nothing about it can be guessed. */
import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { Client, clock } from '#test/support/client'
import { anOperator, aPerson, expected, newPhone, signIn } from '#test/support/world'

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

describe('a session', () => {
  it('is a cookie that no script reads and no other site sends', async () => {
    const phone = newPhone()
    const { code } = await ask(phone)
    const { headers } = await trying(phone, code)
    const [cookie] = headers.getSetCookie()
    expect(cookie).toMatch(/^__Host-lumbung_session=[\w-]{43}; /)
    for (const part of ['HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/'])
      expect(cookie).toContain(part)
    expect(cookie).not.toMatch(/domain/i)
    const token = /=([\w-]{43});/.exec(cookie!)![1]!
    const row = await DB.prepare('SELECT * FROM sessions').first()
    expect(JSON.stringify(row)).not.toContain(token)
  })

  it('makes a person of who is new, and takes nothing from the request but her name', async () => {
    const phone = newPhone()
    const { code } = await ask(phone)
    const more = { name: '  Siti\tAminah ', role: 'owner', id: 'x', totpConfirmedAt: 1, version: 9 }
    const me = expected(await trying(phone, code, more), 201)
    expect(me).toMatchObject({ person: { name: 'Siti Aminah', phone }, organizations: [] })
    expect(me.secondFactor).toEqual({ enrolled: false, fresh: false })
    expect(me.person!.id).not.toBe('x')
  })

  it('finds the same person again', async () => {
    const once = await aPerson()
    const again = await signIn(once.phone, 'Nama Lain')
    expect(again.id).toBe(once.id)
    expect(expected(await again.get('/api/me'), 200)).toEqual(
      expected(await once.get('/api/me'), 200),
    )
  })

  it('is a new one each time, and ends the one that the browser carried', async () => {
    const person = await aPerson()
    const carried = new Map(person.cookies)
    const { code } = await ask(person.phone)
    expected(await person.post('/api/sessions', { to: person.phone, code }), 201)
    expect([...person.cookies]).not.toEqual([...carried])
    const old = new Client()
    for (const [name, value] of carried) old.cookies.set(name, value)
    expect((await old.get('/api/me')).status).toBe(401)
  })

  it('is not what somebody planted', async () => {
    const planted = new Client()
    planted.cookies.set('__Host-lumbung_session', 'a'.repeat(43))
    const phone = newPhone()
    const { code } = await ask(phone)
    expected(await planted.post('/api/sessions', { to: phone, code }), 201)
    expect(planted.cookies.get('__Host-lumbung_session')).not.toBe('a'.repeat(43))
  })

  it('ends with sign-out on the server too, and clears what the browser holds', async () => {
    const person = await aPerson()
    const carried = new Map(person.cookies)
    const left = await person.delete('/api/sessions/current')
    expect(left.status).toBe(204)
    expect(left.headers.get('clear-site-data')).toContain('"cookies"')
    expect(person.cookies.size).toBe(0)
    const replay = new Client()
    for (const [name, value] of carried) replay.cookies.set(name, value)
    expect((await replay.get('/api/me')).status).toBe(401)
    expect((await new Client().delete('/api/sessions/current')).status).toBe(401)
  })

  it('ends after thirty days', async () => {
    const start = clock.now
    const person = await aPerson()
    clock.now = start + 30 * 24 * 60 * MINUTE
    expect((await person.get('/api/me')).status).toBe(401)
    clock.now = start
  })

  it('can be seen and ended from another one, by its owner alone', async () => {
    const here = await aPerson()
    const there = await signIn(here.phone)
    const { items } = expected(await here.get('/api/sessions'), 200)
    const listed = items as unknown as { id: string; current: boolean }[]
    expect(listed.map((one) => one.current).sort()).toEqual([false, true])
    const other = listed.find((one) => !one.current)!

    const stranger = await aPerson()
    expect((await stranger.delete(`/api/sessions/${other.id}`)).status).toBe(404)
    expect((await new Client().get('/api/sessions')).status).toBe(401)
    expect((await here.delete(`/api/sessions/${other.id}`)).status).toBe(204)
    expect((await there.get('/api/me')).status).toBe(401)
    expect((await here.get('/api/me')).status).toBe(200)
  })
})

describe('what is mine', () => {
  it('is shown to me alone', async () => {
    expect((await new Client().get('/api/me')).body.slug).toBe('not-signed-in')
    const operator = await anOperator()
    const { organizations } = expected(await operator.owner.get('/api/me'), 200)
    expect(organizations).toMatchObject([{ kind: 'operator', roles: ['owner'] }])
  })

  it('is my name and my language, and nothing more that I may change', async () => {
    const person = await aPerson()
    const change = { name: 'Ningsih', locale: 'en', phone: '6281', totpConfirmedAt: 1 }
    const { person: changed } = expected(await person.patch('/api/me', change), 200)
    expect(changed).toMatchObject({ name: 'Ningsih', locale: 'en', phone: person.phone })
    const refused = await person.patch('/api/me', { name: 'x' })
    expect([refused.status, refused.body.errors]).toMatchObject([400, [{ pointer: '/name' }]])
    expect((await new Client().patch('/api/me', { name: 'Siti' })).status).toBe(401)
  })
})
