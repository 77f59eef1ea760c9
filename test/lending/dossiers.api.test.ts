/** The dossier: sales with consent, the repayment record, visits, conditions, and what I may do. */
import { describe, expect, it } from 'vitest'
import { aDesk, anOfficer, anOpenOne, APPROVAL, aRecommendedOne } from '#test/support/committee'
import { Client, clock, type Json } from '#test/support/client'
import { accepts, ADVICE } from '#test/support/desk'
import { aCompletedOrder, aStockedShop } from '#test/support/orders'
import { pngOf } from '#test/support/pictures'
import { aLender, aPerson, expected, signInAgain, type Person } from '#test/support/world'

const DAY = 24 * 60 * 60 * 1000
const PNG = pngOf(80, 80).slice().buffer

describe('a dossier', () => {
  it('tells sales only with consent, in facts that each have points, weight and part', async () => {
    const desk = await aDesk()
    const { operator, lender } = desk
    const stocked = await aStockedShop(operator)
    const { shop } = stocked
    const phone = '0812-7777-1234'
    await aCompletedOrder({ operator, ...stocked }, { phone })
    await aCompletedOrder({ operator, ...stocked }, { phone })
    const wish = { groupId: shop.id }
    const closed = await anOpenOne(desk, shop.chair, wish)
    const hidden = expected(await lender.officer.get(`${closed}/dossier`), 200)
    expect(hidden.sales).toBeNull()
    const unknown = hidden.sheet.facts.find((one: Json) => one.fact === 'completed-orders')
    expect(unknown).toMatchObject({ value: null, points: null, part: 0 })

    const path = await anOpenOne(desk, shop.chair, { ...wish, shareSalesOf: shop.id })
    const { sales, sheet } = expected(await lender.officer.get(`${path}/dossier`), 200)
    expect(sales).toMatchObject({
      enterprise: { id: shop.id },
      ...{ monthsSelling: 1, completedOrders: 2, buyers: 1, returningBuyers: 1 },
      ...{ variation: null, steadiness: null, seasons: null },
    })
    const known = Object.fromEntries(sheet.facts.map((one: Json) => [one.fact, one.value]))
    expect(known).toMatchObject({ 'completed-orders': 2, 'repeat-buyers': 100, cancellations: 0 })
  })

  it('says plainly that savings and training are not recorded, and does not count them', async () => {
    const desk = await aDesk()
    const path = await anOpenOne(desk)
    const { savings, training, sheet } = expected(
      await desk.lender.officer.get(`${path}/dossier`),
      200,
    )
    expect([savings, training]).toEqual([null, null])
    const unknown = sheet.facts.filter((one: Json) => ['savings', 'training'].includes(one.fact))
    expect(unknown.map((one: Json) => one.part)).toEqual([0, 0])
  })

  it('counts how earlier instalments were paid, her own apart from those around her', async () => {
    const desk = await aDesk()
    const { lender } = desk
    const applicant = await aPerson()
    const first = await aRecommendedOne(desk, applicant)
    expected(await lender.approver.post(`${first}/decision`, APPROVAL), 201)
    await accepts(applicant, first)
    const loan = expected(await lender.cashier.post(`${first}/disbursement`), 201)
    const { instalments } = expected(await lender.cashier.get(`/api/loans/${loan.id}`), 200)
    const { interest, principal } = instalments[0].asked
    clock.now += 35 * DAY
    const cashier = await signInAgain(lender.cashier)
    const paid = { amount: interest + principal, channel: 'cash' }
    expected(await cashier.post(`/api/loans/${loan.id}/repayments`, paid), 201)
    const path = await anOpenOne(desk, await signInAgain(applicant))
    const officer = await signInAgain(lender.officer)
    const { record, around, loans } = expected(await officer.get(`${path}/dossier`), 200)
    expect(record).toMatchObject({ due: 1, onTime: 0, share: 0, worstLate: 5, repaid: 0 })
    expect(around).toMatchObject({ due: 0, share: null, worstLate: null })
    expect(loans).toHaveLength(1)
  })

  it('says what its reader may do, and why not the rest', async () => {
    const desk = await aDesk()
    const { lender } = desk
    const path = await anOpenOne(desk)
    const mayOf = async (person: Person) =>
      expected(await person.get(`${path}/dossier`), 200).approval.may
    const no = 'not-permitted'
    const away = { handOver: 'taken-by-another' }
    expect(await mayOf(lender.officer)).toEqual({
      ...away,
      take: null,
      recommend: null,
      decide: no,
      vote: no,
    })
    expected(await lender.officer.post(`${path}/recommendation`, ADVICE), 201)
    expect(await mayOf(await anOfficer(desk))).toMatchObject({ recommend: 'taken-by-another' })
    expect(await mayOf(lender.approver)).toEqual({
      ...away,
      ...{ take: no, recommend: no, decide: null },
      vote: 'illegal-transition',
    })
    expected(await lender.approver.post(`${path}/decision`, APPROVAL), 201)
    expect(await mayOf(lender.owner)).toMatchObject({ decide: 'illegal-transition' })
    expect((await lender.cashier.get(`${path}/dossier`)).status).toBe(403)
    expect((await lender.officer.get('/api/loan-applications/none/dossier')).status).toBe(404)
  })
})

describe('a visit', () => {
  const seen = { visitedOn: '2026-11-20', place: 'Rajapolah', note: 'Dua alat tenun berjalan.' }

  it('is recorded by who was there, and counts in the score', async () => {
    const desk = await aDesk()
    const { lender } = desk
    const path = await anOpenOne(desk)
    const visitsOf = async () => expected(await lender.approver.get(`${path}/dossier`), 200)
    const before = (await visitsOf()).sheet.score
    const { id } = expected(await lender.officer.post(`${path}/visits`, seen), 201)
    const after = await visitsOf()
    expect(after.visits).toMatchObject([{ ...seen, hasPicture: false }])
    expect(after.sheet.score).toBeGreaterThan(before)

    const picture = `${path}/visits/${id}/picture`
    expect((await lender.officer.get(picture)).status).toBe(404)
    expect((await lender.officer.post(picture, PNG)).status).toBe(201)
    expect((await lender.officer.post(picture, PNG)).status).toBe(409)
    const shown = await lender.approver.get(picture)
    expect([shown.status, shown.headers.get('content-type')]).toEqual([200, 'image/png'])
  })

  it('is refused of a day to come, of kin, of the wrong person, and with what is no picture', async () => {
    const desk = await aDesk()
    const { lender, operator } = desk
    const applicant = await aPerson()
    const path = await anOpenOne(desk, applicant)
    const ahead = await lender.officer.post(`${path}/visits`, { ...seen, visitedOn: '2026-12-01' })
    expect([ahead.status, ahead.body.errors[0].pointer]).toEqual([422, '/visitedOn'])
    expect((await lender.cashier.post(`${path}/visits`, seen)).status).toBe(403)
    const other = await aLender(operator, ['officer'])
    expect((await other.officer.post(`${path}/visits`, seen)).status).toBe(404)
    const { id } = expected(await lender.officer.post(`${path}/visits`, seen), 201)
    const picture = `${path}/visits/${id}/picture`
    expect((await lender.officer.post(picture, 'no picture')).status).toBe(422)
    expect((await lender.approver.post(picture, PNG)).status).toBe(403)
    expect((await other.officer.get(picture)).status).toBe(404)
    expect((await new Client().get(picture)).status).toBe(401)
    const tie = { phone: lender.officer.phone, relation: 'family' }
    expected(await applicant.post('/api/me/ties', tie), 201)
    expect((await lender.officer.post(`${path}/visits`, seen)).body.slug).toBe('own-application')
  })
})

describe('a condition', () => {
  const approved = async () => {
    const desk = await aDesk()
    const applicant = await aPerson()
    const path = await aRecommendedOne(desk, applicant)
    const conditions = ['Surat jaminan kelompok', 'Rekening atas nama sendiri']
    expected(await desk.lender.approver.post(`${path}/decision`, { ...APPROVAL, conditions }), 201)
    const { decision } = expected(await applicant.get(path), 200)
    expect(decision.conditions).toEqual(conditions)
    await accepts(applicant, path)
    return { ...desk, path }
  }
  const met = { isMet: true, note: 'Map 12' }

  it('keeps the money until it is met, and may be opened again before', async () => {
    const { lender, path } = await approved()
    const early = await lender.cashier.post(`${path}/disbursement`)
    expect([early.status, early.body.slug]).toEqual([409, 'conditions-unmet'])
    expected(await lender.officer.put(`${path}/conditions/1`, met), 200)
    const ticked = expected(await lender.officer.put(`${path}/conditions/2`, met), 200)
    expect(ticked.met).toMatchObject({ note: 'Map 12' })
    const open = { isMet: false, note: 'Rekening orang lain.' }
    expect(expected(await lender.approver.put(`${path}/conditions/2`, open), 200).met).toBeNull()
    expect((await lender.cashier.post(`${path}/disbursement`)).status).toBe(409)
    expected(await lender.officer.put(`${path}/conditions/2`, met), 200)
    expect((await lender.cashier.post(`${path}/disbursement`)).status).toBe(201)
    const late = await lender.officer.put(`${path}/conditions/2`, open)
    expect([late.status, late.body.slug]).toEqual([409, 'illegal-transition'])
  })

  it('is ticked by an officer of this lender, once', async () => {
    const { operator, lender, path } = await approved()
    expect((await lender.cashier.put(`${path}/conditions/1`, met)).status).toBe(403)
    const other = await aLender(operator, ['officer'])
    expect((await other.officer.put(`${path}/conditions/1`, met)).status).toBe(404)
    expect((await lender.officer.put(`${path}/conditions/9`, met)).status).toBe(404)
    expected(await lender.officer.put(`${path}/conditions/1`, met), 200)
    expect((await lender.officer.put(`${path}/conditions/1`, met)).status).toBe(409)
  })
})
