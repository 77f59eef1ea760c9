import { expect, it } from 'vitest'
import { Client } from '#test/support/client'
import { aLoanProduct, anApplication } from '#test/support/desk'
import { anEnterprise } from '#test/support/shop'
import { aLender, anOperator, aPerson } from '#test/support/world'

it('a consent to show sales can be withdrawn, once, by whoever gave it', async () => {
  const lender = await aLender(await anOperator())
  const productId = await aLoanProduct(lender)
  const { id, chair } = await anEnterprise()
  const application = await anApplication(chair, productId, { groupId: id, shareSalesOf: id })
  const path = `/api/loan-applications/${application}`
  const sales = async () => (await lender.officer.get(`${path}/dossier`)).body.sales
  expect(await sales()).toMatchObject({ enterprise: { id }, completedOrders: 0 })

  expect((await new Client().delete(`${path}/consents/sales-history`)).status).toBe(401)
  expect((await (await aPerson()).delete(`${path}/consents/sales-history`)).status).toBe(404)
  expect((await lender.officer.delete(`${path}/consents/sales-history`)).status).toBe(404)
  expect((await chair.delete(`${path}/consents/sales-history`)).status).toBe(204)

  expect(await sales()).toBeNull()
  expect((await chair.get(path)).body).toMatchObject({ sharesSales: false, status: 'submitted' })
  expect((await chair.delete(`${path}/consents/sales-history`)).status).toBe(404)
})
