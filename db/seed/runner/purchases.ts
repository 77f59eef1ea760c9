// How a purchase goes: a buyer fills a basket, orders, pays and sends a proof; the treasurer finds
// the money; the sellers do their part. What expires is left to the clock.

import { buyers } from '#db/seed/network/buyers'
import { enterprises } from '#db/seed/network/enterprises'
import { stockKey } from '#db/seed/network/orders'
import { operator } from '#db/seed/network/organizations'
import type { OrderStory, PurchaseStory } from '#db/seed/network/orders/story'
import type { BuyerStory } from '#db/seed/network/story'
import { noteOrder } from '#db/seed/runner/orders'
import { drawProof } from '#db/seed/runner/proof'
import { Visitor } from '#db/seed/runner/visitor'
import { dayOf, keyOf, known, type World } from '#db/seed/runner/world'
import { HOLD_MS } from '#worker/market/buying/purchases/purchase'

const MINUTE = 60_000
const RECENT = 45 * 24 * 60 * MINUTE
const BUYERS = new Map(buyers.map((one) => [one.key, one]))
const SHOPS = new Map(enterprises.map((one) => [one.slug, one]))

type Placed = {
  id: string
  code: string
  total: number
  orders: { id: string; code: string; seller: { name: string } }[]
}

export type Method = 'transfer' | 'qris' | 'cod'

export function notePurchase(world: World, story: PurchaseStory, method: Method): void {
  const buyer = known(BUYERS, story.buyer)
  // Someone with an account has one basket, so her purchases follow each other.
  const lane = buyer.hasAccount ? `purchases of ${buyer.key}` : story.key
  const visitor = buyer.hasAccount ? world.member(buyer.key) : new Visitor(world.stage)
  world.agenda.note(lane, story.placedAt, async () => {
    const placed = await place(world, { visitor, buyer, story, method })
    noteCourse(world, { lane, visitor, story, placed, method })
  })
  if (story.ends === 'expired') world.agenda.strikeAfter(story.placedAt + HOLD_MS)
}

type Placing = {
  visitor: Visitor
  buyer: BuyerStory
  story: PurchaseStory
  method: Method
}
type Option = { enterpriseId: string; courier: { cost: number } | null }

async function place(world: World, { visitor, buyer, story, method }: Placing): Promise<Placed> {
  const at = story.placedAt - 3 * MINUTE
  let goodsTotal = 0
  for (const { product, variant, quantity } of story.orders.flatMap(({ lines }) => lines)) {
    const { id, price } = await world.offers.taken(stockKey(product, variant))
    goodsTotal += price * quantity
    await visitor.post(at, '/api/carts/current/lines', { variantId: id, quantity })
  }
  const { village, street, postalCode } = buyer.place
  const deliveries = story.orders.map(({ enterprise, delivery }) => ({
    enterpriseId: known(world.enterprises, enterprise),
    delivery,
  }))
  const path = `/api/shipping-options?cart=current&areaCode=${village}`
  const { items } = await visitor.get<{ items: Option[] }>(at + MINUTE, path)
  const shippingTotal = items
    .filter(({ enterpriseId }) =>
      deliveries.some((one) => one.enterpriseId === enterpriseId && one.delivery === 'courier'),
    )
    .reduce((sum, { courier }) => sum + (courier?.cost ?? 0), 0)
  const sent = deliveries.some(({ delivery }) => delivery === 'courier')
  return visitor.post<Placed>(story.placedAt, '/api/purchases', {
    buyer: { name: buyer.name, phone: buyer.phone },
    address: sent ? { street, areaCode: village, postalCode } : null,
    deliveries,
    method,
    expected: { goodsTotal, shippingTotal },
  })
}

type Course = {
  lane: string
  visitor: Visitor
  story: PurchaseStory
  placed: Placed
  method: Method
}

function noteCourse(world: World, { lane, visitor, story, placed, method }: Course): void {
  const { agenda } = world
  const { proofAt, settledAt, cancelledAt } = story
  const path = `/api/purchases/${placed.code}`
  if (cancelledAt !== undefined) {
    agenda.note(lane, cancelledAt, () => visitor.post(cancelledAt, `${path}/cancellation`))
  }
  if (proofAt !== undefined && method === 'transfer' && isSlipSent(world, proofAt)) {
    agenda.note(lane, proofAt, async () => {
      await visitor.post(proofAt, `${path}/proof`, await drawProof(placed.total))
    })
  }
  if (settledAt !== undefined) {
    agenda.note(lane, settledAt, async () => {
      if (method !== 'cod') await settle(world, placed, settledAt)
      for (const order of story.orders) {
        const { id, code } = partOf(placed, order)
        noteOrder(world, { lane: `order ${code}`, visitor, order, id, code })
      }
    })
  }
}

/** Of late everybody sends a slip; before, most let their exact sum speak. */
function isSlipSent({ now }: World, at: number): boolean {
  return now - at < RECENT || Math.floor(at / MINUTE) % 4 === 0
}

function partOf({ orders }: Placed, { enterprise }: OrderStory) {
  const { name } = known(SHOPS, enterprise)
  const part = orders.find(({ seller }) => seller.name === name)
  if (!part) throw new Error(`${name} has no part in this purchase.`)
  return part
}

/** The treasurer finds the money on the statement of the bank. */
async function settle(world: World, { id, code, total }: Placed, at: number): Promise<void> {
  const treasurer = world.member(keyOf(operator, 'treasurer'))
  await treasurer.confirm(at)
  await treasurer.post(at, `/api/purchases/${id}/settlement`, {
    amount: total,
    receivedOn: dayOf(at),
    reference: `Mutasi ${code}`,
  })
}
