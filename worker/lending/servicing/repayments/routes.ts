/** The cashier's counter: money received for a loan, or taken back. Under `/loans`. */
import { Hono } from 'hono'
import { about } from '#worker/http/about'
import { actOf } from '#worker/http/act'
import { allow } from '#worker/http/allow'
import type { HonoEnv } from '#worker/http/context'
import { commit, once } from '#worker/http/idempotency'
import { parseJson } from '#worker/http/parse'
import { siteOf } from '#worker/http/site'
import { signedIn } from '#worker/identity/actor'
import { ZERO } from '#worker/kernel/money'
import { refuseUnless } from '#worker/kernel/refusal'
import * as answers from '#worker/lending/servicing/loans/answers'
import type { LoanEvent } from '#worker/lending/servicing/loans/events'
import { repay, settlesUnsaid } from '#worker/lending/servicing/loans/loan'
import { changeLoan, recordLoanChange } from '#worker/lending/servicing/loans/queries'
import * as requests from '#worker/lending/servicing/loans/requests'
import { daysOf, loanAtTheDesk } from '#worker/lending/servicing/loans/routes'
import { reverseRepayment } from '#worker/lending/servicing/loans/servicing'
import { markReversed } from '#worker/lending/servicing/receipts/queries'
import { takenBackMessage, undoneMessage } from '#worker/lending/servicing/repayments/messages'
import { recordReceived } from '#worker/lending/servicing/repayments/queries'
import { insertMessages } from '#worker/outbox/queries'

/** A share of a payout is owed by the operator, whatever the lender says of it. */
const isShare = (event: LoanEvent) => event.kind === 'repaid' && event.channel === 'payout'

export const repayments = new Hono<HonoEnv>()
  .post(
    '/:id/repayments',
    about('Record a repayment and issue its receipt', answers.RepaymentAnswer, 201),
    allow('loan.repay'),
    once(),
    parseJson(requests.RepaymentRequest),
    async (c) => {
      const { db, newId, random } = c.var
      const asked = c.req.valid('json')
      const { row, given } = await loanAtTheDesk(c, c.req.param('id'))

      const on = asked.receivedOn ?? given.today
      const channel = asked.channel === 'cash' ? 'cash' : 'bank'
      const paid = { amount: asked.amount, on, channel } as const
      const settles = asked.settles ?? settlesUnsaid(given, paid)
      const change = repay(given, { ...paid, settles })

      const isBorrower = asked.payerName === undefined
      const payer = {
        name: asked.payerName ?? row.borrowerName,
        phone: asked.payerPhone ?? row.borrowerPhone,
        locale: row.borrowerLocale,
      }
      const { statements, receipt, split } = recordReceived(
        db,
        {
          ...{ row, change },
          money: {
            ...{ amount: asked.amount, on, channel: asked.channel, payer },
            payerId: isBorrower ? row.borrowerId : null,
            issuedBy: signedIn(c.var.actor).id,
            description: `Angsuran pinjaman ${row.number}`,
          },
        },
        { act: actOf(c), today: given.today, newId, random, site: siteOf(c) },
      )
      const loan = answers.describeLoan(change.loan, row, daysOf(c))
      const body = { loan, split, receipt }
      await commit(c, statements, body)
      return c.json(body, 201)
    },
  )
  .post(
    '/:id/repayments/:seq/reversal',
    about(
      'Undo a repayment that was wrong, or that the payer took back; the loan is replayed',
      answers.LoanAnswer,
      201,
    ),
    allow('loan.reverse'),
    once(),
    parseJson(requests.ReversalRequest),
    async (c) => {
      const { db, now, newId } = c.var
      const seq = Number(c.req.param('seq'))
      const why = c.req.valid('json')
      const { row, given, recorded } = await loanAtTheDesk(c, c.req.param('id'))
      refuseUnless(
        !given.events.some((one) => one.seq === seq && isShare(one)),
        'illegal-transition',
        'The operator keeps it for you: give back what is too much instead.',
      )

      const change = reverseRepayment(given, seq, why)

      const undone = given.events.find((one) => one.seq === seq)
      const told = {
        ...{ lender: row.lenderName, loan: row.number, balance: change.loan.balance },
        amount: undone && 'amount' in undone ? undone.amount : ZERO,
      }
      const code = recorded.find((one) => one.seq === seq)?.receipt ?? ''
      const payer = { name: row.borrowerName, phone: row.borrowerPhone, locale: row.borrowerLocale }
      const messageOf = why.cause === 'taken-back' ? takenBackMessage : undoneMessage
      const messages = messageOf(payer, told, { code, site: siteOf(c) })
      const body = answers.describeLoan(change.loan, row, daysOf(c))
      const description = `Pembatalan angsuran (${why.reason}) pinjaman ${row.number}`
      await commit(
        c,
        [
          changeLoan(db, change.loan),
          ...recordLoanChange(db, change, {
            ...{ act: actOf(c), today: given.today, entryId: newId() },
            ...{ rule: 'loan-repayment-reversed', description },
          }),
          markReversed(db, { loanId: change.loan.id, seq, at: now }),
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
