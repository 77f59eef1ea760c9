// The orders of the large set: placed, paid, sent and completed by the decisions of the market, in
// the order in which they were placed. Nobody is sent a message about them.

import { sql } from 'drizzle-orm'
import { read } from '#db/client'
import { addressesIn, someBasket, someBuyer, type Buyer } from '#db/seed/large/baskets'
import { fulfil, type Completed } from '#db/seed/large/fulfilment'
import { listOffered, type Offered } from '#db/seed/large/goods'
import { growing, type Loading } from '#db/seed/large/loading'
import { payOut } from '#db/seed/large/payouts'
import { tariffsOf, type SellerRow } from '#db/seed/large/sellers'
import { Shelf } from '#db/seed/large/shelf'
import { recordEvents } from '#worker/history/queries'
import { instant, type Instant } from '#worker/kernel/calendar'
import { shortCode } from '#worker/kernel/id'
import { ZERO } from '#worker/kernel/money'
import { entryOf } from '#worker/ledger/entry'
import { purchasePaid } from '#worker/ledger/posting-rules/sales'
import { recordEntries } from '#worker/ledger/queries'
import type { Cart } from '#worker/market/buying/carts/cart'
import { rateOn, type Rate } from '#worker/market/buying/checkout/commission'
import { place, type Address, type Placed } from '#worker/market/buying/checkout/placing'
import { insertPlaced } from '#worker/market/buying/checkout/placed/queries'
import { pricedOrders, totalsOf } from '#worker/market/buying/checkout/priced-order'
import type { Order } from '#worker/market/fulfilling/orders/order'
import { recordSettlement } from '#worker/market/paying/payments/queries'
import { settle } from '#worker/market/paying/payments/settlement'
import { changeStock } from '#worker/market/offering/products/queries'
import { HOLD_MS, lapse } from '#worker/market/buying/purchases/purchase'
import { recordLapses } from '#worker/market/buying/purchases/queries'
import { REGULAR, type ShippingService } from '#worker/market/buying/shipping/shipping-service'
import type { AreaDirectory } from '#worker/providers/areas'

const DAYS = 500
const HOUR = 3_600_000

export type Market = {
  /** The operator's book, and who keeps it. */
  book: string
  treasurerId: string
  rates: readonly Rate[]
  areas: AreaDirectory
}

type Scene = {
  market: Market
  sellers: ReadonlyMap<string, SellerRow>
  shelf: Shelf
  addresses: readonly Address[]
  /** Totals of purchases that wait for their money. */
  pending: Set<number>
  /** What sellers have earned and not been paid yet. */
  earned: Completed[]
}

export async function makeOrders(
  loading: Loading,
  { market, sellers, count }: { market: Market; sellers: readonly SellerRow[]; count: number },
): Promise<void> {
  const { db } = loading
  const [open] = await read(db, [
    db.all<{ total: number }>(sql`SELECT total FROM purchases WHERE status = 'pending'`),
  ])
  const scene: Scene = {
    market,
    sellers: new Map(sellers.map((one) => [one.id, one])),
    shelf: new Shelf(await listOffered(loading, sellers)),
    addresses: await addressesIn(market.areas),
    pending: new Set(open.map(({ total }) => total)),
    earned: [],
  }
  let made = 0
  let month = ''
  for (const at of growing(loading, count, DAYS)) {
    if (made >= count) break
    const day = loading.dayOf(at)
    if (month !== '' && !day.startsWith(month)) await payOut(loading, { ...scene, at })
    month = day.slice(0, 7)
    made += await buy(loading, scene, { at, most: count - made })
    if (made % 100 === 0 && made < count) await loading.progress('orders', made, count)
  }
  await loading.send()
  await loading.progress('orders', made, count)
}

/** How many orders one checkout made. */
async function buy(
  loading: Loading,
  scene: Scene,
  { at, most }: { at: Instant; most: number },
): Promise<number> {
  const { db, luck, now } = loading
  const { cart, taken } = someBasket(loading, scene.shelf, { ...scene, at, most })
  if (cart.parts.length === 0) return 0
  const buyer = someBuyer(loading, Math.max(50, scene.sellers.size * 30), scene.addresses)
  const placed = placedBy(loading, scene, { buyer, cart, at })
  const lines = placed.orders.flatMap((order) => order.lines)
  shift(taken, lines, -1)
  const { purchase, orders } = placed
  const act = loading.actOf('guest', at)
  const placing = [purchase, ...orders].map(({ id, total }) => {
    return { ...act, subject: id, seq: 1, type: 'placed', data: { total } }
  })
  await loading.add([
    ...changeStock(
      db,
      lines.map((one) => ({ ...one, by: -one.quantity })),
    ),
    ...insertPlaced(db, placed),
    recordEvents(db, placing),
  ])
  const fate = luck.next()
  const settledAt = instant(at + luck.between(10, 16 * 60) * 60_000)
  if (fate < 0.06) await lapsed(loading, placed, { at, to: fate < 0.04 ? 'expired' : 'cancelled' })
  else if (settledAt <= now) await settled(loading, scene, { placed, at: settledAt })
  else scene.pending.add(purchase.total)
  if (fate < 0.06) shift(taken, lines, 1)
  return orders.length
}

/** The shelf follows what is taken and given back. */
function shift(
  taken: ReadonlyMap<Offered, number>,
  lines: readonly { variantId: string; quantity: number }[],
  sign: number,
): void {
  for (const one of taken.keys()) {
    const line = lines.find(({ variantId }) => variantId === one.variantId)
    if (line) one.stock += sign * line.quantity
  }
}

const BY_COURIER: Omit<ShippingService, 'tariffs'> = {
  code: REGULAR,
  kind: 'courier',
  courier: 'other',
  name: '',
  minimum: ZERO,
  active: true,
}

type Buying = { buyer: Buyer; cart: Cart; at: Instant }

function placedBy(loading: Loading, scene: Scene, { buyer, cart, at }: Buying): Placed {
  const { random, luck } = loading
  const { name, phone, address } = buyer
  const services = Object.fromEntries(
    cart.parts.map(({ enterpriseId }) => {
      const tariffs = tariffsOf(scene.sellers.get(enterpriseId)?.village ?? '')
      return [enterpriseId, [{ ...BY_COURIER, tariffs }]] as const
    }),
  )
  const deliveries = cart.parts.map(({ enterpriseId, pickupPlace }) => {
    const picked = pickupPlace !== null && luck.happens(0.08)
    return { enterpriseId, delivery: picked ? ('pickup' as const) : ('courier' as const) }
  })
  const on = loading.dayOf(at)
  const none = { vouchers: [], uses: {}, taxRules: [], commissionRules: [] }
  const facts = { ...none, cart, services, commission: rateOn(scene.market.rates, on), on, now: at }
  const asked = { deliveries, vouchers: [] }
  const expected = totalsOf(pricedOrders({ ...asked, area: address.areaCode }, facts))
  return place(
    { ...asked, buyer: { name, phone, email: null }, address, expected, method: 'transfer' },
    { ...facts, open: 0, takenTotals: [...scene.pending], methods: ['transfer'] },
    {
      purchaseId: loading.newId(at),
      code: shortCode(random, 12),
      personId: null,
      cartHash: loading.newId(at),
      locale: 'id',
      now: at,
      random,
      newId: () => loading.newId(at),
    },
  )
}

type Lapsing = { at: Instant; to: 'expired' | 'cancelled' }

async function lapsed(loading: Loading, placed: Placed, { at, to }: Lapsing): Promise<void> {
  const { purchase, orders } = placed
  const held = orders.flatMap(({ id, lines }) => lines.map((one) => ({ ...one, orderId: id })))
  const ending = lapse(to, { purchase, orders, held })
  const [actor, after] = to === 'expired' ? ['job:expire-purchases', HOLD_MS] : ['guest', HOUR]
  const act = loading.actOf(actor, Math.min(at + after, loading.now))
  await loading.add(recordLapses(loading.db, [ending], act))
}

type Paying = { placed: Placed; at: Instant }

async function settled(loading: Loading, scene: Scene, { placed, at }: Paying): Promise<void> {
  const { db } = loading
  const { book, treasurerId } = scene.market
  const { purchase } = placed
  const [on, placedOn] = [loading.dayOf(at), loading.dayOf(purchase.placedAt)]
  const received = { amount: purchase.total, receivedOn: on, reference: `Mutasi ${purchase.code}` }
  const orders = placed.orders.map(waiting)
  const paid = settle({ purchase, orders }, received, { now: at, today: on, placedOn })
  const act = loading.actOf(treasurerId, at)
  const posting = purchasePaid({ book, on }, { ...purchase, orders: paid.orders })
  await loading.add([
    ...recordSettlement(db, paid, received, act),
    ...recordEntries(db, [entryOf(posting, { ...act, id: loading.newId(at) })]),
  ])
  for (const [i, order] of paid.orders.entries()) {
    const seller = scene.sellers.get(order.enterpriseId)
    const lines = placed.orders[i]?.lines ?? []
    if (!seller) continue
    const told = { buyer: { phone: purchase.buyerPhone, locale: purchase.locale }, seller }
    const sold = { order: { ...order, paid: true }, lines, told, seller, book, treasurerId }
    const done = await fulfil(loading, sold)
    if (done) scene.earned.push(done)
  }
}

/** An order as it is kept once it has been placed. */
function waiting(placed: Placed['orders'][number]): Order {
  const { lines: _, ...order } = placed
  return {
    ...order,
    paid: false,
    courier: null,
    trackingNumber: null,
    paidAt: null,
    shipBy: null,
    shippedAt: null,
    deliveredAt: null,
    completeAt: null,
    completedAt: null,
    cancelledAt: null,
    cancelAskedAt: null,
    cancelAnswerBy: null,
    lateToldAt: null,
    refunded: ZERO,
    sponsoredBack: ZERO,
    commissionBack: ZERO,
    disputes: 0,
  }
}
