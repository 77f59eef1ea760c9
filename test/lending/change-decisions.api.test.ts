import { beforeEach, describe, expect, it } from 'vitest'
import { clock, type Json } from '#test/support/client'
import { aDeskInTrouble, aTroubledLoan } from '#test/support/trouble'
import { expected } from '#test/support/world'

beforeEach(() => {
  clock.now = Date.UTC(2026, 7, 10, 3)
})

const view = '/api/loan-changes'

describe('what waits for a second person', () => {
  it('pain 16: is all there until it is decided, and decided once though two press at once', async () => {
    const desk = await aDeskInTrouble()
    const { lender, api } = desk
    const proposed = [await desk.propose()]
    for (let n = 0; n < 3; n++) proposed.push(await (await aTroubledLoan(desk)).propose())
    const waiting = async (): Promise<string[]> =>
      expected(await lender.owner.get(`${api}/loan-changes`), 200).items.map((one: Json) => one.id)
    expect((await waiting()).toSorted()).toEqual(proposed.map(({ id }) => id).toSorted())
    const at = `${view}/${proposed[0]!.id}`
    const { loanVersion } = expected(await lender.approver.get(at), 200)
    const both = [lender.approver, lender.owner].map((one) =>
      one.post(`${at}/approval`, { loanVersion }),
    )
    const statuses = (await Promise.all(both)).map(({ status }) => status)
    expect(statuses.filter((status) => status === 201)).toHaveLength(1)
    expect(await waiting()).toHaveLength(3)
  })
})
