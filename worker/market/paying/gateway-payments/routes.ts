/**
 * Paying through a gateway: the buyer is sent to its page, the gateway tells us, and whoever doubts asks it
 * again. The world outside is called between two commits: a crash leaves an attempt that the clock settles.
 */
import { sql } from 'drizzle-orm'
import { Hono } from 'hono'
import { commit as commitBatch, read } from '#db/client'
import { about } from '#worker/http/about'
import { actOf } from '#worker/http/act'
import { allow } from '#worker/http/allow'
import type { Ctx, HonoEnv } from '#worker/http/context'
import { sha256 } from '#worker/http/fingerprint'
import { commit, once } from '#worker/http/idempotency'
import { log } from '#worker/http/log'
import { paged } from '#worker/http/paging'
import { parseQuery } from '#worker/http/parse'
import { siteOf } from '#worker/http/site'
import { countSource } from '#worker/http/source'
import { applyReport } from '#worker/jobs/gateway-reports'
import { found, Refusal } from '#worker/kernel/refusal'
import * as answers from '#worker/market/paying/gateway-payments/answers'
import {
  beginPayment,
  openPayment,
  type GatewayPayment,
} from '#worker/market/paying/gateway-payments/gateway-payment'
import * as queries from '#worker/market/paying/gateway-payments/queries'
import { isProvider, type Provider } from '#worker/market/paying/gateway-payments/report'
import * as requests from '#worker/market/paying/gateway-payments/requests'
import { ShownQuery } from '#worker/market/buying/purchases/requests'
import { shownPurchase } from '#worker/market/buying/purchases/routes'
import type { Purchase } from '#worker/market/buying/purchases/purchase'
import { gatewayFor, type Gateway } from '#worker/providers/gateway'

const LARGEST_NOTICE = 64 * 1024
const FORGED = { most: 60, windowMs: 60 * 60 * 1000 }
/** Refusals that are answered to a gateway as they are. */
const SAID: ReadonlySet<string> = new Set(['unavailable', 'too-many-requests'])
const CHECKS = { most: 30, windowMs: 60 * 60 * 1000 }

/** Mounted with the purchases. */
export const gatewayPaying = new Hono<HonoEnv>()
  .post(
    '/:code/gateway-payment',
    about('Go and pay at the gateway: the page to send the buyer to', answers.BegunAnswer, 201),
    allow('public'),
    once(),
    parseQuery(ShownQuery),
    async (c) => {
      const { db, now, newId } = c.var
      const { purchase, attempts, book } = await shownPurchase(c, c.req.valid('query'))
      const open = attempts.find((one) => one.status === 'open' && one.provider === purchase.method)
      if (open?.redirectTo && purchase.status === 'pending' && now < purchase.expiresAt) {
        const body = { reference: open.reference, redirectTo: open.redirectTo }
        await commit(c, [], body)
        return c.json(body, 201)
      }

      const asked = beginPayment(purchase, { id: newId(), book, now, attempts })
      const gateway = gatewayNamed(c, asked.provider)
      const act = actOf(c)
      await commitBatch(db, queries.insertAttempt(db, asked, act))
      const begun = await begin(c, gateway, { asked, purchase })
      const opened = openPayment(asked, begun)
      const body = { reference: opened.reference, redirectTo: begun.redirectTo }
      await commit(c, queries.changeAttempt(db, opened, { type: 'opened' }, act), body)
      return c.json(body, 201)
    },
  )
  .post(
    '/:code/gateway-check',
    about('Ask the gateway whether this purchase has been paid', answers.CheckedAnswer),
    allow('public'),
    parseQuery(ShownQuery),
    async (c) => {
      const { purchase, attempts } = await shownPurchase(c, c.req.valid('query'))
      const last = attempts.at(-1)
      if (!last) throw new Refusal('not-found', 'Nobody has begun to pay this at a gateway.')
      const { db } = c.var
      await commitBatch(db, countSource(c, `gateway-check:${purchase.code}`, CHECKS))
      return c.json({ outcome: await check(c, last) })
    },
  )

type Asked = { asked: GatewayPayment; purchase: Purchase }

async function begin(c: Ctx, gateway: Gateway, { asked, purchase }: Asked) {
  const { code, buyerName: name, buyerPhone: phone, buyerEmail: email, locale } = purchase
  const { url, network } = siteOf(c)
  const page = locale === 'en' ? `/en/purchases/${code}` : `/purchases/${code}`
  try {
    return await gateway.begin({
      reference: asked.reference,
      amount: asked.amount,
      title: `Belanja ${code} di ${network}`,
      buyer: { name, phone, email },
      returnTo: `${url ?? ''}${page}`,
      minutes: Math.max(15, Math.floor((purchase.expiresAt - c.var.now) / 60_000)),
    })
  } catch (reason) {
    return unanswered(asked, reason)
  }
}

function unanswered({ provider, id }: { provider: Provider; id: string }, reason: unknown): never {
  const error = reason instanceof Error ? reason.message : 'unknown'
  log('error', { gateway: provider, payment: id, error })
  throw new Refusal('unavailable', 'The gateway does not answer. Try again, or pay another way.')
}

function gatewayNamed(c: Ctx, provider: string): Gateway {
  return found(isProvider(provider) ? gatewayFor(c.env, provider) : null, 'gateway')
}

async function check(c: Ctx, payment: GatewayPayment): Promise<string> {
  const report = await gatewayNamed(c, payment.provider)
    .statusOf(payment)
    .catch((reason: unknown) => unanswered(payment, reason))
  return report ? applyReport(worldOf(c), payment.id, report) : 'no-change'
}

function worldOf(c: Ctx) {
  const { db, now, newId } = c.var
  return { env: c.env, db, now, newId, act: actOf(c) }
}

/** What gateways tell us. Ours to prove; whatever we can explain or not, it is kept and answered. */
export const gateways = new Hono<HonoEnv>().post(
  '/:provider/notices',
  about('A gateway tells what became of a payment', answers.NoticeAnswer),
  allow('public'),
  async (c) => {
    const provider = c.req.param('provider')
    const gateway = gatewayNamed(c, provider)
    const body = await c.req.text()
    if (body.length > LARGEST_NOTICE) throw new Refusal('too-large', 'A notice holds 64 KiB.')
    if (!(await gateway.isAuthentic(c.req.raw.headers, body, c.var.now))) {
      log('warn', { gateway: provider, notice: 'not authentic', sha256: await sha256(body) })
      const counted = countSource(c, `notices:${provider}`, FORGED)
      await orAgain(provider, () => commitBatch(c.var.db, counted))
      throw new Refusal('not-signed-in', 'This notice is not signed with our key.')
    }
    const outcome = await orAgain(provider, () => notice(c, { provider, gateway, body }))
    return c.json({ outcome })
  },
)

/** The gateway comes again after a failure of ours, and only then. */
async function orAgain<T>(provider: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act()
  } catch (reason) {
    const isSaid = reason instanceof Refusal && SAID.has(reason.type)
    if (isSaid) throw reason
    log('error', { gateway: provider, error: reason instanceof Error ? reason.message : '' })
    throw new Refusal('unavailable', 'This could not be booked now. Send it again.')
  }
}

type Notice = { provider: string; gateway: Gateway; body: string }

async function notice(c: Ctx, { provider, gateway, body }: Notice): Promise<string> {
  const { db, now } = c.var
  const hash = await sha256(body)
  const told = gateway.noticeFrom(body)
  const kept = { provider, sha256: hash, body: withoutSecrets(body), at: now }
  const [, rows] = await commitBatch(db, [
    queries.keepNotice(db, kept),
    queries.listAttempts(db, queries.idOfReference(provider, told?.reference ?? '')),
  ])
  const payment = rows[0] && queries.gatewayPaymentFrom(rows[0])
  if (!told || !payment) {
    const outcome = told ? 'unknown-payment' : 'unreadable'
    log('warn', { gateway: provider, notice: outcome, sha256: hash })
    await commitBatch(db, [queries.changeNotice(db, kept, outcome)])
    return outcome
  }
  const report = await gateway.statusOf(payment)
  if (!report) {
    await commitBatch(db, [queries.changeNotice(db, kept, 'unconfirmed')])
    return 'unconfirmed'
  }
  return applyReport(worldOf(c), payment.id, report, (outcome) => [
    queries.changeNotice(db, kept, outcome),
  ])
}

/** The words as they came, but for what proves them. */
function withoutSecrets(body: string): string {
  try {
    const told = JSON.parse(body) as Record<string, unknown>
    return JSON.stringify({ ...told, signature_key: undefined }).slice(0, 8_000)
  } catch {
    return body.slice(0, 8_000)
  }
}

export const gatewayPayments = new Hono<HonoEnv>()
  .get(
    '/',
    about('Payments through gateways, the newest first', answers.GatewayPaymentPage),
    allow('payment.read'),
    parseQuery(requests.GatewayPaymentsQuery),
    async (c) => {
      const { db, scope } = c.var
      const { after, limit } = c.req.valid('query')
      const book = found(scope[0], 'book')
      const [rows, clearing] = await read(db, [
        queries.listGatewayPayments(db, book, { after, limit: limit + 1 }),
        queries.listClearing(db, book),
      ])
      const page = paged(rows, limit, (row) => [row.id])
      const held = clearing.map((one) => ({ provider: one.provider, amount: one.held }))
      return c.json({ items: page.rows.map(answers.describeAttempt), next: page.next, held })
    },
  )
  .post(
    '/:id/check',
    about('Ask the gateway what became of a payment', answers.CheckedAnswer),
    allow('payment.match'),
    async (c) => {
      const ids = sql`(SELECT ${c.req.param('id')})`
      const [rows] = await read(c.var.db, [queries.listAttempts(c.var.db, ids)])
      const payment = queries.gatewayPaymentFrom(found(rows[0], 'payment'))
      found(c.var.scope.includes(payment.book) ? payment : null, 'payment')
      return c.json({ outcome: await check(c, payment) })
    },
  )
