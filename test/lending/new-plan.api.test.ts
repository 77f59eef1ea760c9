import { beforeEach, describe, expect, it } from 'vitest'
import { clock, type Json } from '#test/support/client'
import { aDeskInTrouble, LONGER } from '#test/support/trouble'
import { expected } from '#test/support/world'

beforeEach(() => {
  clock.now = Date.UTC(2026, 7, 10, 3)
})

const view = '/api/loan-changes'
const smaller = (instalment: number) => ({
  measure: { kind: 'reschedule', terms: { instalment } },
  reason: 'Panen gagal, sanggup membayar sebegini.',
})

describe('a smaller instalment', () => {
  it('is what she can carry; how many there are is seen before it is proposed, and kept', async () => {
    const { lender, path, change } = await aDeskInTrouble()
    const { measure } = smaller(300_000)
    const preview = expected(await lender.officer.post(`${path}/changes/preview`, { measure }), 200)
    expect(preview.effect.after.toCome).toHaveLength(19)
    const applied = await change(smaller(300_000))
    expect(applied.measure.terms).toMatchObject({ instalment: 300_000, instalments: 19 })
    const { instalments } = expected(await lender.officer.get(path), 200)
    const asked = instalments.filter((one: Json) => one.left > 0).map((one: Json) => one.left)
    expect(asked).toHaveLength(19)
    expect(Math.max(...asked.slice(1))).toBeLessThanOrEqual(300_000)
  })

  it('is refused at its field where it would never repay the loan', async () => {
    const { lender, path } = await aDeskInTrouble()
    const tried = await lender.officer.post(`${path}/changes`, smaller(30_000))
    expect(tried.body.errors[0].pointer).toBe('/measure/terms/instalment')
  })
})

describe('a ceiling on price', () => {
  it('binds a new plan as it binds an offer: when it is proposed, and when it is decided', async () => {
    const { lender, api, path, propose } = await aDeskInTrouble()
    const { id } = await propose()
    const cap = { since: '2026-08-01', effective: 9, source: 'Rapat anggota 2026' }
    expected(await lender.owner.put(`${api}/rate-caps`, cap), 200)
    const { loanVersion, obstacle } = expected(await lender.approver.get(`${view}/${id}`), 200)
    expect(obstacle).not.toBeNull()
    const agreed = await lender.approver.post(`${view}/${id}/approval`, { loanVersion })
    expect(agreed.body.slug).toBe('above-cap')
    expected(await lender.officer.post(`${view}/${id}/withdrawal`), 201)
    const again = await lender.officer.post(`${path}/changes`, LONGER)
    expect(again.body.errors[0]).toMatchObject({ pointer: '/measure/terms/annualRate' })
    expect(again.body.errors[0].detail).toContain('Rapat anggota 2026')
    const cheaper = { kind: 'reschedule', terms: { instalments: 20, annualRate: 8 } }
    expected(await lender.officer.post(`${path}/changes`, { ...LONGER, measure: cheaper }), 201)
  })

  it('pain 7: a loan with overdue penalties is planned anew, and they stay what they are', async () => {
    const { lender, path, change, on } = await aDeskInTrouble()
    await on('2026-09-20')
    await change({
      measure: { kind: 'charge', part: 'penalties', amount: 25_000 },
      reason: 'Denda menurut perjanjian.',
    })
    await on('2026-10-20')
    await change(smaller(400_000))
    const { outstanding, instalments } = expected(await lender.officer.get(path), 200)
    expect(outstanding).toMatchObject({ principal: 5_000_000, penalties: 25_000 })
    const [first, next] = instalments.filter((one: Json) => one.left > 0)
    expect(first.asked.penalties).toBe(25_000)
    expect(next.asked.penalties).toBe(0)
    expect(next.left).toBeLessThanOrEqual(400_000)
  })
})
