/** Organizations: opened by the operator, filled by invitation, always led by someone. */
import { describe, expect, it } from 'vitest'
import { Client } from '#test/support/client'
import {
  aFacilitator,
  aLender,
  anOperator,
  aPartner,
  aPerson,
  expected,
  newPhone,
  signIn,
} from '#test/support/world'

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

  it('is told to those who lead', async () => {
    const operator = await anOperator()
    const { slug, owner } = await aLender(operator, [])
    expected(await set(operator.owner, slug, 'paused'), 200)
    const { items } = expected(await operator.owner.get('/api/outbox'), 200)
    const told = (items as unknown as { template: string; destination: string }[])
      .filter((one) => one.template.startsWith('organization-'))
      .map((one) => [one.template, one.destination])
    expect(told.sort()).toEqual([
      ['organization-open', owner.phone],
      ['organization-paused', owner.phone],
    ])
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
