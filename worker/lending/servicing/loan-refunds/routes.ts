/** What was paid too much is given back, with a note that is opened by its unguessable code. */
import { Hono } from 'hono'
import { read } from '#db/client'
import { about } from '#worker/http/about'
import { actOf } from '#worker/http/act'
import { allow } from '#worker/http/allow'
import type { HonoEnv } from '#worker/http/context'
import { commit, once } from '#worker/http/idempotency'
import { paged } from '#worker/http/paging'
import { parseJson, parseQuery } from '#worker/http/parse'
import { siteOf } from '#worker/http/site'
import { signedIn } from '#worker/identity/actor'
import { shortCode } from '#worker/kernel/id'
import { found } from '#worker/kernel/refusal'
import { lenderIn } from '#worker/lending/offering/loan-products/routes'
import * as answers from '#worker/lending/servicing/loan-refunds/answers'
import * as queries from '#worker/lending/servicing/loan-refunds/queries'
import { RefundRequest, RefundsQuery } from '#worker/lending/servicing/loan-refunds/requests'
import { describeLoan } from '#worker/lending/servicing/loans/answers'
import { refundOverpayment } from '#worker/lending/servicing/loans/loan'
import { changeLoan, recordLoanChange } from '#worker/lending/servicing/loans/queries'
import { daysOf, loanAtTheDesk } from '#worker/lending/servicing/loans/routes'
import { givenBackMessage } from '#worker/lending/servicing/repayments/messages'
import { insertMessages } from '#worker/outbox/queries'

const CODE_LENGTH = 12

/** Under `/loans`. */
export const refundsOfLoans = new Hono<HonoEnv>().post(
  '/:id/refunds',
  about('Give back what was paid too much, with its note', answers.RefundAnswer, 201),
  allow('loan.repay'),
  once(),
  parseJson(RefundRequest),
  async (c) => {
    const { db, now, newId, random } = c.var
    const { amount, channel, recipient, reference } = c.req.valid('json')
    const { row, given } = await loanAtTheDesk(c, c.req.param('id'))

    const change = refundOverpayment(given, amount, channel === 'cash' ? 'cash' : 'bank')

    const { id: loanId, lenderId, overpayment: remaining } = change.loan
    const code = shortCode(random, CODE_LENGTH)
    const payer = { name: row.borrowerName, phone: row.borrowerPhone, locale: row.borrowerLocale }
    const told = { lender: row.lenderName, loan: row.number, amount, channel }
    const messages = givenBackMessage(payer, told, { code, site: siteOf(c) })
    const body = { loan: describeLoan(change.loan, row, daysOf(c)), note: code }
    await commit(
      c,
      [
        changeLoan(db, change.loan),
        ...recordLoanChange(db, change, {
          ...{ act: actOf(c), today: given.today, entryId: newId(), rule: 'loan-refunded' },
          description: `Pengembalian kelebihan bayar pinjaman ${row.number}`,
        }),
        queries.insertRefund(db, {
          ...{
            code,
            lenderId,
            loanId,
            seq: change.event.seq,
            channel,
            reference,
            amount,
            remaining,
          },
          ...{ recipient: recipient ?? row.borrowerName, refundedOn: given.today },
          ...{ recordedBy: signedIn(c.var.actor).id, recordedAt: now },
        }),
        ...insertMessages(
          db,
          messages.map((one) => ({ ...one, id: newId() })),
          now,
        ),
      ],
      body,
    )
    return c.json(body, 201)
  },
)

/** Under `/lenders/{slug}`. */
export const refundsOfLenders = new Hono<HonoEnv>().get(
  '/:slug/loan-refunds',
  about('What a lender has given back of overpayments, newest first', answers.RefundNotesAnswer),
  allow('loan.read'),
  parseQuery(RefundsQuery),
  async (c) => {
    const { after, limit } = c.req.valid('query')
    const lender = lenderIn(c, c.req.param('slug'))
    const page = { after: after?.[0], limit }
    const [rows] = await read(c.var.db, [queries.listRefunds(c.var.db, lender.id, page)])
    const { rows: shown, next } = paged(rows, limit, (row) => [row.number])
    return c.json({ items: shown.map(answers.describeRefund), next })
  },
)

export const loanRefunds = new Hono<HonoEnv>().get(
  '/:code',
  about('The note of an overpayment given back, by its code', answers.RefundNoteAnswer),
  allow('public'),
  async (c) => {
    const [rows] = await read(c.var.db, [queries.findRefund(c.var.db, c.req.param('code'))])
    return c.json(answers.describeRefund(found(rows[0], 'refund')))
  },
)
