import { describe, expect, it } from 'vitest'
import { Client } from '#test/support/client'
import { acceptanceOf, accepts, anApplication, WISH } from '#test/support/desk'
import {
  aDesk,
  aGroup,
  aGroupApplication,
  agrees,
  approves,
  asked,
  sharesOf,
} from '#test/support/applying'
import { aPerson, expected, signIn } from '#test/support/world'

const RELATION = { name: 'Ibu Ratna', relation: 'Kakak' }

describe('shares of a group’s loan', () => {
  it('are agreed to by each member herself before the agreement can be accepted', async () => {
    const desk = await aDesk()
    const group = await aGroup()
    const path = `/api/loan-applications/${await aGroupApplication(group, desk.productId)}`
    await approves(desk, path)
    const { hash: agreement } = expected(await group.chair.get(`${path}/agreement`), 200)
    const early = await group.chair.post(`${path}/acceptance-codes`, { agreement })
    expect([early.status, early.body.slug, early.body.facts.missing.length]).toEqual([
      409,
      'pledges-missing',
      2,
    ])
    for (const member of group.members) await agrees(member)

    await accepts(group.chair, path)

    const { pledges, borrowerKind } = expected(await group.chair.get(path), 200)
    expect(borrowerKind).toBe('group')
    expect(pledges.map((one: { agreed: number }) => one.agreed)).toEqual(
      expect.arrayContaining([2_500_000, 1_666_667, 833_333]),
    )
    const late = await group.members[0]!.post(
      `/api/pledges/${(await asked(group.members[0]!))[0].id}/answer`,
      { answer: 'declined' },
    )
    expect([late.status, late.body.slug]).toEqual([409, 'illegal-transition'])
  })

  it('sum to the amount, of members, each once', async () => {
    const { productId } = await aDesk()
    const group = await aGroup()
    const stranger = await aPerson()
    const [first, second, third] = sharesOf(group)
    const apply = (shares: object[]) =>
      group.chair.post('/api/loan-applications', {
        ...{ ...WISH, productId, groupId: group.id, shares },
      })
    const short = await apply([first!, second!])
    expect([short.status, short.body.errors[0].pointer]).toEqual([422, '/shares'])
    const foreign = await apply([first!, second!, { ...third!, personId: stranger.id }])
    expect(foreign.body.errors[0].pointer).toBe('/shares/2/personId')
    const twice = await apply([first!, second!, { ...second!, amount: 1_000_000 }])
    expect(twice.body.errors[0].pointer).toBe('/shares/2/personId')
  })

  it('are told to each member where she is reached, with the sum and the way to her own page', async () => {
    const desk = await aDesk()
    const group = await aGroup()
    await aGroupApplication(group, desk.productId)
    const { items } = expected(await desk.operator.owner.get('/api/outbox?limit=100'), 200)
    const told = items.filter((one: { template: string }) => one.template === 'share-asked')
    expect(told.map((one: { destination: string }) => one.destination).sort()).toEqual(
      group.members.map((one) => one.phone).sort(),
    )
    expect(told[0].body).toMatch(/Rp [12]\.000\.000.*\/pledges\//)
  })

  it('are nobody else’s to answer', async () => {
    const desk = await aDesk()
    const group = await aGroup()
    await aGroupApplication(group, desk.productId)
    const [pledge] = await asked(group.members[0]!)
    const answer = { answer: 'confirmed' }
    for (const other of [group.chair, group.members[1]!, desk.lender.officer]) {
      expect((await other.get(`/api/pledges/${pledge.id}`)).status).toBe(404)
      expect((await other.post(`/api/pledges/${pledge.id}/answer`, answer)).status).toBe(404)
    }
    expect((await new Client().get('/api/pledges')).status).toBe(401)
    expect((await group.chair.get('/api/pledges?limit=0')).status).toBe(400)
    const wrong = await group.members[0]!.post(`/api/pledges/${pledge.id}/answer`, {})
    expect(wrong.status).toBe(400)
    const own = expected(await group.members[0]!.get(`/api/pledges/${pledge.id}`), 200)
    expect(own).toMatchObject({ kind: 'share', open: true, application: { group: group.name } })
    expect(JSON.stringify(own)).not.toMatch(/income|costs/i)
  })

  it('may be written anew until it is decided; who said yes to as much need not say it again', async () => {
    const desk = await aDesk()
    const group = await aGroup()
    const path = `/api/loan-applications/${await aGroupApplication(group, desk.productId)}`
    await agrees(group.members[0]!)
    const [first, second, third] = sharesOf(group)
    const shares = [
      { ...first!, amount: 3_500_000 },
      { ...second!, amount: 1_000_000 },
      { ...third!, amount: 1_500_000 },
    ]
    const { items } = expected(await group.chair.put(`${path}/pledges`, { shares }), 200)
    const of = (amount: number) => items.find((one: { amount: number }) => one.amount === amount)
    expect([of(1_000_000).status, of(1_500_000).status]).toEqual(['confirmed', 'asked'])
    expect((await group.chair.put(`${path}/pledges`, { shares: [] })).status).toBe(422)
    expect((await group.members[0]!.put(`${path}/pledges`, { shares })).status).toBe(404)
    for (const who of [group.chair, group.members[1]!]) await agrees(who)
    await approves(desk, path)
    expect((await group.chair.put(`${path}/pledges`, { shares })).status).toBe(409)
  })

  it('an enterprise borrows without shares', async () => {
    const { productId } = await aDesk()
    const group = await aGroup()
    const id = await anApplication(group.chair, productId, { groupId: group.id })
    const { body } = await group.chair.get(`/api/loan-applications/${id}`)
    expect([body.borrowerKind, body.pledges]).toEqual(['enterprise', []])
  })
})

describe('a guarantor', () => {
  it('who never signed in finds what she is asked under her number, and answers', async () => {
    const desk = await aDesk()
    const phone = '6281399990001'
    const guarantors = [{ ...RELATION, phone: '0813-9999-0001' }]
    const id = await anApplication(desk.borrower, desk.productId, { guarantors })
    const guarantor = await signIn(phone, 'Ratna')
    expect(await asked(guarantor)).toMatchObject([{ kind: 'guarantee', status: 'asked' }])
    await agrees(guarantor, 'declined')
    await agrees(guarantor)
    const { pledges } = expected(await desk.borrower.get(`/api/loan-applications/${id}`), 200)
    expect(pledges).toMatchObject([{ name: 'Ibu Ratna', relation: 'Kakak', status: 'confirmed' }])
    await approves(desk, `/api/loan-applications/${id}`)
    await accepts(desk.borrower, `/api/loan-applications/${id}`)
  })

  it('is not the applicant herself, nor one of the group, nor named twice', async () => {
    const { productId, borrower } = await aDesk()
    const group = await aGroup()
    const apply = (who: typeof borrower, guarantors: object[], more = {}) =>
      who.post('/api/loan-applications', { ...WISH, productId, guarantors, ...more })
    const self = await apply(borrower, [{ ...RELATION, phone: borrower.phone }])
    expect([self.status, self.body.errors[0].pointer]).toEqual([422, '/guarantors/0/phone'])
    const member = { ...RELATION, phone: group.members[0]!.phone }
    const carried = { groupId: group.id, shares: sharesOf(group) }
    expect((await apply(group.chair, [member], carried)).status).toBe(422)
    const twice = { ...RELATION, phone: '0813 9999 0002' }
    const { body } = await apply(borrower, [twice, twice])
    expect(body.errors[0].pointer).toBe('/guarantors/1/phone')
  })

  it('does not vouch for whom vouches for her, over however many others', async () => {
    const { productId } = await aDesk()
    const [one, two, three] = [await aPerson(), await aPerson(), await aPerson()]
    const by = (who: { phone: string }) => ({ guarantors: [{ ...RELATION, phone: who.phone }] })
    await anApplication(one, productId, by(two))
    const second = await anApplication(two, productId, by(three))
    const loop = { ...WISH, productId, ...by(one) }
    const { status, body } = await three.post('/api/loan-applications', loop)
    expect([status, body.errors[0].pointer]).toEqual([422, '/guarantors/0/phone'])
    expected(await two.post(`/api/loan-applications/${second}/withdrawal`), 201)
    expected(await three.post('/api/loan-applications', loop), 201)
  })

  it('two who name each other at the same moment are not both taken', async () => {
    const { productId } = await aDesk()
    const [one, two] = [await aPerson(), await aPerson()]
    const apply = (who: typeof one, by: typeof one) =>
      who.post('/api/loan-applications', {
        ...{ ...WISH, productId, guarantors: [{ ...RELATION, phone: by.phone }] },
      })
    const answers = await Promise.all([apply(one, two), apply(two, one)])
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 422])
  })

  it('who takes her word back in the moment of acceptance is heard', async () => {
    const desk = await aDesk()
    const guarantor = await aPerson()
    const guarantors = [{ ...RELATION, phone: guarantor.phone }]
    const id = await anApplication(desk.borrower, desk.productId, { guarantors })
    const path = `/api/loan-applications/${id}`
    await agrees(guarantor)
    await approves(desk, path)
    const acceptance = await acceptanceOf(desk.borrower, path)
    await agrees(guarantor, 'declined')
    const { status, body } = await desk.borrower.post(`${path}/acceptance`, acceptance)
    expect([status, body.slug]).toEqual([409, 'pledges-missing'])
  })
})
