/**
 * Where the load comes down: shops that sell and are owed money, a lender with loans and some to
 * disburse.
 */
import { expected, type Address, type Http } from '#test/support/http'
import * as network from '#test/support/http-network'

export type Town = {
  operator: Http
  shops: readonly network.ShopOn[]
  lender: network.LenderOn
  borrower: Http
  cashier: Http
  /** Addresses of loans, and of accepted applications that are not disbursed yet. */
  loans: string[]
  accepted: string[]
}

const SHOPS = 3
const LOANS = 4
const TO_DISBURSE = 24

export async function aTown(at: Address): Promise<Town> {
  const operator = await network.anOperatorOn(at)
  const shops: network.ShopOn[] = []
  for (let n = 1; n <= SHOPS; n += 1) shops.push(await network.aShopOn(operator, n))
  await Promise.all(shops.map((shop) => earned(operator, shop)))
  const lender = await network.aLenderOn(operator)
  const borrower = await network.aBorrowerOn(at)
  const accepted = await Promise.all(
    Array.from({ length: LOANS + TO_DISBURSE }, () =>
      network.anAcceptedApplicationOn(lender, borrower),
    ),
  )
  const { cashier } = lender
  const loans: string[] = []
  for (const path of accepted.splice(0, LOANS)) {
    const { id } = expected(await cashier.post(`${path}/disbursement`), 201)
    loans.push(`/api/loans/${id}`)
  }
  return { operator, shops, lender, borrower, cashier, loans, accepted }
}

/** Orders that went all the way, so that the shop is owed their money. */
export async function earned(operator: Http, shop: network.ShopOn): Promise<void> {
  for (let n = 0; n < 5; n += 1) {
    const guest = await network.aGuestWith(shop)
    const asked = network.purchaseOf(shop)
    const purchase = expected(await guest.post('/api/purchases', asked), 201)
    const settlement = `/api/purchases/${purchase.id}/settlement`
    expected(await operator.post(settlement, network.transferOf(purchase)), 201)
    const [{ id, code }] = purchase.orders
    for (const step of ['confirmation', 'packing', 'shipment']) {
      const body = step === 'shipment' ? { courier: 'JNE', trackingNumber: 'JP1234567890' } : {}
      expected(await shop.chair.post(`/api/orders/${id}/${step}`, body), 201)
    }
    expected(await guest.post(`/api/orders/${code}/completion`), 201)
  }
}
