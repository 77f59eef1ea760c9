/** Checkout: what lies in a cart becomes a purchase. Three trips to the database, whatever is in it. */
import { Hono } from 'hono'
import { read, type Statement } from '#db/client'
import { about } from '#worker/http/about'
import { actOf } from '#worker/http/act'
import { allow } from '#worker/http/allow'
import { cartRefOf } from '#worker/http/cart-cookie'
import type { Ctx, HonoEnv } from '#worker/http/context'
import { commit, findAnswered, once, replayAnswered } from '#worker/http/idempotency'
import { parseJson } from '#worker/http/parse'
import { siteOf } from '#worker/http/site'
import { countSource, localeOf } from '#worker/http/source'
import { villageLine } from '#worker/http/village-line'
import { recordEvents } from '#worker/history/queries'
import { dateIn } from '#worker/kernel/calendar'
import { shortCode } from '#worker/kernel/id'
import { amount } from '#worker/kernel/money'
import { found, Refusal, refuseUnless } from '#worker/kernel/refusal'
import { keepAddress } from '#worker/market/buying/addresses/queries'
import { addressOf } from '#worker/market/buying/addresses/address'
import { findCart } from '#worker/market/buying/carts/queries'
import { describeQuote, QuoteAnswer } from '#worker/market/buying/checkout/answers'
import { rateOn, ratesFrom } from '#worker/market/buying/checkout/commission'
import { insertPlaced } from '#worker/market/buying/checkout/placed/queries'
import {
  place,
  refuseUnbuyable,
  withOtherCode,
  type Facts,
  type Placed,
} from '#worker/market/buying/checkout/placing'
import { pricedOrders, totalsOf } from '#worker/market/buying/checkout/priced-order'
import { findPricing, pricingFrom } from '#worker/market/buying/checkout/pricing/queries'
import * as queries from '#worker/market/buying/checkout/queries'
import * as requests from '#worker/market/buying/checkout/requests'
import {
  fittingMethods,
  refuseUnpayable,
  waysOf,
  type MethodFacts,
} from '#worker/market/paying/payment-methods/method'
import {
  agreeOnCod,
  findMethodFacts,
  methodFactsFrom,
  sellersOfCart,
} from '#worker/market/paying/payment-methods/queries'
import { bankAccountFrom, type BankAccount } from '#worker/market/paying/payments/bank-account'
import { changeStock } from '#worker/market/offering/products/queries'
import {
  describePurchase,
  PurchaseAnswer,
  type Seller,
} from '#worker/market/buying/purchases/answers'
import { placedMessages } from '#worker/market/buying/purchases/messages'
import type { VillageCode } from '#worker/market/buying/shipping/area'
import { recordUses } from '#worker/market/buying/vouchers/queries'
import { insertMessages } from '#worker/outbox/queries'

const FROM_ONE_SOURCE = { most: 120, windowMs: 60 * 60 * 1000 }
const MOST_TRIES = 5

export const checkout = new Hono<HonoEnv>().post(
  '/',
  about('Place a purchase: one order for each seller in the cart', PurchaseAnswer, 201),
  allow('public'),
  once(),
  parseJson(requests.PlacingRequest),
  async (c) => {
    const { now, random, newId, actor } = c.var
    const asked = c.req.valid('json')
    const bank = bankAccountFrom(c.env)
    if (asked.method === 'transfer' && !bank) {
      throw new Refusal('unavailable', 'This network has no bank account to pay to yet.')
    }
    const [seen, areaText] = await Promise.all([findFacts(c, asked), areaTextOf(c, asked.address)])

    const { address } = asked
    const placed = place({ ...asked, address: address && { ...address, areaText } }, seen.facts, {
      purchaseId: newId(),
      code: shortCode(random),
      personId: actor.kind === 'person' ? actor.id : null,
      cartHash: seen.cartId,
      locale: localeOf(c),
      now,
      random,
      newId,
    })

    refuseUnpayable(placed, seen.methods)

    const body = await commitPlaced(c, placed, { ...seen, bank, savesAddress: asked.saveAddress })
    return c.json(body, 201)
  },
)

export const purchaseQuotes = new Hono<HonoEnv>().post(
  '/',
  about('What a cart would cost, to the last line, with these ways and vouchers', QuoteAnswer),
  allow('public'),
  parseJson(requests.QuoteRequest),
  async (c) => {
    const { db, now, actor } = c.var
    const { cartId, areaCode, deliveries, vouchers, phone } = c.req.valid('json')
    const ref = await cartRefOf(c, cartId)
    const asked = { ref, area: areaCode ?? undefined, vouchers, phone: phone ?? '', now }
    const personId = actor.kind === 'person' ? actor.id : null
    const buyer = { phone: phone ?? '', personId }
    const [methods, ...rows] = await read(db, [
      findMethodFacts(db, sellersOfCart(ref), buyer),
      ...findPricing(db, asked),
    ])

    const facts = pricingFrom(rows, { ...ratesOf(c), now })
    refuseUnbuyable(facts.cart)
    const orders = pricedOrders({ area: areaCode, deliveries, vouchers }, facts)
    const totals = totalsOf(orders)
    const parts = orders.map(({ part, total }) => ({ enterpriseId: part.enterpriseId, total }))
    const payable = { base: totals.total, areaCode: areaCode ?? '', parts }
    const fit = fittingMethods(payable, methodFactsFrom(methods, c.env))
    return c.json(describeQuote(orders, totals, fit))
  },
)

type Seen = {
  cartId: string
  facts: Facts
  sellers: ReadonlyMap<string, Seller>
  methods: MethodFacts
}

async function findFacts(c: Ctx, asked: requests.PlacingInput): Promise<Seen> {
  const { db, actor, now } = c.var
  const { buyer, address, expected, vouchers } = asked
  const ref = await cartRefOf(c, asked.cartId)
  const personId = actor.kind === 'person' ? actor.id : null
  const { goodsTotal, shippingTotal, discountTotal } = expected
  const base = amount(Math.max(0, goodsTotal + shippingTotal - discountTotal))
  const [answered, heads, open, taken, methods, ...rows] = await read(db, [
    findAnswered(c),
    findCart(db, ref),
    queries.countOpen(db, { phone: buyer.phone, personId, ref }),
    queries.listTakenTotals(db, base),
    findMethodFacts(db, sellersOfCart(ref), { phone: buyer.phone, personId }),
    ...findPricing(db, { ref, area: address?.areaCode, vouchers, phone: buyer.phone, now }),
  ])
  replayAnswered(c, answered)
  if (ref.current) refuseUnless(heads.length > 0, 'cart-empty', 'There is nothing in this basket.')
  const { cartId } = found(heads[0], 'cart')
  const pricing = pricingFrom(rows, { ...ratesOf(c), now })
  const ways = methodFactsFrom(methods, c.env)
  return {
    cartId,
    methods: ways,
    sellers: new Map(pricing.cart.parts.map((part) => [part.enterpriseId, part])),
    facts: {
      ...pricing,
      open: open[0]?.open ?? 0,
      takenTotals: taken.map((one) => one.taken),
      methods: waysOf(ways),
    },
  }
}

/** The day it is, and the network's rate of commission on it. */
function ratesOf(c: Ctx) {
  const rates = ratesFrom(c.env.COMMISSION_BPS ?? '0')
  if (!rates) throw new Refusal('unavailable', 'The commission of this network cannot be read.')
  const on = dateIn(c.env.ZONE, c.var.now)
  return { on, commission: rateOn(rates, on) }
}

/** The names of the village, frozen beside its code. */
const areaTextOf = async (c: Ctx, address: { areaCode: VillageCode } | null) =>
  address ? villageLine(c, address.areaCode, '/address/areaCode') : ''

type Bound = Seen & { bank: BankAccount | null; savesAddress: boolean }

/** Someone may take the same total between our look and our commit: then another code is tried. */
async function commitPlaced(c: Ctx, placed: Placed, bound: Bound, tries = 1) {
  const body = describePlaced(placed, bound)
  try {
    await commit(c, statementsOf(c, placed, bound), body)
    return body
  } catch (reason) {
    if (!isTotalTaken(reason) || tries === MOST_TRIES) throw reason
    const taken = [...bound.facts.takenTotals, placed.purchase.total]
    const facts = { ...bound.facts, takenTotals: taken }
    const other = withOtherCode(placed, taken, c.var.random)
    return commitPlaced(c, other, { ...bound, facts }, tries + 1)
  }
}

function isTotalTaken(reason: unknown): boolean {
  return reason instanceof Refusal && reason.more.facts?.constraint === 'purchases.total'
}

function ordersOf({ orders }: Placed, { sellers }: Bound) {
  return orders.map((order) => ({
    ...order,
    seller: found(sellers.get(order.enterpriseId), 'seller'),
  }))
}

function describePlaced(placed: Placed, bound: Bound) {
  return describePurchase(placed.purchase, ordersOf(placed, bound), bound.bank)
}

function statementsOf(c: Ctx, placed: Placed, bound: Bound): Statement[] {
  const { db, now, newId } = c.var
  const { purchase, orders } = placed
  const { buyerPhone: phone, personId } = purchase
  const { cartId, bank } = bound
  const messages = placedMessages(purchase, ordersOf(placed, bound), { site: siteOf(c), bank })
  const events = [purchase, ...orders].map((one) => ({
    ...actOf(c),
    subject: one.id,
    seq: 1,
    type: 'placed',
    data: { total: one.total },
  }))
  return [
    ...countSource(c, 'purchases', FROM_ONE_SOURCE),
    ...queries.assertAsSeen(db, { phone, personId, cartId }, placed),
    ...changeStock(
      db,
      orders.flatMap(({ lines }) => lines.map((one) => ({ ...one, by: -one.quantity }))),
    ),
    ...insertPlaced(db, placed),
    ...(purchase.method === 'cod'
      ? agreeOnCod(db, { purchaseId: purchase.id, phone, personId }, now)
      : []),
    ...recordUses(db, {
      purchaseId: purchase.id,
      phone,
      orders,
      vouchers: bound.facts.vouchers,
    }),
    ...(bound.savesAddress ? keepAddress(db, addressOf(purchase, newId())) : []),
    queries.emptyCart(db, cartId),
    recordEvents(db, events),
    ...insertMessages(
      db,
      messages.map((one) => ({ ...one, id: newId() })),
      now,
    ),
  ]
}
