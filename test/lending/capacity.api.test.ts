import { describe, expect, it } from 'vitest'
import { aLoanProduct, anApplication, WISH } from '#test/support/desk'
import { aLender, anOperator, aPerson, expected } from '#test/support/world'

const asked = (more: object = {}) => {
  const { amount, instalments, monthlyIncome, monthlyCosts } = WISH
  const all = { amount, instalments, monthlyIncome, monthlyCosts, ...more }
  return new URLSearchParams(Object.entries(all).map(([name, value]) => [name, `${value}`]))
}

describe('GET /api/loan-products/:id/capacity', () => {
  it('tells her what a loan would take before she applies, as its reviewer will read it', async () => {
    const lender = await aLender(await anOperator())
    const productId = await aLoanProduct(lender)
    const person = await aPerson()
    const path = `/api/loan-products/${productId}/capacity`
    const told = expected(await person.get(`${path}?${asked()}`), 200)
    expect(told).toMatchObject({ aMonth: told.instalment, left: 1_200_000, share: 44 })

    const id = await anApplication(person, productId)
    const dossier = expected(await lender.officer.get(`/api/loan-applications/${id}/dossier`), 200)
    expect(dossier.instalment).toBe(told.instalment)
    expect(dossier.capacity).toMatchObject({ left: told.left, share: told.share })
  })

  it('says nothing of a share where nothing is left of a month', async () => {
    const productId = await aLoanProduct(await aLender(await anOperator()))
    const path = `/api/loan-products/${productId}/capacity`
    const told = expected(
      await (await aPerson()).get(`${path}?${asked({ monthlyIncome: 0 })}`),
      200,
    )
    expect(told.share).toBeNull()
  })

  it('refuses what is no number, and a product that is not there', async () => {
    const productId = await aLoanProduct(await aLender(await anOperator()))
    const person = await aPerson()
    const path = `/api/loan-products/${productId}/capacity`
    expected(await person.get(`${path}?${asked({ instalments: 0 })}`), 400)
    expected(await person.get(`/api/loan-products/none/capacity?${asked()}`), 404)
  })
})
