/** Lines of bank statements: what each seems to be, and what a person says it is. */
import { Hono } from 'hono'
import { read, type Statement } from '#db/client'
import { about } from '#worker/http/about'
import { actOf } from '#worker/http/act'
import { allow } from '#worker/http/allow'
import type { Ctx, HonoEnv } from '#worker/http/context'
import { commit, findAnswered, once, replayAnswered } from '#worker/http/idempotency'
import { paged } from '#worker/http/paging'
import { parseJson, parseQuery } from '#worker/http/parse'
import { siteOf } from '#worker/http/site'
import { dateIn } from '#worker/kernel/calendar'
import { amount, subtract } from '#worker/kernel/money'
import { found, Refusal, refuseUnless } from '#worker/kernel/refusal'
import { entryOf } from '#worker/ledger/entry'
import { paymentUnexplained } from '#worker/ledger/posting-rules/payments'
import { recordEntries } from '#worker/ledger/queries'
import { proposeInvoice } from '#worker/market/procuring/invoice-payments/matching'
import {
  listOpenInvoices,
  openInvoiceFrom,
} from '#worker/market/procuring/invoice-payments/queries'
import { paid } from '#worker/market/paying/payments/paid'
import { recordPaid } from '#worker/market/paying/payments/queries'
import { shortMessage } from '#worker/market/buying/purchases/messages'
import type { Purchase } from '#worker/market/buying/purchases/purchase'
import {
  idOfCode,
  listOrdersOf,
  listPurchases,
  purchaseFrom,
  type PurchaseOrderRow,
} from '#worker/market/buying/purchases/queries'
import * as answers from '#worker/market/paying/statement-lines/answers'
import { decided, referenceOf, type Line } from '#worker/market/paying/statement-lines/line'
import * as queries from '#worker/market/paying/statement-lines/queries'
import * as requests from '#worker/market/paying/statement-lines/requests'
import { propose } from '#worker/market/paying/statements/matching'
import { listPartsOf, recordSuspended, unmatchedFrom } from '#worker/market/paying/suspense/queries'
import { causeOf, missingOf, suspended } from '#worker/market/paying/suspense/suspense'
import type { Unmatched } from '#worker/market/paying/suspense/suspense'
import { insertMessages } from '#worker/outbox/queries'

export const statementLines = new Hono<HonoEnv>()
  .get(
    '/',
    about('Lines of bank statements, each with what it seems to be', answers.LinePage),
    allow('payment.read'),
    parseQuery(requests.LinesQuery),
    async (c) => {
      const { db, now, scope } = c.var
      const { status, after, limit } = c.req.valid('query')
      const book = found(scope[0], 'book')
      const ids = queries.idsOfLines({ book, status, after, limit: limit + 1 })
      const [rows, near, billed] = await read(db, [
        queries.listLines(db, book, ids),
        queries.listCandidates(db, ids, now),
        listOpenInvoices(db, ids),
      ])
      const invoices = billed.map(openInvoiceFrom)
      const candidates = near.map((one) => queries.candidateFrom(one, c.env.ZONE))
      const page = paged(rows, limit, (row) => [row.statementId, row.line])
      const items = page.rows.map(queries.lineFrom).map((line) => {
        if (line.status !== 'new') return answers.describeLine(line, null)
        const proposal = propose(line, candidates)
        const pays = proposal.likeness === 'exact' ? null : proposeInvoice(line, invoices)
        return answers.describeLine(line, proposal, pays)
      })
      return c.json({ items, next: page.next })
    },
  )
  .post(
    '/matches',
    about(
      'Confirm all lines that are exactly the total of an open purchase',
      answers.MatchesAnswer,
      201,
    ),
    allow('payment.match'),
    once(),
    parseJson(requests.MatchesRequest),
    async (c) => {
      const { db, now, newId, scope } = c.var
      const book = found(scope[0], 'book')
      const ids = queries.theseIds(c.req.valid('json').lines)
      const pending = queries.idsOfExact(ids)
      const [answered, rows, candidates, purchases, orders] = await read(db, [
        findAnswered(c),
        queries.listLines(db, book, ids),
        queries.listCandidates(db, ids, now),
        listPurchases(db, pending),
        listOrdersOf(db, pending),
      ])
      replayAnswered(c, answered)
      const known = candidates.map((one) => queries.candidateFrom(one, c.env.ZONE))
      const used = new Set<string>()
      const matches = rows.map(queries.lineFrom).flatMap((line) => {
        const { likeness, candidate } = propose(line, known)
        const purchase = purchases.find((one) => one.id === candidate?.purchaseId)
        if (line.status !== 'new' || likeness !== 'exact' || !purchase) return []
        if (used.has(purchase.id)) return []
        used.add(purchase.id)
        return [{ line, purchase: purchaseFrom(purchase) }]
      })

      const matched = new Set(matches.map((one) => one.line.id))
      const body = {
        settled: matches.map((one) => one.purchase.code),
        left: c.req.valid('json').lines.filter((id) => !matched.has(id)),
      }
      const act = actOf(c)
      const statements = matches.flatMap(({ purchase, line }) => {
        const given = orders.filter((one) => one.purchaseId === purchase.id)
        return recordPaid(db, pay(c, { purchase, orders: given, line, book }), { act, newId })
      })
      const lines = matches.map(({ line, purchase }) =>
        decided(line, { status: 'matched', purchaseId: purchase.id }),
      )
      await commit(
        c,
        [...(lines.length > 0 ? queries.changeLines(db, lines, act) : []), ...statements],
        body,
      )
      return c.json(body, 201)
    },
  )
  .post(
    '/:id/decision',
    about(
      'Say what a line is: a purchase paid, suspense, or no buyer’s money',
      answers.LineAnswer,
      201,
    ),
    allow('payment.match'),
    once(),
    parseJson(requests.DecisionRequest),
    async (c) => {
      const { db, scope } = c.var
      const { decision, code } = c.req.valid('json')
      const book = found(scope[0], 'book')
      const [answered, rows, purchases, orders, parts] = await read(db, [
        findAnswered(c),
        queries.listLines(db, book, queries.theseIds([c.req.param('id')])),
        listPurchases(db, idOfCode(code)),
        listOrdersOf(db, idOfCode(code)),
        listPartsOf(db, idOfCode(code)),
      ])
      replayAnswered(c, answered)
      const line = queries.lineFrom(found(rows[0], 'line'))
      const named = purchases[0] ? purchaseFrom(purchases[0]) : null
      if (code !== '' || decision === 'settle' || decision === 'booked') found(named, 'purchase')

      const about = { line, book, purchase: named, orders, parts: parts.map(unmatchedFrom) }
      const { after, statements } = decide(c, decision, about)
      const body = answers.describeLine(after, null)
      const act = actOf(c)
      await commit(c, [...statements, ...queries.changeLines(db, [after], act)], body)
      return c.json(body, 201)
    },
  )

type About = {
  line: Line
  book: string
  purchase: Purchase | null
  orders: readonly PurchaseOrderRow[]
  parts: readonly Unmatched[]
}
type Decided = { after: Line; statements: Statement[] }

function decide(
  c: Ctx,
  decision: 'settle' | 'booked' | 'suspense' | 'ignore',
  about: About,
): Decided {
  const { line, purchase } = about
  if (decision === 'ignore') return { after: decided(line, { status: 'ignored' }), statements: [] }
  if (decision === 'suspense' || !purchase) return suspend(c, about)
  const after = decided(line, { status: 'matched', purchaseId: purchase.id })
  if (decision === 'settle') return settleBy(c, { ...about, purchase })
  const isBooked = purchase.status === 'settled' && purchase.total === line.amount
  refuseUnless(isBooked, 'illegal-transition', 'No purchase of this amount has been settled.')
  return { after, statements: [] }
}

/** It pays its purchase; what is over waits in suspense for its sender. */
function settleBy(c: Ctx, about: About & { purchase: Purchase }): Decided {
  const { db, newId } = c.var
  const { line, purchase } = about
  const over = subtract(line.amount, purchase.total)
  if (over < 0) {
    throw new Refusal('amount-mismatch', 'Less than the total: keep it in suspense.', {
      facts: { total: purchase.total, amount: line.amount, difference: over },
    })
  }
  const given = pay(c, { ...about, line: { ...line, amount: purchase.total } })
  const rest = over > 0 ? suspenseOf(c, { ...about, amount: over, cause: 'over' }) : null
  const unmatchedId = rest?.item.id ?? null
  return {
    after: decided(line, { status: 'matched', purchaseId: purchase.id, unmatchedId }),
    statements: [...recordPaid(db, given, { act: actOf(c), newId }), ...(rest?.statements ?? [])],
  }
}

function suspend(c: Ctx, about: About): Decided {
  const { db, now, newId } = c.var
  const { line, purchase, parts } = about
  const cause = causeOf(purchase, line.amount)
  const kept = suspenseOf(c, { ...about, amount: line.amount, cause })
  const missing = purchase ? missingOf(purchase, [...parts, kept.item]) : null
  const told = purchase && missing ? [shortMessage(purchase, missing, siteOf(c))] : []
  const messages = told.map((one) => ({ ...one, id: newId() }))
  return {
    after: decided(line, { status: 'suspense', unmatchedId: kept.item.id }),
    statements: [...kept.statements, ...insertMessages(db, messages, now)],
  }
}

type Kept = About & Pick<Unmatched, 'amount' | 'cause'>

function suspenseOf(c: Ctx, { line, purchase, book, amount: kept, cause }: Kept) {
  const { db, now, newId } = c.var
  const act = actOf(c)
  const received = { amount: kept, receivedOn: line.receivedOn, reference: referenceOf(line) }
  const about = { id: newId(), book, purchaseId: purchase?.id ?? null, cause, createdAt: now }
  const item = suspended({ ...received, ...about })
  const posting = paymentUnexplained({ book, on: line.receivedOn }, { ...item, subject: item.id })
  const statements = [
    ...recordSuspended(db, [item], act),
    ...recordEntries(db, [entryOf(posting, { ...act, id: newId() })]),
  ]
  return { item, statements }
}

type Paying = {
  purchase: Purchase
  orders: readonly PurchaseOrderRow[]
  line: Line
  book: string
}

function pay(c: Ctx, { purchase, orders, line, book }: Paying) {
  const { now } = c.var
  const { receivedOn } = line
  const received = { amount: amount(line.amount), receivedOn, reference: referenceOf(line) }
  const [today, placedOn] = [dateIn(c.env.ZONE, now), dateIn(c.env.ZONE, purchase.placedAt)]
  return paid({ purchase, orders }, received, { book, now, today, placedOn, site: siteOf(c) })
}
