/** The scorecard of a lender, its versions, and what was judged by each. */
import { describe, expect, it } from 'vitest'
import { aDesk, anOpenOne, aRecommendedOne } from '#test/support/committee'
import { Client, type Json } from '#test/support/client'
import { ADVICE } from '#test/support/desk'
import { aLender, expected } from '#test/support/world'

type Card = { rules: { fact: string; weight: number; steps: Json[] }[]; bands: Json; since: number }

async function changeOf(card: Json, weights: Record<string, number>): Promise<Card & Json> {
  const rules = card.rules.map(({ fact, weight, steps }: Json) => ({
    fact,
    weight: weights[fact] ?? weight,
    steps,
  }))
  return { rules, bands: card.bands, note: 'Hasil rapat anggota.', since: card.version }
}

describe('a scorecard', () => {
  it('is the first card until it is changed, and every version stays', async () => {
    const { lender } = await aDesk()
    const path = `/api/lenders/${lender.slug}/scorecards`
    const { items } = expected(await lender.officer.get(path), 200)
    expect(items).toMatchObject([{ version: 1, by: null, at: null }])
    const change = await changeOf(items[0], { capacity: 50 })
    const changed = expected(await lender.approver.post(path, change), 201)
    expect(changed).toMatchObject({ version: 2, note: 'Hasil rapat anggota.' })
    const after = expected(await lender.officer.get(path), 200)
    expect(after.items.map((one: Json) => one.version)).toEqual([2, 1])
    expect(after.items[1].rules).toEqual(items[0].rules)
    const page = expected(await lender.officer.get(`${path}?limit=1`), 200)
    const next = expected(await lender.officer.get(`${path}?limit=1&after=${page.next}`), 200)
    expect(next.items.map((one: Json) => one.version)).toEqual([1])
  })

  it('is refused where it is unfair, or changed by somebody meanwhile', async () => {
    const { lender } = await aDesk()
    const path = `/api/lenders/${lender.slug}/scorecards`
    const { items } = expected(await lender.officer.get(path), 200)
    const change = await changeOf(items[0], {})
    const unfair = {
      ...change,
      rules: change.rules.map((rule: Card['rules'][number]) =>
        rule.fact === 'on-time'
          ? {
              ...rule,
              steps: [
                { from: 0, points: 90 },
                { from: 90, points: 10 },
              ],
            }
          : rule,
      ),
    }
    const refused = await lender.owner.post(path, unfair)
    expect([refused.status, refused.body.errors[0].pointer]).toEqual([422, '/rules/1/steps'])
    expect((await lender.owner.post(path, { ...change, note: '' })).status).toBe(400)
    expected(await lender.owner.post(path, change), 201)
    const late = await lender.approver.post(path, change)
    expect([late.status, late.body.slug]).toEqual([409, 'outdated'])
  })

  it('changed by two at once has one next version', async () => {
    const { lender } = await aDesk()
    const path = `/api/lenders/${lender.slug}/scorecards`
    const { items } = expected(await lender.officer.get(path), 200)
    const change = await changeOf(items[0], {})
    const answers = await Promise.all(
      [lender.owner, lender.approver].map((one) => one.post(path, change)),
    )
    expect(answers.map((one) => one.status).sort()).toEqual([201, 409])
  })

  it('is read and changed by nobody else', async () => {
    const { operator, lender } = await aDesk()
    const path = `/api/lenders/${lender.slug}/scorecards`
    const other = await aLender(operator, ['approver'])
    expect((await lender.officer.post(path, {})).status).toBe(403)
    expect((await new Client().get(path)).status).toBe(401)
    expect((await other.approver.get(path)).status).toBe(404)
    expect((await other.approver.post(path, {})).status).toBe(400)
    expect((await lender.officer.get(`${path}?after=x`)).status).toBe(400)
  })
})

describe('an application', () => {
  it('keeps the version it was judged by, and read again by it says the same', async () => {
    const desk = await aDesk()
    const { lender } = desk
    const path = await aRecommendedOne(desk)
    const sheetOf = async () =>
      expected(await lender.approver.get(`${path}/dossier`), 200).recommendations[0].sheet
    const before = await sheetOf()
    const cards = `/api/lenders/${lender.slug}/scorecards`
    const [card] = expected(await lender.officer.get(cards), 200).items
    const change = await changeOf(card, { capacity: 1, visits: 90 })
    expected(await lender.owner.post(cards, change), 201)
    expect(await sheetOf()).toEqual(before)
    const other = await anOpenOne(desk)
    const { score } = expected(await lender.officer.post(`${other}/recommendation`, ADVICE), 201)
    expect(score).not.toBe(before.score)
    const dossier = expected(await lender.approver.get(`${other}/dossier`), 200)
    expect(dossier.recommendations[0].sheet.version).toBe(2)
  })
})

describe('the list of overrides', () => {
  it('is paged, and read by who reviews at this lender alone', async () => {
    const desk = await aDesk()
    const { lender, operator } = desk
    const heavy = { monthlyIncome: 1_900_000, monthlyCosts: 1_800_000 }
    for (let i = 0; i < 3; i += 1) {
      const path = await anOpenOne(desk, undefined, heavy)
      expected(await lender.officer.post(`${path}/recommendation`, ADVICE), 201)
    }
    const path = `/api/lenders/${lender.slug}/overrides`
    const first = expected(await lender.owner.get(`${path}?limit=2`), 200)
    const rest = expected(await lender.owner.get(`${path}?limit=2&after=${first.next}`), 200)
    const codes = [...first.items, ...rest.items].map((one: Json) => one.application.code)
    expect(new Set(codes).size).toBe(3)
    expect(rest.next).toBeNull()
    expect((await lender.owner.get(`${path}?limit=0`)).status).toBe(400)
    expect((await lender.cashier.get(path)).status).toBe(403)
    const other = await aLender(operator, ['officer'])
    expect((await other.officer.get(path)).status).toBe(404)
  })
})
