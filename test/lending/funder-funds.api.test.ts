import { beforeEach, describe, expect, it } from 'vitest'
import { Client, clock } from '#test/support/client'
import { aFund, aFundedDesk, aLoanOf, CSR } from '#test/support/funds'
import { aPartner, aPerson, expected } from '#test/support/world'

beforeEach(() => {
  clock.now = Date.UTC(2026, 7, 10, 3)
})

/** A partner whose fund has received 60 of 100 million. */
async function aGivenFund() {
  const desk = await aFundedDesk()
  const fund = await aFund(desk.lender, { funder: desk.partner.slug })
  const part = { amount: 60_000_000, source: CSR.funderName, fundId: fund.id }
  expected(await desk.lender.treasurer.post(`${desk.api}/fund-receipts`, part), 201)
  const other = await aPartner(desk.operator)
  return { ...desk, fund, other, own: `/api/funders/${desk.partner.slug}/funds` }
}

describe('GET /api/funders/:slug/funds', () => {
  it('shows a funder the funds that it gave, and no other of the lender', async () => {
    const { partner, lender, fund, own } = await aGivenFund()
    const { items } = expected(await partner.owner.get(own), 200)
    expect(items).toHaveLength(1)
    expect(items[0]).toMatchObject({ id: fund.id, lender: { slug: lender.slug } })
    expect(items[0].sums).toMatchObject({ received: 60_000_000, stillToCome: 40_000_000 })
  })

  it('shows another partner nothing, and a lender no page of funders', async () => {
    const { other, lender, own } = await aGivenFund()
    expect((await other.owner.get(own)).status).toBe(404)
    const { items } = expected(await other.owner.get(`/api/funders/${other.slug}/funds`), 200)
    expect(items).toEqual([])
    expect((await lender.owner.get(own)).status).toBe(403)
    expect((await new Client().get(own)).status).toBe(401)
    expect((await other.owner.get(`/api/funders/${other.slug}/funds?limit=0`)).status).toBe(400)
  })
})

describe('GET /api/funders/:slug/funds/:id', () => {
  it('tells a funder where its money stands', async () => {
    const { partner, fund, own } = await aGivenFund()
    const told = expected(await partner.owner.get(`${own}/${fund.id}`), 200)
    expect(told).toMatchObject({ name: CSR.name, restriction: CSR.restriction })
    expect(told.sums).toMatchObject({ idle: 60_000_000, lent: 0, borrowers: 0 })
  })

  it('is not found by another funder, nor for funds that it did not give', async () => {
    const { partner, other, lender, fund, own } = await aGivenFund()
    expect((await other.owner.get(`/api/funders/${other.slug}/funds/${fund.id}`)).status).toBe(404)
    expect((await partner.owner.get(`${own}/${lender.id}`)).status).toBe(404)
    expect((await (await aPerson()).get(`${own}/${fund.id}`)).status).toBe(403)
  })
})

describe('GET /api/funders/:slug/funds/:id/loans', () => {
  it('lists the loans of its fund without the names of people', async () => {
    const desk = await aFundedDesk()
    const { name: _, ...first } = expected(
      await desk.lender.owner.get(`${desk.api}/funds/${desk.lender.id}`),
      200,
    )
    const said = { name: 'Dana umum', kind: first.kind, funderName: CSR.funderName }
    const given = { ...said, funder: desk.partner.slug }
    expected(await desk.lender.owner.patch(`${desk.api}/funds/${desk.lender.id}`, given), 200)
    await aLoanOf(desk, desk.borrower)
    const path = `/api/funders/${desk.partner.slug}/funds/${desk.lender.id}/loans`
    const { items } = expected(await desk.partner.owner.get(path), 200)
    expect(items).toHaveLength(1)
    expect(items[0]).toMatchObject({ number: 1, borrower: null, principal: 5_000_000 })
  })

  it('is not found by another funder, and is for funders alone', async () => {
    const { other, lender, fund, own } = await aGivenFund()
    const path = `/api/funders/${other.slug}/funds/${fund.id}/loans`
    expect((await other.owner.get(path)).status).toBe(404)
    expect((await lender.officer.get(`${own}/${fund.id}/loans`)).status).toBe(403)
    expect((await other.owner.get(`${path}?after=x`)).status).toBe(400)
  })
})
