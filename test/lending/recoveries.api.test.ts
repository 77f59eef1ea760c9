import { beforeEach, describe, expect, it } from 'vitest'
import { Client, clock, type Json } from '#test/support/client'
import { aDeskInTrouble, LOST } from '#test/support/trouble'
import { aLender, expected } from '#test/support/world'

beforeEach(() => {
  clock.now = Date.UTC(2026, 7, 10, 3)
})

describe('POST /api/loans/:id/recoveries', () => {
  it('takes what comes back after a write-off, with a receipt, and no more than is claimed', async () => {
    const { operator, lender, path, change } = await aDeskInTrouble()
    const at = `${path}/recoveries`
    const money = { amount: 500_000, channel: 'cash', payerName: 'Anaknya' }
    expect((await lender.cashier.post(at, money)).body.slug).toBe('illegal-transition')
    await change(LOST)
    const { loan, receipt } = expected(await lender.cashier.post(at, money), 201)
    expect(loan).toMatchObject({ status: 'written-off', recovered: 500_000 })
    const paper = expected(await new Client().get(`/api/receipts/${receipt}`), 200)
    expect(paper).toMatchObject({ amount: 500_000, payerName: 'Anaknya' })
    const much = await lender.cashier.post(at, { ...money, amount: 90_000_000 })
    expect(much.body.slug).toBe('amount-mismatch')
    expect((await lender.officer.post(at, money)).status).toBe(403)
    const other = await aLender(operator)
    expect((await other.cashier.post(at, money)).status).toBe(404)
    const balance = await lender.owner.get(`/api/books/${lender.slug}/trial-balance`)
    const recovered = balance.body.lines.find((one: Json) => one.code === 'recoveries')
    expect(recovered.balance).toBe(500_000)
  })
})
