import { describe, expect, it } from 'vitest'
import { Client, clock } from '#test/support/client'
import { aDesk } from '#test/support/applying'
import { anApplication } from '#test/support/desk'
import { ring } from '#test/support/ticking'
import { aPerson, expected, signIn, signInAgain } from '#test/support/world'
import { forgetExpired } from '#worker/jobs/forgetting'

const ID = '3f2a90c1-0000-4000-8000-00000000000a'
const path = `/api/application-drafts/${ID}`
const content = { purpose: 'Membeli benang', amount: '6 juta' }

describe('a draft', () => {
  it('is kept as it was typed, and found on another device', async () => {
    const person = await aPerson()
    expect(expected(await person.put(path, { content, seen: 0 }), 200).version).toBe(1)
    const elsewhere = await signIn(person.phone)
    const { items } = expected(await elsewhere.get('/api/application-drafts'), 200)
    expect(items).toMatchObject([{ id: ID, content, version: 1 }])
    const more = { ...content, instalments: '12' }
    expect(expected(await elsewhere.put(path, { content: more, seen: 1 }), 200).version).toBe(2)
    const stale = await person.put(path, { content, seen: 1 })
    expect([stale.status, stale.body.slug]).toEqual([409, 'outdated'])
    expect(expected(await person.get(path), 200).content).toEqual(more)
  })

  it('of two devices at once keeps one', async () => {
    const person = await aPerson()
    expected(await person.put(path, { content, seen: 0 }), 200)
    const write = (amount: string) => person.put(path, { content: { amount }, seen: 1 })
    const answers = await Promise.all([write('1 juta'), write('2 juta')])
    expect(answers.map((one) => one.status).sort()).toEqual([200, 409])
  })

  it('keeps no number of identity', async () => {
    const person = await aPerson()
    const typed = { ...content, nik: '3174015508900001' }
    expected(await person.put(path, { content: typed, seen: 0 }), 200)
    expect((await person.get(path)).text).not.toContain('3174015508900001')
  })

  it('is nobody else’s', async () => {
    const person = await aPerson()
    expected(await person.put(path, { content, seen: 0 }), 200)
    const other = await aPerson()
    expect((await other.get(path)).status).toBe(404)
    expect((await other.delete(path)).status).toBe(404)
    expect((await other.put(path, { content: {}, seen: 0 })).status).toBe(409)
    expect(expected(await other.get('/api/application-drafts'), 200).items).toEqual([])
    for (const guest of [new Client()]) {
      expect((await guest.get('/api/application-drafts')).status).toBe(401)
      expect((await guest.put(path, { content, seen: 0 })).status).toBe(401)
    }
    expect((await person.put(path, { content: { 'no field!': '' }, seen: 0 })).status).toBe(400)
  })

  it('is thrown away by hand, by sending the application, and after half a year', async () => {
    const { productId } = await aDesk()
    const person = await aPerson()
    const drafts = async () => expected(await person.get('/api/application-drafts'), 200).items
    expected(await person.put(path, { content, seen: 0 }), 200)
    expect((await person.delete(path)).status).toBe(204)
    expect(await drafts()).toEqual([])
    expected(await person.put(path, { content, seen: 0 }), 200)
    await anApplication(person, productId, { draftId: ID })
    expect(await drafts()).toEqual([])
    expected(await person.put(path, { content, seen: 0 }), 200)
    clock.now += 181 * 24 * 60 * 60 * 1000
    await ring(forgetExpired)
    await signInAgain(person)
    expect(await drafts()).toEqual([])
  })

  it('there are ten at most', async () => {
    const person = await aPerson()
    const put = (n: number) =>
      person.put(`/api/application-drafts/3f2a90c1-0000-4000-8000-0000000000${10 + n}`, {
        ...{ content, seen: 0 },
      })
    for (let n = 0; n < 10; n += 1) expected(await put(n), 200)
    expect((await put(10)).status).toBe(422)
  })
})
