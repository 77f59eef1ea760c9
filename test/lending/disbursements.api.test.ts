import { describe, expect, it } from 'vitest'
import { aLoanProduct, anAcceptedApplication, anApplication } from '#test/support/desk'
import { aLender, anOperator, aPerson, expected } from '#test/support/world'

async function aDesk() {
  const operator = await anOperator()
  const lender = await aLender(operator)
  const productId = await aLoanProduct(lender)
  return { operator, lender, productId, borrower: await aPerson() }
}

describe('what waits for the cashier', () => {
  it('is what was accepted, as approved, until it is disbursed', async () => {
    const { lender, productId, borrower } = await aDesk()
    const path = `/api/lenders/${lender.slug}/disbursements`
    await anApplication(borrower, productId)
    const id = await anAcceptedApplication(lender, borrower, productId)
    const { items, next } = expected(await lender.cashier.get(path), 200)
    expect(next).toBeNull()
    expect(items).toHaveLength(1)
    expect(items[0]).toMatchObject({ id, amount: 5_000_000, instalments: 10, group: null })
    expected(await lender.cashier.post(`/api/loan-applications/${id}/disbursement`), 201)
    expect(expected(await lender.cashier.get(path), 200).items).toEqual([])
  })

  it('tells the cashier nothing of the dossier', async () => {
    const { lender, productId, borrower } = await aDesk()
    const id = await anAcceptedApplication(lender, borrower, productId)
    const dossier = await lender.cashier.get(`/api/loan-applications/${id}/dossier`)
    expect(dossier.status).toBe(403)
    const { body } = await lender.cashier.get(`/api/lenders/${lender.slug}/disbursements`)
    expect(JSON.stringify(body)).not.toMatch(/income|costs|purpose|sales/i)
  })

  it('is shown to no other lender and to no borrower', async () => {
    const { operator, lender, borrower } = await aDesk()
    const path = `/api/lenders/${lender.slug}/disbursements`
    const other = await aLender(operator, ['cashier'])
    expect((await other.cashier.get(path)).status).toBe(404)
    expect((await borrower.get(path)).status).toBe(403)
    expect((await lender.cashier.get(`${path}?after=x`)).status).toBe(400)
  })

  it('is refused at the field of the day that is still to come', async () => {
    const { lender, productId, borrower } = await aDesk()
    const id = await anAcceptedApplication(lender, borrower, productId)
    const path = `/api/loan-applications/${id}/disbursement`
    const ahead = await lender.cashier.post(path, { on: '2027-01-01' }, { 'accept-language': 'id' })
    expect(ahead.status).toBe(422)
    expect(ahead.body.errors).toEqual([{ pointer: '/on', detail: 'Hari ini belum tiba.' }])
    const early = { on: '2026-11-20', firstDueOn: '2026-11-20' }
    const { body } = await lender.cashier.post(path, early)
    expect(body.errors[0].pointer).toBe('/firstDueOn')
  })
})
