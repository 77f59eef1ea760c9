/** Members: removed and given roles at once everywhere, and never without someone who leads. */
import { describe, expect, it } from 'vitest'
import { Client, type Answer } from '#test/support/client'
import { aLender, anOperator, expected, inviteAndJoin, signIn } from '#test/support/world'

describe('members', () => {
  const membersOf = (answer: Answer) =>
    expected(answer, 200).members as unknown as {
      personId: string
      phone: string
      roles: string[]
    }[]

  it('are seen by members alone, their numbers in full by who manages', async () => {
    const operator = await anOperator()
    const own = await aLender(operator, ['officer'])
    const other = await aLender(operator, [])
    const path = `/api/organizations/${own.slug}`
    const phones = (answer: Answer) => membersOf(answer).map((one) => one.phone)
    expect(phones(await own.owner.get(path))).toContain(own.officer.phone)
    expect(phones(await own.officer.get(path)).every((one) => one.includes('••••'))).toBe(true)
    expect((await other.owner.get(path)).status).toBe(404)
    expect((await operator.owner.get(path)).status).toBe(404)
    expect((await new Client().get(path)).status).toBe(401)
  })

  it('lose role and session at once when they are removed', async () => {
    const operator = await anOperator()
    const own = await aLender(operator, ['cashier'])
    const elsewhere = await signIn(own.cashier.phone)
    const path = `/api/organizations/${own.slug}/members/${own.cashier.id}`
    expect((await own.owner.delete(path)).status).toBe(204)
    expect((await own.cashier.get('/api/me')).status).toBe(401)
    expect((await elsewhere.get('/api/me')).status).toBe(401)
    const again = await signIn(own.cashier.phone)
    expect(expected(await again.get('/api/me'), 200).organizations).toEqual([])
    expect((await own.owner.delete(path)).status).toBe(404)
  })

  it('are removed by who manages this organization, nobody else', async () => {
    const operator = await anOperator()
    const own = await aLender(operator, ['officer', 'cashier'])
    const other = await aLender(operator, [])
    const path = `/api/organizations/${own.slug}/members/${own.cashier.id}`
    expect((await own.officer.delete(path)).status).toBe(403)
    expect((await other.owner.delete(path)).status).toBe(404)
    expect((await operator.owner.delete(path)).status).toBe(404)
    expect((await new Client().delete(path)).status).toBe(401)
    expect((await own.cashier.get('/api/me')).status).toBe(200)
  })

  it('are given other roles, which ends their sessions but not one’s own', async () => {
    const operator = await anOperator()
    const own = await aLender(operator, ['officer'])
    const path = (id: string) => `/api/organizations/${own.slug}/members/${id}/roles`
    const changed = await own.owner.put(path(own.officer.id), { roles: ['approver', 'cashier'] })
    expect(expected(changed, 200)).toMatchObject({ roles: ['approver', 'cashier'] })
    expect((await own.officer.get('/api/me')).status).toBe(401)

    expected(await own.owner.put(path(own.owner.id), { roles: ['owner', 'officer'] }), 200)
    expect((await own.owner.get('/api/me')).status).toBe(200)
  })

  it('get no role of another kind of organization, and never none', async () => {
    const operator = await anOperator()
    const own = await aLender(operator, ['officer'])
    const path = `/api/organizations/${own.slug}/members/${own.officer.id}/roles`
    for (const roles of [['chair'], [], 'owner', ['operator:owner'], ['officer', 'x']]) {
      expect((await own.owner.put(path, { roles })).status).toBe(400)
    }
    expect((await own.officer.put(path, { roles: ['owner'] })).status).toBe(403)
    expect((await operator.owner.put(path, { roles: ['owner'] })).status).toBe(404)
    expect((await new Client().put(path, { roles: ['owner'] })).status).toBe(401)
  })

  it('always have someone who leads', async () => {
    const operator = await anOperator()
    const { slug, owner } = await aLender(operator, [])
    const path = `/api/organizations/${slug}/members/${owner.id}`
    expect((await owner.delete(path)).body.slug).toBe('last-lead')
    expect((await owner.put(`${path}/roles`, { roles: ['officer'] })).body.slug).toBe('last-lead')
    expect(expected(await owner.get('/api/me'), 200).organizations).toMatchObject([
      { roles: ['owner'] },
    ])
  })

  it('who lead remove each other at once: one remains', async () => {
    const operator = await anOperator()
    const { slug, owner } = await aLender(operator, [])
    const second = await inviteAndJoin(owner, slug, 'owner')
    const remove = (by: Client, id: string) => by.delete(`/api/organizations/${slug}/members/${id}`)
    const answers = await Promise.all([remove(owner, second.id), remove(second, owner.id)])
    const statuses = answers.map((one) => one.status)
    expect(statuses.filter((one) => one === 204)).toHaveLength(1)
    expect([401, 409]).toContain(statuses.find((one) => one !== 204))
    const left = (await owner.get('/api/me')).status === 200 ? owner : second
    expect(membersOf(await left.get(`/api/organizations/${slug}`))).toHaveLength(1)
  })
})
