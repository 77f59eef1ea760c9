import { sql, type SQL } from 'drizzle-orm'
import type { Database, Statement } from '#db/client'
import { gatewayMoves, gatewayPayments, gatewayTransfers, paymentLosses } from '#db/schema/gateways'
import type { Act } from '#worker/history/event'
import { recordEvents } from '#worker/history/queries'
import { instant, type Instant } from '#worker/kernel/calendar'
import { amount, type Amount } from '#worker/kernel/money'
import type { GatewayPayment } from '#worker/market/paying/gateway-payments/gateway-payment'

const instantOrNull = (at: number | null): Instant | null => (at === null ? null : instant(at))

export function gatewayPaymentFrom(row: typeof gatewayPayments.$inferSelect): GatewayPayment {
  return {
    ...row,
    amount: amount(row.amount),
    received: amount(row.received),
    back: amount(row.back),
    askedAt: instant(row.askedAt),
    paidAt: instantOrNull(row.paidAt),
    checkAt: instantOrNull(row.checkAt),
  }
}

/** Attempts by SQL for their ids. */
export function listAttempts(db: Database, ids: SQL) {
  return db
    .select()
    .from(gatewayPayments)
    .where(sql`id IN ${ids}`)
    .orderBy(gatewayPayments.id)
}

export const idsOfPurchase = (purchaseId: SQL) =>
  sql`(SELECT id FROM gateway_payments WHERE purchase_id IN ${purchaseId})`

export const idOfReference = (provider: string, reference: string) =>
  sql`(SELECT id FROM gateway_payments WHERE provider = ${provider} AND reference = ${reference})`

/** Attempts of which the gateway is to be asked now, the most overdue first. */
export const idsToCheck = (now: number, limit: number) =>
  sql`(SELECT id FROM gateway_payments WHERE check_at IS NOT NULL AND check_at <= ${now}
    ORDER BY check_at LIMIT ${limit})`

export function insertAttempt(db: Database, payment: GatewayPayment, act: Act): Statement[] {
  const { id, provider, reference, amount: asked } = payment
  const data = { provider, reference, amount: asked }
  return [
    db.insert(gatewayPayments).values(payment),
    recordEvents(db, [{ ...act, subject: id, seq: 1, type: 'asked', data }]),
  ]
}

type Happened = { type: string; data?: Readonly<Record<string, unknown>> }

/** The statements by which an attempt changes; two who read the same state collide by the event. */
export function changeAttempt(
  db: Database,
  payment: GatewayPayment,
  happened: Happened,
  act: Act,
): Statement[] {
  const { id, status, providerId, redirectTo, received, back, paidAt, checkAt, version } = payment
  return [
    recordEvents(db, [{ ...act, subject: id, seq: version, ...happened }]),
    db
      .update(gatewayPayments)
      .set({ status, providerId, redirectTo, received, back, paidAt, checkAt, version })
      .where(sql`id = ${id}`),
  ]
}

/** When the clock asks next of these; nothing else about them has changed. */
export function postponeChecks(
  db: Database,
  checks: readonly Pick<GatewayPayment, 'id' | 'checkAt'>[],
): Statement {
  const rows = JSON.stringify(checks.map((one) => [one.id, one.checkAt]))
  return db.run(sql`
    UPDATE gateway_payments SET check_at = j.value->>1
    FROM json_each(${rows}) j WHERE gateway_payments.id = j.value->>0`)
}

/** A payment of theirs has one effect of each kind, however often it is told. */
export function recordMove(
  db: Database,
  payment: GatewayPayment,
  move: { kind: string; amount: Amount; at: number },
): Statement {
  const { id, provider, providerId, reference } = payment
  return db.insert(gatewayMoves).values({
    ...{ provider, providerId: providerId ?? reference, paymentId: id },
    ...{ kind: move.kind, amount: move.amount, at: move.at },
  })
}

/** The same words again only count. */
export function keepNotice(
  db: Database,
  notice: { provider: string; sha256: string; body: string; at: number },
): Statement {
  const { provider, sha256, body, at } = notice
  return db.run(sql`
    INSERT INTO gateway_notices (provider, sha256, body, outcome, times, first_at, last_at)
    VALUES (${provider}, ${sha256}, ${body}, 'come', 1, ${at}, ${at})
    ON CONFLICT (provider, sha256) DO UPDATE SET times = times + 1, last_at = excluded.last_at`)
}

export function changeNotice(
  db: Database,
  { provider, sha256 }: { provider: string; sha256: string },
  outcome: string,
): Statement {
  return db.run(sql`UPDATE gateway_notices SET outcome = ${outcome}
    WHERE provider = ${provider} AND sha256 = ${sha256}`)
}

export type Loss = {
  id: string
  book: string
  purchaseId: string
  amount: Amount
  createdAt: number
}

export function recordLoss(db: Database, loss: Loss, act: Act): Statement[] {
  return [
    db.insert(paymentLosses).values({ ...loss, status: 'open', note: '', version: 1 }),
    recordEvents(db, [
      { ...act, subject: loss.id, seq: 1, type: 'lost', data: { amount: loss.amount } },
    ]),
  ]
}

export type AttemptRow = typeof gatewayPayments.$inferSelect & {
  code: string
  buyerName: string
}

/** Newest first. */
export function listGatewayPayments(
  db: Database,
  book: string,
  { after, limit }: { after?: [string] | undefined; limit: number },
) {
  const older = after ? sql`AND g.id < ${after[0]}` : sql``
  return db.all<AttemptRow>(sql`
    SELECT g.id AS id, g.book AS book, g.purchase_id AS purchaseId, g.provider AS provider,
      g.reference AS reference, g.amount AS amount, g.status AS status,
      g.provider_id AS providerId, g.redirect_to AS redirectTo, g.received AS received,
      g.back AS back, g.asked_at AS askedAt, g.paid_at AS paidAt, g.check_at AS checkAt,
      g.version AS version, p.code AS code, p.buyer_name AS buyerName
    FROM gateway_payments g JOIN purchases p ON p.id = g.purchase_id
    WHERE g.book = ${book} ${older} ORDER BY g.id DESC LIMIT ${limit}`)
}

/** What each gateway still holds of ours. */
export function listClearing(db: Database, book: string) {
  return db.all<{ provider: string; held: number }>(sql`
    SELECT holder AS provider, debits - credits AS held FROM accounts
    WHERE book = ${book} AND code = 'gateway-clearing' ORDER BY holder`)
}

export type LossRow = typeof paymentLosses.$inferSelect & { code: string; buyerPhone: string }

export function listLosses(db: Database, book: string, status: 'open' | 'closed', limit: number) {
  return db.all<LossRow>(sql`
    SELECT l.id AS id, l.book AS book, l.purchase_id AS purchaseId, l.amount AS amount,
      l.status AS status, l.note AS note, l.created_at AS createdAt, l.closed_at AS closedAt,
      l.version AS version, p.code AS code, p.buyer_phone AS buyerPhone
    FROM payment_losses l JOIN purchases p ON p.id = l.purchase_id
    WHERE l.book = ${book} AND l.status = ${status} ORDER BY l.id LIMIT ${limit}`)
}

export function findLoss(db: Database, book: string, id: string) {
  return db.all<LossRow>(sql`
    SELECT l.id AS id, l.book AS book, l.purchase_id AS purchaseId, l.amount AS amount,
      l.status AS status, l.note AS note, l.created_at AS createdAt, l.closed_at AS closedAt,
      l.version AS version, p.code AS code, p.buyer_phone AS buyerPhone
    FROM payment_losses l JOIN purchases p ON p.id = l.purchase_id
    WHERE l.book = ${book} AND l.id = ${id}`)
}

export function closeLoss(db: Database, loss: LossRow, note: string, act: Act): Statement[] {
  const version = loss.version + 1
  return [
    recordEvents(db, [{ ...act, subject: loss.id, seq: version, type: 'closed', data: { note } }]),
    db
      .update(paymentLosses)
      .set({ status: 'closed', note, closedAt: act.at, version })
      .where(sql`id = ${loss.id}`),
  ]
}

export function insertTransfer(
  db: Database,
  transfer: typeof gatewayTransfers.$inferInsert,
  act: Act,
): Statement[] {
  const { id, provider, net, fee } = transfer
  return [
    db.insert(gatewayTransfers).values(transfer),
    recordEvents(db, [
      { ...act, subject: id, seq: 1, type: 'received', data: { provider, net, fee } },
    ]),
  ]
}
