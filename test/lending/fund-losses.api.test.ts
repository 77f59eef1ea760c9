import { beforeEach, describe, expect, it } from 'vitest'
import { clock, type Json } from '#test/support/client'
import { aFundedDesk } from '#test/support/funds'
import { aTroubledLoan, LOST } from '#test/support/trouble'
import { expected } from '#test/support/world'

beforeEach(() => {
  clock.now = Date.UTC(2026, 7, 10, 3)
})

/** A loan of 5,000,000 out of the lender's first fund, to which things happen. */
async function aLoan() {
  const desk = await aFundedDesk()
  const loan = await aTroubledLoan(desk)
  const sums = async (): Promise<Json> =>
    expected(await desk.lender.owner.get(`${desk.api}/funds/${desk.lender.id}`), 200).sums
  return { ...loan, sums }
}

describe('a loan that is lost', () => {
  it('is lost to its fund, and what is recovered of it can be lent again', async () => {
    const { lender, path, change, sums } = await aLoan()
    await change(LOST)
    expect(await sums()).toMatchObject({
      ...{ balance: 0, writtenOff: 5_000_000, repaid: 0, idle: 995_000_000, running: 0 },
    })
    const back = { amount: 1_000_000, channel: 'cash' }
    expected(await lender.cashier.post(`${path}/recoveries`, back), 201)
    expect(await sums()).toMatchObject({ recovered: 1_000_000, idle: 996_000_000 })
  })

  it('is lost in part where a part of it is given up', async () => {
    const { change, sums } = await aLoan()
    const measure = { kind: 'discount', amount: 700_000 }
    await change({ measure, reason: 'Dilunasi dengan keringanan.' })
    const { balance, writtenOff, repaid, idle } = await sums()
    expect(writtenOff).toBe(700_000)
    expect([balance, repaid, idle]).toEqual([4_300_000, 0, 995_000_000])
  })
})
