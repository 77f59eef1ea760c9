/** Sessions: what follows a code, where it ends, and what cannot be planted or carried on. */
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
