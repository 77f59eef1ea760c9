/** How one may pay: at the till, and for an open purchase, whose way of paying may change. */
import { sql } from 'drizzle-orm'
import { Hono } from 'hono'
import { read } from '#db/client'
import { about } from '#worker/http/about'
import { actOf } from '#worker/http/act'
import { allow } from '#worker/http/allow'
import { cartRefOf } from '#worker/http/cart-cookie'
import type { Ctx, HonoEnv } from '#worker/http/context'
import { instantText } from '#worker/http/fields'
import { commit, once } from '#worker/http/idempotency'
import { languageOf } from '#worker/http/language'
import { parseJson, parseQuery } from '#worker/http/parse'
import { recordEvents } from '#worker/history/queries'
import { amount, sum } from '#worker/kernel/money'
import { Refusal } from '#worker/kernel/refusal'
import { cartFrom, listCartLines } from '#worker/market/buying/carts/queries'
import { subtotal } from '#worker/market/buying/carts/cart'
import { METHODS } from '#worker/market/buying/checkout/methods'
import { listTakenTotals } from '#worker/market/buying/checkout/queries'
import { freeCode } from '#worker/market/buying/checkout/unique-code'
import * as answers from '#worker/market/paying/payment-methods/answers'
import * as methods from '#worker/market/paying/payment-methods/method'
import * as queries from '#worker/market/paying/payment-methods/queries'
import * as requests from '#worker/market/paying/payment-methods/requests'
import { changePurchases, changeTerms } from '#worker/market/buying/purchases/queries'
import { ShownQuery } from '#worker/market/buying/purchases/requests'
import { shownPurchase, type ShownPurchase } from '#worker/market/buying/purchases/routes'
import { dynamicQris, readStaticQris } from '#worker/market/paying/qris/qris'
import { drawnQris } from '#worker/market/paying/qris/drawing'
import { missingOf } from '#worker/market/paying/suspense/suspense'
import type { Purchase } from '#worker/market/buying/purchases/purchase'

const MOST_TRIES = 5

/** For what lies in a cart, before it is bought. */
export const paymentMethods = new Hono<HonoEnv>().get(
  '/',
  about('Ways to pay for what lies in a cart', answers.OffersAnswer),
  allow('public'),
  parseQuery(requests.OffersQuery),
  async (c) => {
    const { db, actor, now } = c.var
    const { cart: token, areaCode, total } = c.req.valid('query')
    const ref = await cartRefOf(c, token)
    const person = actor.kind === 'person' ? actor : null
    const buyer = { phone: person?.phone ?? '', personId: person?.id ?? null }
    const [lines, rows] = await read(db, [
      listCartLines(db, ref, now),
      queries.findMethodFacts(db, queries.sellersOfCart(ref), buyer),
    ])
    const parts = cartFrom(lines).parts.map((part) => ({
      enterpriseId: part.enterpriseId,
      total: subtotal(part),
    }))
    const asked = { base: amount(total), areaCode, parts }
    const offers = methods.offersOf(asked, queries.methodFactsFrom(rows, c.env))
    return c.json({ items: answers.describeOffers(offers, languageOf(c.req.raw)) })
  },
)

/** Mounted with the purchases. */
export const paying = new Hono<HonoEnv>()
  .get(
    '/:code/payment',
    about('How a purchase is paid, and how else it could be', answers.PaymentAnswer),
    allow('public'),
    parseQuery(ShownQuery),
    async (c) => c.json(describe(c, await shownPurchase(c, c.req.valid('query')))),
  )
  .get(
    '/:code/qris.svg',
    about('The QRIS code of an open purchase as a picture', null),
    allow('public'),
    parseQuery(ShownQuery),
    async (c) => {
      const shown = await shownPurchase(c, c.req.valid('query'))
      const payload = describe(c, shown).qris?.payload
      if (!payload) throw new Refusal('not-found', 'This purchase has no code to scan.')
      return c.body(drawnQris(payload), 200, {
        'content-type': 'image/svg+xml',
        'content-disposition': `attachment; filename="qris-${shown.purchase.code}.svg"`,
        'cache-control': 'no-store',
      })
    },
  )
  .post(
    '/:code/method',
    about('Pay an open purchase another way', answers.PaymentAnswer, 201),
    allow('public'),
    once(),
    parseQuery(ShownQuery),
    parseJson(requests.MethodRequest),
    async (c) => {
      const { method } = c.req.valid('json')
      const shown = await shownPurchase(c, c.req.valid('query'))
      methods.refuseUnoffered(method, askedOf(shown), queries.methodFactsFrom(shown.methods, c.env))
      return c.json(await commitMethod(c, shown, method), 201)
    },
  )

/** Another purchase may take the same total in the same moment: then another code is tried. */
async function commitMethod(c: Ctx, shown: ShownPurchase, method: methods.Method) {
  const { db, now, random } = c.var
  const { purchase } = shown
  const base = methods.baseOf(purchase)
  for (let tries = 1; ; tries += 1) {
    const taken = (await listTakenTotals(db, base)).map((one) => one.taken)
    const others = taken.filter((one) => one !== purchase.total)
    const keeps = METHODS[method].hasCode && purchase.uniqueCode > 0
    const code = keeps ? purchase.uniqueCode : freeCode(base, others, random)
    const changed = methods.changeMethod(purchase, method, { now, code })
    const body = describe(c, { ...shown, purchase: changed, attempts: [] })
    try {
      await commit(c, changing(c, shown, changed), body)
      return body
    } catch (reason) {
      const isTaken =
        reason instanceof Refusal && reason.more.facts?.constraint === 'purchases.total'
      if (!isTaken || tries === MOST_TRIES) throw reason
    }
  }
}

function changing(c: Ctx, { orders }: ShownPurchase, changed: Purchase) {
  const { db, now } = c.var
  const { id, method, version, buyerPhone: phone, personId } = changed
  const act = actOf(c)
  const isCod = method === 'cod'
  const agreed = { ...act, type: 'terms-agreed', data: { terms: 'cod' } }
  return [
    recordEvents(db, [
      { ...act, subject: id, seq: version, type: 'method-changed', data: { method } },
      ...orders.flatMap((one) =>
        isCod ? [{ ...agreed, subject: one.id, seq: one.version + 1 }] : [],
      ),
    ]),
    changePurchases(db, [changed]),
    changeTerms(db, changed),
    ...(isCod
      ? [
          db.run(sql`UPDATE orders SET version = version + 1 WHERE purchase_id = ${id}`),
          ...queries.agreeOnCod(db, { purchaseId: id, phone, personId }, now),
        ]
      : []),
  ]
}

function askedOf({ purchase, orders }: ShownPurchase): methods.Asked {
  return {
    base: sum(orders.map((one) => amount(one.total))),
    areaCode: purchase.areaCode,
    parts: orders.map((one) => ({ enterpriseId: one.enterpriseId, total: amount(one.total) })),
  }
}

function describe(c: Ctx, shown: ShownPurchase) {
  const { purchase, attempts, parts } = shown
  const facts = queries.methodFactsFrom(shown.methods, c.env)
  const isOpen = purchase.status === 'pending'
  const { code, method, status, total, expiresAt } = purchase
  const qris =
    facts.code !== null && isOpen && method === 'qris' ? readStaticQris(facts.code) : null
  const last = attempts.filter((one) => one.provider === method).at(-1)
  const offers = isOpen
    ? methods.offersOf(askedOf(shown), facts).filter((one) => one.method !== method)
    : []
  return {
    ...{ code, method, status, total, expiresAt: instantText(expiresAt) },
    qris: qris && {
      payload: dynamicQris(qris.payload, total),
      ...{ merchant: qris.merchant, city: qris.city, nmid: qris.nmid },
    },
    gateway: last ? { status: last.status, redirectTo: last.redirectTo } : null,
    missing: missingOf(purchase, parts),
    offers: answers.describeOffers(offers, languageOf(c.req.raw)),
  }
}
