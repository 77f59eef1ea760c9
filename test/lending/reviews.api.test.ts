/** The queue of a lender, and whose hands an application is in. */
import { describe, expect, it } from 'vitest'
import { aDesk, anOfficer, anOpenOne, aRecommendedOne, APPROVAL } from '#test/support/committee'
import { Client, clock, type Json } from '#test/support/client'
import { ADVICE, aLoanProduct } from '#test/support/desk'
import { anEnterprise } from '#test/support/shop'
import { aLender, aPerson, expected, type Person } from '#test/support/world'

const DAY = 24 * 60 * 60 * 1000
const idOf = (path: string) => path.split('/').at(-1)!
const ids = ({ body }: { body: Json }) => body.items.map((one: Json) => one.id)

describe('the queue', () => {
  it('is narrowed by state, product, officer, age, amount and kind of borrower', async () => {
    const desk = await aDesk()
    const { lender } = desk
    const other = await aLoanProduct(lender, { name: 'Talangan pesanan' })
    const old = idOf(await anOpenOne(desk, undefined, { amount: 2_000_000 }))
    clock.now += 3 * DAY
    const { id: groupId, chair } = await anEnterprise()
    const ofGroup = idOf(await anOpenOne(desk, chair, { groupId, amount: 9_000_000 }))
    clock.now += 1000
    const wish = { productId: other, amount: 4_000_000 }
    const taken = await anOpenOne(desk, undefined, wish)
    expected(await lender.officer.post(`${taken}/taking`), 201)

    const queue = async (query: string) =>
      ids(await lender.officer.get(`/api/lenders/${lender.slug}/loan-applications?${query}`))
    expect(await queue('')).toEqual([idOf(taken), ofGroup, old])
    expect(await queue('status=submitted')).toEqual([old, ofGroup])
    expect(await queue(`product=${other}`)).toEqual([idOf(taken)])
    expect(await queue(`officer=${lender.officer.id}`)).toEqual([idOf(taken)])
    expect(await queue('officer=none')).toEqual([ofGroup, old])
    expect(await queue('days=3')).toEqual([old])
    expect(await queue('least=3000000&most=5000000')).toEqual([idOf(taken)])
    expect(await queue('kind=enterprise')).toEqual([ofGroup])
    expect(await queue('kind=group')).toEqual([])
  })

  it('tells the age of each and in whose hands it is', async () => {
    const desk = await aDesk()
    const { lender } = desk
    const path = await anOpenOne(desk)
    expected(await lender.officer.post(`${path}/taking`), 201)
    clock.now += 5 * DAY + 1000
    const { body } = await lender.officer.get(`/api/lenders/${lender.slug}/loan-applications`)
    expect(body.items[0]).toMatchObject({
      age: 5,
      status: 'in-review',
      borrowerKind: 'person',
      officer: { id: lender.officer.id },
    })
  })

  it('is paged without a gap or a repetition, from either end', async () => {
    const desk = await aDesk()
    const { lender } = desk
    const sent: string[] = []
    for (let i = 0; i < 5; i += 1) {
      clock.now += 1000
      sent.push(idOf(await anOpenOne(desk)))
    }
    for (const [query, order] of [
      ['status=submitted&', sent],
      ['', sent.toReversed()],
    ] as const) {
      const seen: string[] = []
      for (let next: string | null = ''; next !== null;) {
        const page = `${query}limit=2${next ? `&after=${next}` : ''}`
        const answer: { body: Json } = await lender.officer.get(
          `/api/lenders/${lender.slug}/loan-applications?${page}`,
        )
        seen.push(...ids(answer))
        next = answer.body.next
      }
      expect(seen).toEqual(order)
    }
  })

  it('refuses what it does not know, and everyone who is not of the lender', async () => {
    const { operator, lender } = await aDesk()
    const path = `/api/lenders/${lender.slug}/loan-applications`
    expect((await lender.officer.get(`${path}?status=lost`)).status).toBe(400)
    expect((await lender.officer.get(`${path}?days=soon`)).status).toBe(400)
    expect((await lender.cashier.get(path)).status).toBe(403)
    expect((await (await aLender(operator, ['officer'])).officer.get(path)).status).toBe(404)
    expect((await new Client().get(path)).status).toBe(401)
  })
})

describe('what waits for me', () => {
  const waiting = async (person: Person, slug: string) =>
    ids(await person.get(`/api/lenders/${slug}/loan-applications?waiting=mine`))

  it('is what may be taken or is in my hands, and what I may decide', async () => {
    const desk = await aDesk()
    const { lender } = desk
    const second = await anOfficer(desk)
    const free = await anOpenOne(desk)
    clock.now += 1000
    const mine = await anOpenOne(desk)
    expected(await lender.officer.post(`${mine}/taking`), 201)
    const ready = await aRecommendedOne(desk)
    expect(await waiting(lender.officer, lender.slug)).toEqual([idOf(free), idOf(mine)])
    expect(await waiting(second, lender.slug)).toEqual([idOf(free)])
    expect(await waiting(lender.approver, lender.slug)).toEqual([idOf(ready)])
    expected(await lender.approver.post(`${ready}/decision`, APPROVAL), 201)
    expect(await waiting(lender.approver, lender.slug)).toEqual([])
  })

  it('leaves out what concerns me, whatever my role', async () => {
    const desk = await aDesk()
    const { lender } = desk
    await aRecommendedOne(desk, lender.approver)
    expect(await waiting(lender.approver, lender.slug)).toEqual([])
    const kin = await aPerson()
    const tie = { phone: kin.phone, relation: 'household' }
    const path = await aRecommendedOne(desk, kin)
    expect(await waiting(lender.approver, lender.slug)).toEqual([idOf(path)])
    expected(await lender.approver.post('/api/me/ties', tie), 201)
    expect(await waiting(lender.approver, lender.slug)).toEqual([])
    expect(await waiting(lender.owner, lender.slug)).toHaveLength(2)
  })

  it('pain 16: holds everything that is to be decided, also after fifty decided at once', async () => {
    const desk = await aDesk()
    const { lender } = desk
    const path = await aRecommendedOne(desk)
    const other = await aRecommendedOne(desk)
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => lender.approver.post(`${path}/decision`, APPROVAL)),
    )
    expect(answers.filter((one) => one.status === 201)).toHaveLength(1)
    expect(answers.every((one) => one.status === 201 || one.status === 409)).toBe(true)
    expect(await waiting(lender.approver, lender.slug)).toEqual([idOf(other)])
    const { body } = await lender.approver.get(`${path}/dossier`)
    const types = body.history.map((one: Json) => one.type)
    expect(types).toEqual(['submitted', 'recommended', 'approved'])
  })
})

describe('an application in hand', () => {
  it('is taken by one of two who reach for it at once', async () => {
    const desk = await aDesk()
    const { lender } = desk
    const second = await anOfficer(desk)
    const path = await anOpenOne(desk)
    const answers = await Promise.all(
      [lender.officer, second].map((one) => one.post(`${path}/taking`)),
    )
    expect(answers.map((one) => one.status).sort()).toEqual([201, 409])
  })

  it('is recommended by nobody else', async () => {
    const desk = await aDesk()
    const { lender } = desk
    const second = await anOfficer(desk)
    const path = await anOpenOne(desk)
    expected(await lender.officer.post(`${path}/taking`), 201)
    const foreign = await second.post(`${path}/recommendation`, ADVICE)
    expect([foreign.status, foreign.body.slug]).toEqual([409, 'taken-by-another'])
    expect((await second.post(`${path}/taking`)).body.slug).toBe('taken-by-another')
    expect((await new Client().post(`${path}/taking`)).status).toBe(401)
  })

  it('is handed over to an officer of the desk, by whoever has it', async () => {
    const desk = await aDesk()
    const { lender } = desk
    const second = await anOfficer(desk)
    const path = await anOpenOne(desk)
    expected(await lender.officer.post(`${path}/taking`), 201)
    const given = { officerId: second.id, note: 'Cuti melahirkan.' }
    expect((await second.post(`${path}/handover`, given)).body.slug).toBe('taken-by-another')
    const nobody = { ...given, officerId: lender.cashier.id }
    expect((await lender.officer.post(`${path}/handover`, nobody)).status).toBe(404)
    expect((await new Client().post(`${path}/handover`, given)).status).toBe(401)
    const { officer } = expected(await lender.officer.post(`${path}/handover`, given), 201)
    expect(officer.id).toBe(second.id)
    expect((await second.post(`${path}/recommendation`, ADVICE)).status).toBe(201)
  })

  it('pain 17: is assigned by who leads, without the right to disburse or to recommend', async () => {
    const desk = await aDesk()
    const { lender, operator } = desk
    const path = await anOpenOne(desk)
    const given = { officerId: lender.officer.id, note: 'Dekat dengan desanya.' }
    expect((await lender.cashier.put(`${path}/officer`, given)).status).toBe(403)
    expect((await lender.officer.put(`${path}/officer`, given)).status).toBe(403)
    const other = await aLender(operator, ['approver'])
    expect((await other.approver.put(`${path}/officer`, given)).status).toBe(404)
    const { status } = expected(await lender.approver.put(`${path}/officer`, given), 200)
    expect(status).toBe('in-review')
    const again = await lender.approver.put(`${path}/officer`, given)
    expect([again.status, again.body.slug]).toEqual([409, 'already-exists'])
    expect((await lender.approver.post(`${path}/recommendation`, ADVICE)).status).toBe(403)
  })

  it('is not given to somebody whom it concerns', async () => {
    const desk = await aDesk()
    const { lender } = desk
    const path = await anOpenOne(desk, lender.officer)
    const given = { officerId: lender.officer.id, note: 'Untuk diperiksa.' }
    const { status, body } = await lender.approver.put(`${path}/officer`, given)
    expect([status, body.slug]).toEqual([403, 'own-application'])
  })
})
