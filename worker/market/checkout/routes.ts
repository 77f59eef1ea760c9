/** Checkout: what lies in a cart becomes a purchase. Three trips to the database, whatever is in it. */
import { Hono } from 'hono'
import { read, type Statement } from '#db/client'
import { about } from '#worker/http/about'
import { actOf } from '#worker/http/act'
import { allow } from '#worker/http/allow'
import { cartRefOf } from '#worker/http/cart-cookie'
import type { Ctx, HonoEnv } from '#worker/http/context'
import { commit, findAnswered, once, replayAnswered } from '#worker/http/idempotency'
import { malformed, parseJson } from '#worker/http/parse'
import { siteOf } from '#worker/http/site'
import { countSource, localeOf } from '#worker/http/source'
import { recordEvents } from '#worker/history/queries'
import { dateIn } from '#worker/kernel/calendar'
import { shortCode } from '#worker/kernel/id'
import { add } from '#worker/kernel/money'
import { found, Refusal, refuseUnless } from '#worker/kernel/refusal'
import { cartFrom, cartIdOf, findCart, listCartLines } from '#worker/market/carts/queries'
import { rateOn, ratesFrom } from '#worker/market/checkout/commission'
import { place, withOtherCode, type Facts, type Placed } from '#worker/market/checkout/placing'
import * as queries from '#worker/market/checkout/queries'
import { PlacingRequest, type PlacingInput } from '#worker/market/checkout/requests'
import { bankAccountFrom, type BankAccount } from '#worker/market/payments/bank-account'
import { changeStock } from '#worker/market/products/queries'
import { describePurchase, PurchaseAnswer, type Seller } from '#worker/market/purchases/answers'
import { placedMessages } from '#worker/market/purchases/messages'
import { areaLine, type VillageCode } from '#worker/market/shipping/area'
import { listTariffsTo, tariffsByEnterprise } from '#worker/market/shipping/queries'
import { insertMessages } from '#worker/outbox/queries'
import { assetAreas } from '#worker/providers/areas'
import { sentence } from '#worker/kernel/sentence'

const FROM_ONE_SOURCE = { most: 120, windowMs: 60 * 60 * 1000 }
const MOST_TRIES = 5

export const checkout = new Hono<HonoEnv>().post(
  '/',
  about('Place a purchase: one order for each seller in the cart', PurchaseAnswer, 201),
  allow('public'),
  once(),
  parseJson(PlacingRequest),
  async (c) => {
    const { now, random, newId, actor } = c.var
    const asked = c.req.valid('json')
    const bank = bankAccountFrom(c.env)
    if (!bank) throw new Refusal('unavailable', 'This network has no bank account to pay to yet.')
    const [seen, areaText] = await Promise.all([findFacts(c, asked), areaTextOf(c, asked.address)])

    const { buyer, address, deliveries, expected } = asked
    const placed = place(
      { buyer, address: address && { ...address, areaText }, deliveries, expected },
      seen.facts,
      {
        purchaseId: newId(),
        code: shortCode(random),
        personId: actor.kind === 'person' ? actor.id : null,
        cartHash: seen.cartId,
        locale: localeOf(c),
        now,
        random,
        newId,
      },
    )

    const body = await commitPlaced(c, placed, { ...seen, bank })
    return c.json(body, 201)
  },
)

type Seen = { cartId: string; facts: Facts; sellers: ReadonlyMap<string, Seller> }

async function findFacts(c: Ctx, asked: PlacingInput): Promise<Seen> {
  const { db, actor, now } = c.var
  const { buyer, address, expected } = asked
  const ref = await cartRefOf(c, asked.cartId)
  const personId = actor.kind === 'person' ? actor.id : null
  const base = add(expected.goodsTotal, expected.shippingTotal)
  const [answered, heads, lines, tariffs, open, taken] = await read(db, [
    findAnswered(c),
    findCart(db, ref),
    listCartLines(db, ref, now),
    listTariffsTo(db, cartIdOf(ref), address?.areaCode),
    queries.countOpen(db, { phone: buyer.phone, personId, ref }),
    queries.listTakenTotals(db, base),
  ])
  replayAnswered(c, answered)
  if (ref.current) refuseUnless(heads.length > 0, 'cart-empty', 'There is nothing in this basket.')
  const { cartId } = found(heads[0], 'cart')
  const cart = cartFrom(lines)
  const rates = ratesFrom(c.env.COMMISSION_BPS ?? '0')
  if (!rates) throw new Refusal('unavailable', 'The commission of this network cannot be read.')
  return {
    cartId,
    sellers: new Map(cart.parts.map((part) => [part.enterpriseId, part])),
    facts: {
      cart,
      tariffs: tariffsByEnterprise(tariffs),
      open: open[0]?.open ?? 0,
      takenTotals: taken.map((one) => one.taken),
      commission: rateOn(rates, dateIn(c.env.ZONE, now)),
    },
  }
}

/** The names of the village, frozen beside its code. */
async function areaTextOf(c: Ctx, address: { areaCode: VillageCode } | null): Promise<string> {
  if (!address) return ''
  const names = await assetAreas(c.env.ASSETS).find(address.areaCode)
  if (names) return areaLine(address.areaCode, names)
  throw malformed([
    {
      pointer: '/address/areaCode',
      detail: sentence('Tidak ada desa dengan kode ini.', 'No village has this code.'),
    },
  ])
}

type Bound = Seen & { bank: BankAccount }

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
    ...queries.insertPlaced(db, placed),
    queries.emptyCart(db, cartId),
    recordEvents(db, events),
    ...insertMessages(
      db,
      messages.map((one) => ({ ...one, id: newId() })),
      now,
    ),
  ]
}
