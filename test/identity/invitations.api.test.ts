/** Invitations: for one number, one role, fourteen days and once. */
import { describe, expect, it } from 'vitest'
import { Client, clock } from '#test/support/client'
import {
  aLender,
  anOperator,
  aPerson,
  expected,
  newPhone,
  withSecondFactor,
} from '#test/support/world'

const DAY = 24 * 60 * 60 * 1000

describe('an invitation', () => {
  const inviteTo = (client: Client, slug: string, phone: string, role = 'officer') =>
    client.post(`/api/organizations/${slug}/invitations`, { phone, role })
  const accept = (client: Client, id: unknown) => client.post(`/api/invitations/${id}/acceptance`)

  it('is seen by who it is for, and gives her the role', async () => {
    const operator = await anOperator()
    const { slug, owner } = await aLender(operator, [])
    const person = await aPerson()
    const { id } = expected(await inviteTo(owner, slug, person.phone), 201)
    const { items } = expected(await person.get('/api/invitations'), 200)
    expect(items).toMatchObject([{ id, organization: { slug }, role: 'officer' }])

    expected(await accept(person, id), 201)
    expect(expected(await person.get('/api/me'), 200).organizations).toMatchObject([
      { slug, roles: ['officer'] },
    ])
    expect(expected(await person.get('/api/invitations'), 200).items).toEqual([])
    expect(expected(await owner.get(`/api/organizations/${slug}/invitations`), 200).items).toEqual(
      [],
    )
  })

  it('is for its number alone, however it is forwarded', async () => {
    const operator = await anOperator()
    const { slug, owner } = await aLender(operator, [])
    const { id } = expected(await inviteTo(owner, slug, newPhone()), 201)
    const other = await aPerson()
    expect((await accept(other, id)).status).toBe(404)
    expect((await accept(owner, id)).status).toBe(404)
    expect((await accept(new Client(), id)).status).toBe(401)
    expect(expected(await other.get('/api/invitations'), 200).items).toEqual([])
    expect((await new Client().get('/api/invitations')).status).toBe(401)
  })

  it('is accepted once, also when it is accepted twice at once', async () => {
    const operator = await anOperator()
    const { slug, owner } = await aLender(operator, [])
    const person = await aPerson()
    const { id } = expected(await inviteTo(owner, slug, person.phone), 201)
    const answers = await Promise.all([accept(person, id), accept(person, id)])
    expect(answers.filter((one) => one.status === 201)).toHaveLength(1)
    expect((await accept(person, id)).body.slug).toBe('invitation-invalid')
  })

  it('runs out after fourteen days', async () => {
    const start = clock.now
    const operator = await anOperator()
    const { slug, owner } = await aLender(operator, [])
    const person = await aPerson()
    const { id } = expected(await inviteTo(owner, slug, person.phone), 201)
    clock.now = start + 14 * DAY
    expect((await accept(person, id)).body.slug).toBe('invitation-invalid')
    clock.now = start
  })

  it('can be withdrawn', async () => {
    const operator = await anOperator()
    const { slug, owner } = await aLender(operator, [])
    const other = await aLender(operator, [])
    const person = await aPerson()
    const { id } = expected(await inviteTo(owner, slug, person.phone), 201)
    const path = `/api/organizations/${slug}/invitations/${id}`
    expect((await other.owner.delete(path)).status).toBe(404)
    expect((await person.delete(path)).status).toBe(403)
    expect((await new Client().delete(path)).status).toBe(401)
    expect((await owner.delete(path)).status).toBe(204)
    expect((await accept(person, id)).body.slug).toBe('invitation-invalid')
    expect((await owner.delete(path)).body.slug).toBe('invitation-invalid')
  })

  it('comes from who manages this organization, for a role of its kind, once', async () => {
    const operator = await anOperator()
    const own = await aLender(operator, ['officer'])
    const other = await aLender(operator, [])
    const phone = newPhone()
    expect((await inviteTo(own.officer, own.slug, phone)).status).toBe(403)
    expect((await inviteTo(other.owner, own.slug, phone)).status).toBe(404)
    expect((await inviteTo(new Client(), own.slug, phone)).status).toBe(401)
    expect((await inviteTo(own.owner, own.slug, phone, 'chair')).status).toBe(400)
    expect((await inviteTo(own.owner, own.slug, '0812')).body.errors).toMatchObject([
      { pointer: '/phone' },
    ])
    expect((await inviteTo(own.owner, own.slug, own.officer.phone)).status).toBe(409)
    expected(await inviteTo(own.owner, own.slug, phone), 201)
    expect((await inviteTo(own.owner, own.slug, phone)).body.slug).toBe('already-exists')
    const listed = await own.owner.get(`/api/organizations/${own.slug}/invitations`)
    expect(expected(listed, 200).items).toMatchObject([{ phone }])
    expect((await own.officer.get(`/api/organizations/${own.slug}/invitations`)).status).toBe(403)
    expect((await other.owner.get(`/api/organizations/${own.slug}/invitations`)).status).toBe(404)
  })

  it('does not move money before the invited has a second factor', async () => {
    const operator = await anOperator()
    const { slug, owner } = await aLender(operator, [])
    const person = await aPerson()
    const { id } = expected(await inviteTo(owner, slug, person.phone, 'cashier'), 201)
    expected(await accept(person, id), 201)
    const pay = () => person.post(`/api/loans/none/disbursement`, {})
    const refused = await pay()
    if (refused.status !== 404) expect(refused.body.slug).toBe('second-factor-required')
    await withSecondFactor(person)
    expect((await pay()).body.slug).not.toBe('second-factor-required')
  })
})
