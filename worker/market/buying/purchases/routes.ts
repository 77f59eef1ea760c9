/** Purchases: seeing one again by its code, and taking it back while it is unpaid. */
import { sql } from 'drizzle-orm'
import { Hono } from 'hono'
import { read } from '#db/client'
import { about } from '#worker/http/about'
import { actOf } from '#worker/http/act'
import { allow } from '#worker/http/allow'
import { cartRefOf, CURRENT } from '#worker/http/cart-cookie'
import type { Ctx, HonoEnv } from '#worker/http/context'
import { findGuesses, refuseExhausted, refuseGuess } from '#worker/http/guesses'
import { commit, findAnswered, once, replayAnswered } from '#worker/http/idempotency'
import { parseQuery } from '#worker/http/parse'
import { phoneFrom } from '#worker/identity/phone'
import { found } from '#worker/kernel/refusal'
import {
  gatewayPaymentFrom,
  idsOfPurchase,
  listAttempts,
} from '#worker/market/paying/gateway-payments/queries'
import { findOperator } from '#worker/market/fulfilling/orders/queries'
import { findMethodFacts } from '#worker/market/paying/payment-methods/queries'
import { bankAccountFrom } from '#worker/market/paying/payments/bank-account'
import { countProofs } from '#worker/market/paying/proofs/queries'
import { describePurchase, PurchaseAnswer } from '#worker/market/buying/purchases/answers'
import { lapse, mayRead } from '#worker/market/buying/purchases/purchase'
import {
  idOfCode,
  listLinesOf,
  listOrdersOf,
  listPurchases,
  purchaseFrom,
  recordLapses,
  shownOrders,
} from '#worker/market/buying/purchases/queries'
import { ShownQuery } from '#worker/market/buying/purchases/requests'
import { listPartsOf, unmatchedFrom } from '#worker/market/paying/suspense/queries'

export const purchases = new Hono<HonoEnv>()
  .get(
    '/:code',
    about(
      'A purchase, for its buyer: signed in, by her cart’s cookie, or by her number',
      PurchaseAnswer,
    ),
    allow('public'),
    parseQuery(ShownQuery),
    async (c) => {
      const { purchase, orders, lines } = await shownPurchase(c, c.req.valid('query'))
      const bank = bankAccountFrom(c.env)
      return c.json(describePurchase(purchase, shownOrders(orders, lines), bank))
    },
  )
  .post(
    '/:code/cancellation',
    about('Take an unpaid purchase back; its goods return to the shelves', PurchaseAnswer, 201),
    allow('public'),
    once(),
    parseQuery(ShownQuery),
    async (c) => {
      const { db } = c.var
      const { purchase, orders, lines } = await shownPurchase(c, c.req.valid('query'))

      const lapsed = lapse('cancelled', { purchase, orders, held: lines })

      const shown = shownOrders(lapsed.orders, lines)
      const body = describePurchase(lapsed.purchase, shown, bankAccountFrom(c.env))
      await commit(c, recordLapses(db, [lapsed], actOf(c)), body)
      return c.json(body, 201)
    },
  )

/** The purchase of the address, when whoever asks has shown that it is hers; else there is none. */
export async function shownPurchase(c: Ctx, { phone }: { phone?: string | undefined }) {
  const { db, actor } = c.var
  const code = c.req.param('code')?.toUpperCase() ?? ''
  const enterprises = sql`(SELECT enterprise_id FROM orders WHERE purchase_id IN ${idOfCode(code)})`
  const buyer = sql`(SELECT buyer_phone FROM purchases WHERE code = ${code})`
  const person = sql`(SELECT person_id FROM purchases WHERE code = ${code})`
  const [answered, rows, orders, lines, guesses, ...more] = await read(db, [
    findAnswered(c),
    listPurchases(db, idOfCode(code)),
    listOrdersOf(db, idOfCode(code)),
    listLinesOf(db, idOfCode(code)),
    findGuesses(c, code),
    countProofs(db, idOfCode(code)),
    listAttempts(db, idsOfPurchase(idOfCode(code))),
    listPartsOf(db, idOfCode(code)),
    findMethodFacts(db, enterprises, { phone: buyer, personId: person }),
    findOperator(db),
  ])
  const [proofs, attempts, parts, methods, operator] = more
  const purchase = purchaseFrom(found(rows[0], 'purchase'))
  const personId = actor.kind === 'person' ? actor.id : null
  const { hash: cartHash } = await cartRefOf(c, CURRENT)
  const credentials = { personId, cartHash, phone: null }
  if (!mayRead(purchase, credentials)) {
    if (phone !== undefined) refuseExhausted(guesses)
    const shown = phone === undefined ? null : phoneFrom(phone)
    if (!mayRead(purchase, { ...credentials, phone: shown })) {
      await refuseGuess(c, phone === undefined ? null : code, 'purchase')
    }
  }
  replayAnswered(c, answered)
  return {
    ...{
      purchase,
      orders,
      lines,
      methods,
      book: operator[0]?.book ?? '',
      proofs: proofs[0]?.already ?? 0,
    },
    attempts: attempts.map(gatewayPaymentFrom),
    parts: parts.map(unmatchedFrom),
  }
}

export type ShownPurchase = Awaited<ReturnType<typeof shownPurchase>>
