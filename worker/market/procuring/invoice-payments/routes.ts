/** What pays invoices: a transfer, items of suspense, or a line of a bank statement. */
import { Hono } from 'hono'
import { read, type Statement } from '#db/client'
import { about } from '#worker/http/about'
import { actOf } from '#worker/http/act'
import { allow } from '#worker/http/allow'
import type { Ctx, HonoEnv } from '#worker/http/context'
import { findAnswered, once, replayAnswered } from '#worker/http/idempotency'
import { parseJson } from '#worker/http/parse'
import { dateIn } from '#worker/kernel/calendar'
import { subtract } from '#worker/kernel/money'
import { found } from '#worker/kernel/refusal'
import { entryOf } from '#worker/ledger/entry'
import { invoicePaid } from '#worker/ledger/posting-rules/invoices'
import { inSuspense, paymentUnexplained } from '#worker/ledger/posting-rules/payments'
import { recordEntries } from '#worker/ledger/queries'
import {
  commitStep,
  foundDossier,
  openDossier,
  type Found,
} from '#worker/market/procuring/dossiers/routes'
import * as payment from '#worker/market/procuring/invoice-payments/payment'
import type { Outcome } from '#worker/market/procuring/invoice-payments/payment'
import * as requests from '#worker/market/procuring/invoice-payments/requests'
import { describeInvoice, InvoiceAnswer } from '#worker/market/procuring/invoices/answers'
import { dueOf, pay } from '#worker/market/procuring/invoices/invoice'
import { recordPayment } from '#worker/market/procuring/invoices/queries'
import { numberText, seriesOf } from '#worker/market/procuring/numbers/number'
import * as dossiers from '#worker/market/procuring/purchase-orders/dossier'
import { endingOf } from '#worker/market/procuring/purchase-orders/ending'
import * as messages from '#worker/market/procuring/purchase-orders/messages'
import { noted } from '#worker/market/procuring/purchase-orders/purchase-order'
import * as queries from '#worker/market/procuring/purchase-orders/queries'
import { decided, referenceOf } from '#worker/market/paying/statement-lines/line'
import {
  changeLines,
  lineFrom,
  listLines,
  theseIds,
} from '#worker/market/paying/statement-lines/queries'
import * as suspense from '#worker/market/paying/suspense/queries'

/** A line of a statement that is decided with it. */
type Also = readonly Statement[]

export const invoicePayments = new Hono<HonoEnv>()
  .post(
    '/:id/payment',
    about('Record a transfer for an invoice; what does not pay it waits', InvoiceAnswer, 201),
    allow('payment.match'),
    once(),
    parseJson(requests.PaymentRequest),
    async (c) => {
      const found = await foundDossier(c, queries.idOfInvoice(c.req.param('id')))
      const { otherAmount, ...received } = c.req.valid('json')
      const before = dossiers.invoiceIn(found.dossier, c.req.param('id'))
      const waiting = payment.waitingFor(before, found.dossier.waiting)
      const missing = payment.missingOf(before, waiting)
      const whole = waiting.length === 0 && received.amount === dueOf(before)
      if (before.status === 'issued' && !otherAmount) payment.refuseOther(missing, received.amount)
      if (whole || before.status !== 'issued') {
        const invoice = pay(before, received, dateIn(c.env.ZONE, c.var.now))
        return c.json(await paid(c, found, { invoice, kept: null, taken: [] }), 201)
      }
      const reference = received.reference || `Tagihan ${numberText('invoice', before) ?? ''}`
      const outcome = payment.receive(before, { ...received, reference }, comeOf(c, found, waiting))
      return c.json(await concluded(c, found, outcome), 201)
    },
  )
  .post(
    '/:id/assignment',
    about('Pay an invoice out of suspense, with one item or several', InvoiceAnswer, 201),
    allow('payment.match'),
    once(),
    parseJson(requests.AssignmentRequest),
    async (c) => {
      const { db, now, scope } = c.var
      const { items: ids } = c.req.valid('json')
      const [kept, rows, ...dossier] = await read(db, [
        findAnswered(c),
        suspense.listItems(db, found(scope[0], 'book'), theseIds(ids)),
        ...queries.findDossiers(db, queries.idOfInvoice(c.req.param('id'))),
      ])
      replayAnswered(c, kept)
      const opened = openDossier(c, dossier)
      const before = dossiers.invoiceIn(opened.dossier, c.req.param('id'))
      const named = (id: string) => rows.find((one) => one.id === id)
      const items = ids.map((id) => suspense.unmatchedFrom(found(named(id), 'payment')))
      const outcome = payment.payFrom(before, items, { now, today: dateIn(c.env.ZONE, now) })
      return c.json(await paid(c, opened, outcome), 201)
    },
  )
  .post(
    '/:id/statement-line',
    about('A line of a bank statement is money for this invoice', InvoiceAnswer, 201),
    allow('payment.match'),
    once(),
    parseJson(requests.LineRequest),
    async (c) => {
      const { db, scope } = c.var
      const { line: id } = c.req.valid('json')
      const [kept, rows, ...dossier] = await read(db, [
        findAnswered(c),
        listLines(db, found(scope[0], 'book'), theseIds([id])),
        ...queries.findDossiers(db, queries.idOfInvoice(c.req.param('id'))),
      ])
      replayAnswered(c, kept)
      const line = lineFrom(found(rows[0], 'line'))
      const opened = openDossier(c, dossier)
      const before = dossiers.invoiceIn(opened.dossier, c.req.param('id'))
      const waiting = payment.waitingFor(before, opened.dossier.waiting)
      const { amount, receivedOn } = line
      const received = { amount, receivedOn, reference: referenceOf(line) }
      const come = comeOf(c, opened, waiting)
      const outcome = payment.receive(before, received, come)
      const after = decided(line, { status: 'suspense', unmatchedId: come.id })
      const also = changeLines(db, [after], actOf(c))
      return c.json(await concluded(c, opened, outcome, also), 201)
    },
  )

function comeOf(c: Ctx, { dossier }: Found, waiting: Found['dossier']['waiting']) {
  const { now, newId } = c.var
  return { id: newId(), book: dossier.book, waiting, now, today: dateIn(c.env.ZONE, now) }
}

/** What was kept in suspense pays the invoice, or waits for the rest. */
async function concluded(c: Ctx, found: Found, outcome: Outcome, also: Also = []) {
  const { invoice, kept, taken } = outcome
  if (!kept || taken.length > 0) return paid(c, found, outcome, also)
  const { dossier, viewer, told } = found
  const purchaseOrder = noted(dossier.purchaseOrder)
  const waiting = [...dossier.waiting, kept]
  const body = describeInvoice({ ...dossier, purchaseOrder, waiting }, invoice, viewer)
  const { amount } = kept
  const missing = payment.missingOf(invoice, payment.waitingFor(invoice, waiting))
  await commitStep(
    c,
    {
      after: purchaseOrder,
      event: { type: 'invoice-part-received', data: { invoiceId: invoice.id, amount } },
      statements: [
        queries.changePurchaseOrder(c.var.db, purchaseOrder),
        ...keeping(c, dossier.book, outcome),
        ...also,
      ],
      messages: [messages.shortMessage(told, purchaseOrder, { amount, missing })],
    },
    body,
  )
  return body
}

/** The statements that keep in suspense what came. */
function keeping(c: Ctx, book: string, { kept }: Outcome): Statement[] {
  if (!kept) return []
  const { db, newId } = c.var
  const posting = paymentUnexplained({ book, on: kept.receivedOn }, { ...kept, subject: kept.id })
  return [
    ...suspense.recordSuspended(db, [kept], actOf(c)),
    ...recordEntries(db, [entryOf(posting, { ...actOf(c), id: newId() })]),
  ]
}

/** What was matched: the seller’s money, the receipt, and the end of the order with its last invoice. */
async function paid(c: Ctx, { dossier, viewer, told }: Found, outcome: Outcome, also: Also = []) {
  const { db, now, newId } = c.var
  const { invoice, taken } = outcome
  const act = actOf(c)
  const today = dateIn(c.env.ZONE, now)
  const due = dueOf(invoice)
  const { id, enterpriseId, commission } = invoice
  const { book } = dossier
  const posting = invoicePaid(
    { book, on: invoice.paidOn ?? today },
    { id, number: numberText('invoice', invoice) ?? '', enterpriseId, due, commission },
    taken.length > 0
      ? taken.map(({ item, amount }) => inSuspense(book, item.id, amount))
      : undefined,
  )
  const after = dossiers.withInvoice(dossier, invoice)
  const ending = endingOf({ ...after, purchaseOrder: noted(after.purchaseOrder) }, now)
  const series = seriesOf('receipt', enterpriseId, today)
  const changed = taken.map(({ item, amount }) => ({
    ...item,
    happened: { type: 'assigned', data: { invoiceId: id, amount } },
  }))
  const left = dossier.waiting.filter((one) => !taken.some(({ item }) => item.id === one.id))
  const waiting = [...left, ...taken.map(({ item }) => item)]
  const body = describeInvoice({ ...ending.dossier, waiting }, invoice, viewer)
  const receipt = await commitStep(
    c,
    {
      after: ending.dossier.purchaseOrder,
      event: { type: 'invoice-paid', data: { invoiceId: id, amount: due } },
      statements: [
        ...keeping(c, book, outcome),
        ...suspense.changeSuspended(db, changed, act),
        ...also,
        recordPayment(db, invoice, series),
        ...queries.recordEnding(db, ending, act),
        ...recordEntries(db, [entryOf(posting, { ...act, id: newId() })]),
      ],
      messages: messages.paidMessages(told, after.purchaseOrder, {
        due,
        toSeller: subtract(due, commission),
      }),
      numbered: { series, path: '$.receipt.number' },
    },
    body,
  )
  return { ...body, receipt: { number: receipt } }
}
