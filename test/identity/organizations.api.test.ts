/** Organizations: opened by the operator, filled by invitation, always led by someone. */
import { describe, expect, it } from 'vitest'
import { Client, clock, type Answer } from '#test/support/client'
import {
  aFacilitator,
  aLender,
  anOperator,
  aPartner,
  aPerson,
  expected,
  inviteAndJoin,
  newPhone,
  signIn,
  withSecondFactor,
} from '#test/support/world'

const DAY = 24 * 60 * 60 * 1000
const lender = (name: string, phone = newPhone()) => ({
  kind: 'lender',
  name,
  lead: { phone, name: 'Wayan Sutama' },
})

describe('opening an organization', () => {
  it('is for the operator, who names its first owner by her number', async () => {
    const operator = await anOperator(['staff'])
    const phone = newPhone()
    const asked = lender('Koperasi Simpan Pinjam Sejahtera', phone)
    const opened = expected(await operator.staff.post('/api/organizations', asked), 201)
    expect(opened).toMatchObject({ slug: 'koperasi-simpan-pinjam-sejahtera', status: 'open' })
    const { organizations } = expected(await (await signIn(phone)).get('/api/me'), 200)
    expect(organizations).toMatchObject([{ slug: opened.slug, roles: ['owner'] }])
  })

  it('makes a person who is there already the owner, not a second person', async () => {
    const operator = await anOperator()
    const person = await aPerson()
    expected(await operator.owner.post('/api/organizations', lender('BUM Desa', person.phone)), 201)
    const me = expected(await person.get('/api/me'), 200)
    expect(me).toMatchObject({ person: { id: person.id }, organizations: [{ roles: ['owner'] }] })
  })

  it('refuses a name that is taken, or has no letters, or a kind that opens otherwise', async () => {
    const { owner } = await anOperator()
    expected(await owner.post('/api/organizations', lender('Dana Bergulir')), 201)
    const again = await owner.post('/api/organizations', lender('Dana Bergulir'))
    expect([again.status, again.body.slug]).toEqual([409, 'already-exists'])
    expect((await owner.post('/api/organizations', lender('烏龍茶'))).status).toBe(400)
    const kind = { ...lender('Usaha'), kind: 'enterprise' }
    expect((await owner.post('/api/organizations', kind)).body.errors).toMatchObject([
      { pointer: '/kind' },
    ])
  })

  it('is refused to everyone else', async () => {
    const operator = await anOperator()
    const { officer } = await aLender(operator, ['officer'])
    expect((await officer.post('/api/organizations', lender('Lain'))).status).toBe(403)
    expect((await new Client().post('/api/organizations', lender('Lain'))).status).toBe(401)
  })
})

describe('the list of organizations', () => {
  it('is paged, filtered, and says who leads', async () => {
    const operator = await anOperator()
    await aPartner(operator)
    const facilitator = await aFacilitator(operator, ['companion'])
    const own = await aLender(operator, [])

    const all = expected(await operator.owner.get('/api/organizations'), 200)
    const listed = all.items as unknown as { slug: string; members: number; leads: unknown[] }[]
    expect(listed.map((one) => one.slug).sort()).toHaveLength(4)
    expect(listed.find((one) => one.slug === facilitator.slug)).toMatchObject({
      members: 2,
      leads: [{ phone: facilitator.owner.phone }],
      next: ['paused', 'closed'],
    })

    const lenders = expected(await operator.owner.get('/api/organizations?kind=lender'), 200)
    expect(lenders.items).toMatchObject([{ slug: own.slug }])
    const seen: string[] = []
    let after = ''
    do {
      const page = expected(await operator.owner.get(`/api/organizations?limit=3${after}`), 200)
      seen.push(...(page.items as unknown as { slug: string }[]).map((one) => one.slug))
      after = page.next ? `&after=${page.next}` : ''
    } while (after)
    expect(seen).toEqual(listed.map((one) => one.slug))
  })

  it('is the operator’s', async () => {
    const operator = await anOperator(['treasurer'])
    expect((await operator.treasurer.get('/api/organizations')).status).toBe(403)
    expect((await new Client().get('/api/organizations')).status).toBe(401)
    expect((await operator.owner.get('/api/organizations?kind=bank')).status).toBe(400)
    expect((await operator.owner.get('/api/organizations?after=x')).status).toBe(400)
  })
})

describe('the state of an organization', () => {
  const set = (client: Client, slug: string, status: string) =>
    client.patch(`/api/organizations/${slug}/status`, { status })

  it('goes from open to paused and back, and to closed for good', async () => {
    const { owner } = await anOperator()
    const { slug } = expected(await owner.post('/api/organizations', lender('Dana Desa')), 201)
    const path = String(slug)
    expect((await set(owner, path, 'paused')).body).toMatchObject({ status: 'paused' })
    expect((await set(owner, path, 'open')).body).toMatchObject({ status: 'open' })
    expect((await set(owner, path, 'open')).body.slug).toBe('illegal-transition')
    expect((await set(owner, path, 'closed')).body).toMatchObject({ status: 'closed' })
    expect((await set(owner, path, 'open')).body.slug).toBe('illegal-transition')
  })

  it('closed leaves nobody who acts for it', async () => {
    const operator = await anOperator()
    const { slug, owner } = await aLender(operator, [])
    expected(await set(operator.owner, slug, 'closed'), 200)
    expect(expected(await owner.get('/api/me'), 200).organizations).toEqual([])
    expect((await owner.get(`/api/organizations/${slug}`)).status).toBe(403)
  })

  it('never changes for the operator itself, nor by anyone else', async () => {
    const operator = await anOperator()
    const own = await aLender(operator, [])
    expect((await set(operator.owner, operator.slug, 'closed')).body.slug).toBe(
      'illegal-transition',
    )
    expect((await set(own.owner, own.slug, 'paused')).status).toBe(403)
    expect((await set(new Client(), own.slug, 'paused')).status).toBe(401)
    expect((await set(operator.owner, 'tidak-ada', 'paused')).status).toBe(404)
  })
})

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
