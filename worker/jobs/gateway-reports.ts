/**
 * What a gateway reports is brought into the books: one read, one decision, one batch, whoever asked (a
 * notice, a person, the clock). Of two who do so at once the second collides, looks again, and finds
 * nothing left to do.
 */
import { sql } from 'drizzle-orm'
import { commit, read, type Database, type Statement } from '#db/client'
import type { Act } from '#worker/history/event'
import type { Env } from '#worker/http/context'
import { log } from '#worker/http/log'
import { siteFrom } from '#worker/http/site'
import { dateIn, type Instant, type LocalDate } from '#worker/kernel/calendar'
import { amount, ZERO } from '#worker/kernel/money'
import { Refusal } from '#worker/kernel/refusal'
import { entryOf } from '#worker/ledger/entry'
import * as rules from '#worker/ledger/posting-rules/payments'
import { recordEntries } from '#worker/ledger/queries'
import {
  movedBy,
  nextMove,
  type GatewayPayment,
  type Move,
  type Outcome,
} from '#worker/market/paying/gateway-payments/gateway-payment'
import * as queries from '#worker/market/paying/gateway-payments/queries'
import type { Report } from '#worker/market/paying/gateway-payments/report'
import { takeBack } from '#worker/market/paying/gateway-payments/taking-back'
import { completionDaysFrom } from '#worker/market/fulfilling/orders/completion-days'
import { recordSteps } from '#worker/market/fulfilling/order-steps/queries'
import { factsOf, findOrders, knownFrom } from '#worker/market/fulfilling/orders/queries'
import { paid } from '#worker/market/paying/payments/paid'
import { recordPaid } from '#worker/market/paying/payments/queries'
import { takenBackMessages } from '#worker/market/buying/purchases/messages'
import {
  changeTerms,
  listOrdersOf,
  listPurchases,
  purchaseFrom,
} from '#worker/market/buying/purchases/queries'
import type { Purchase } from '#worker/market/buying/purchases/purchase'
import * as suspense from '#worker/market/paying/suspense/queries'
import { causeOf, drawn, suspended } from '#worker/market/paying/suspense/suspense'
import { insertMessages } from '#worker/outbox/queries'

export type World = { env: Env; db: Database; now: Instant; act: Act; newId: () => string }

const MOST_MOVES = 4

/** `also` is written in the batch of the last move, or alone when there is none. */
export async function applyReport(
  world: World,
  paymentId: string,
  report: Report,
  also: (outcome: Outcome) => Statement[] = () => [],
): Promise<Outcome> {
  let outcome: Outcome = 'no-change'
  for (let moves = 0; moves < MOST_MOVES; moves += 1) {
    const facts = await findFacts(world, paymentId)
    const move = nextMove(facts.payment, report)
    if (move.kind === 'nothing') {
      if (outcome === 'no-change') outcome = move.outcome
      const rest = also(outcome)
      if (rest.length > 0) await commit(world.db, rest)
      return outcome
    }
    const after = movedBy(facts.payment, move, { now: world.now, providerId: report.providerId })
    const isLast = nextMove(after, report).kind === 'nothing'
    const said = OUTCOMES[move.kind]
    try {
      await commit(world.db, [
        ...statementsOf(world, { ...facts, after, move, report }),
        ...(isLast ? also(said) : []),
      ])
    } catch (reason) {
      if (reason instanceof Refusal && reason.type === 'outdated') continue
      throw reason
    }
    outcome = said
    if (isLast) return outcome
  }
  throw new Refusal('outdated', 'This payment is being changed by somebody else right now.')
}

const OUTCOMES = { receive: 'received', 'give-back': 'given-back', end: 'ended' } as const

async function findFacts({ db }: World, id: string) {
  const ids = sql`(SELECT ${id})`
  const of = sql`(SELECT purchase_id FROM gateway_payments WHERE id = ${id})`
  const [attempts, purchases, orders, items, ...known] = await read(db, [
    queries.listAttempts(db, ids),
    listPurchases(db, of),
    listOrdersOf(db, of),
    suspense.listPartsOf(db, of),
    ...findOrders(db, sql`(SELECT id FROM orders WHERE purchase_id IN ${of})`),
  ])
  const [attempt, purchase] = [attempts[0], purchases[0]]
  if (!attempt || !purchase) throw new Error(`no gateway payment ${id}`)
  return {
    payment: queries.gatewayPaymentFrom(attempt),
    purchase: purchaseFrom(purchase),
    orders,
    items: items.map(suspense.unmatchedFrom),
    known: knownFrom(known),
  }
}

type Facts = Awaited<ReturnType<typeof findFacts>>
type Moving = Facts & { after: GatewayPayment; move: Move; report: Report }

function statementsOf(world: World, moving: Moving): Statement[] {
  const { move, report, after } = moving
  const { db, act } = world
  const data = { said: report.said, ...('amount' in move ? { amount: move.amount } : {}) }
  const type = move.kind === 'end' ? move.to : move.kind === 'receive' ? 'received' : 'given-back'
  const changed = queries.changeAttempt(db, after, { type, data }, act)
  if (move.kind === 'receive') return [...changed, ...receiving(world, moving, move)]
  if (move.kind === 'give-back') return [...changed, ...givingBack(world, moving, move)]
  return changed
}

/** The suspense of what one attempt brought. */
const suspenseOf = (payment: GatewayPayment) => `${payment.id}-s`

/** Money has come: it pays its purchase, or waits in suspense and says why. */
function receiving(
  world: World,
  { after, purchase, orders, report }: Moving,
  move: Move & { kind: 'receive' },
): Statement[] {
  const { db, env, now, act, newId } = world
  const { book, provider } = after
  const [today, placedOn] = [dateIn(env.ZONE, now), dateIn(env.ZONE, purchase.placedAt)]
  const receivedOn = within(report.paidOn ?? today, placedOn, today)
  const received = { amount: move.amount, receivedOn, reference: `${provider} ${after.reference}` }
  const moves = queries.recordMove(db, after, { kind: 'received', amount: move.amount, at: now })
  const from = rules.atGateway(book, provider, move.amount)
  const owed = withoutCode(purchase)
  if (purchase.status === 'pending' && move.isExact && owed.total === move.amount) {
    const around = { book, now, today, placedOn, site: siteFrom(env), from: [from] }
    const settled = paid({ purchase: { ...owed, method: provider }, orders }, received, around)
    return [
      moves,
      changeTerms(db, settled.settled.purchase),
      ...recordPaid(db, settled, { act, newId }),
    ]
  }
  const cause = move.isExact ? causeOf(purchase, move.amount) : 'mismatch'
  log('warn', { job: 'gateway', payment: after.id, suspense: cause, amount: move.amount })
  const come = { ...received, id: suspenseOf(after), book, createdAt: now }
  const item = suspended({ ...come, purchaseId: purchase.id, source: provider, cause })
  const posting = rules.paymentUnexplained(
    { book, on: receivedOn },
    { ...item, subject: item.id },
    from,
  )
  return [
    moves,
    ...suspense.recordSuspended(db, [item], act),
    ...recordEntries(db, [entryOf(posting, { ...act, id: newId() })]),
  ]
}

/** A gateway names its purchase: no code is needed in the total. */
function withoutCode(purchase: Purchase): Purchase {
  const total = amount(purchase.total - purchase.uniqueCode)
  return { ...purchase, uniqueCode: ZERO, total }
}

/** Money is gone again: what has not been sent stays, what was sent is a loss and a task. */
function givingBack(
  world: World,
  { after, purchase, known, items }: Moving,
  move: Move & { kind: 'give-back' },
): Statement[] {
  const { db, env, now, act, newId } = world
  const { book, provider } = after
  const on = dateIn(env.ZONE, now)
  const site = siteFrom(env)
  const given = { site, book, at: now, on, days: completionDaysFrom(env), newId }
  const item = items.find((one) => one.id === suspenseOf(after) && one.status === 'open') ?? null
  const wasSettledByThis = !items.some((one) => one.id === suspenseOf(after))
  const orders = wasSettledByThis ? known.map((one) => factsOf(one, given)) : []
  const taken = takeBack({
    ...{ amount: move.amount, isWhole: move.isWhole, orders, suspended: item },
    reference: `${provider} ${after.reference}`,
  })
  const posting = rules.paymentTakenBack(
    { book, on },
    { id: after.id, provider, code: purchase.code, amount: move.amount, ...taken },
  )
  const told = takenBackMessages(purchase, {
    site,
    cancelled: taken.cancelled.map(({ order }) => ({
      order,
      seller: known.find((one) => one.order.id === order.id)!.seller,
    })),
  })
  const kind = `back:${move.total}`
  return [
    queries.recordMove(db, after, { kind, amount: move.amount, at: now }),
    ...(taken.cancelled.length > 0 ? recordSteps(db, taken.cancelled, { act, newId }) : []),
    ...(taken.refunded.length > 0 ? recordSteps(db, taken.refunded, { act, newId }) : []),
    ...recordEntries(db, [entryOf(posting, { ...act, id: newId() })]),
    ...suspense.changeSuspended(
      db,
      item && taken.suspense
        ? [
            {
              ...drawn(item, taken.suspense.amount, 'returned', now),
              happened: { type: 'taken-back', data: { amount: taken.suspense.amount } },
            },
          ]
        : [],
      act,
    ),
    ...(taken.loss > 0
      ? queries.recordLoss(
          db,
          { id: newId(), book, purchaseId: purchase.id, amount: taken.loss, createdAt: now },
          act,
        )
      : []),
    ...insertMessages(
      db,
      told.map((one) => ({ ...one, id: newId() })),
      now,
    ),
  ]
}

function within(day: LocalDate, from: LocalDate, to: LocalDate): LocalDate {
  return day < from ? from : day > to ? to : day
}
