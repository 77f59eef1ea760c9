/** Sales that pay a group's loan: whose part of it they pay. */
import { describe, expect, it } from 'vitest'
import { anAcceptedApplication } from '#test/support/desk'
import { aCompletedOrder, aStockedShop } from '#test/support/orders'
import { aSharingNetwork, shareOf } from '#test/support/payout-shares'
import { ring } from '#test/support/ticking'
import { expected, inviteAndJoin, newPhone } from '#test/support/world'
import type { Json } from '#test/support/client'
import { takePayoutShares } from '#worker/jobs/sharing'

/** A group that sells, with a loan of 5 million of which its leader has only half a million. */
async function aSellingGroup() {
  const network = await aSharingNetwork()
  const { operator, lender, productId } = network
  const { shop, product } = await aStockedShop(operator)
  const wish = { groupId: shop.id }
  const application = await anAcceptedApplication(lender, shop.chair, productId, wish)
  const handing = `/api/loan-applications/${application}/disbursement`
  const loan = expected(await lender.cashier.post(handing, {}), 201)
  const shares = [
    { name: 'Bu Siti', phone: shop.chair.phone, amount: 500_000 },
    { name: 'Bu Wayan', phone: newPhone(), amount: 2_500_000 },
    { name: 'Bu Dewi', phone: newPhone(), amount: 2_000_000 },
  ]
  expected(await lender.officer.post(`/api/loans/${loan.id}/shares`, { shares }), 201)
  return { ...network, shop, product, loan }
}

type Group = Awaited<ReturnType<typeof aSellingGroup>>

const membersOf = async ({ lender, loan }: Group) => {
  const seen = expected(await lender.officer.get(`/api/loans/${loan.id}/shares`), 200)
  const members = seen.members.map((one: Json) => ({ paid: one.paid, byRule: one.byRule }))
  return { members, undivided: seen.undivided }
}

describe('a share of what a group sells together', () => {
  it('pays the parts of all its members, by what each is asked', async () => {
    const group = await aSellingGroup()
    const { shop, loan } = group
    const asked = { enterpriseId: shop.id, percent: 50 }
    expected(await shop.chair.post(shareOf(loan.id), asked), 201)
    await aCompletedOrder(group)
    expect(await ring(takePayoutShares)).toBe(1)
    const { members, undivided } = await membersOf(group)
    expect(undivided).toEqual([])
    expect(members).toEqual([
      { paid: 12_775, byRule: 0 },
      { paid: 63_875, byRule: 0 },
      { paid: 51_100, byRule: 0 },
    ])
  })
})

describe('a share of what a member sells in a shop of her own', () => {
  it('pays her own part of the group’s loan and is never taken for another’s', async () => {
    const group = await aSellingGroup()
    const { operator, shop, loan } = group
    const own = await aStockedShop(operator)
    await inviteAndJoin(own.shop.chair, own.shop.slug, 'treasurer', shop.chair)
    const asked = { enterpriseId: own.shop.id, percent: 50 }
    expected(await shop.chair.post(shareOf(loan.id), asked), 201)
    for (const _ of [1, 2]) {
      await aCompletedOrder({ operator, ...own })
      await ring(takePayoutShares)
    }
    const { members, undivided } = await membersOf(group)
    expect(undivided).toEqual([])
    expect(members).toEqual([
      { paid: 52_800, byRule: 0 },
      { paid: 0, byRule: 0 },
      { paid: 0, byRule: 0 },
    ])
  })
})
