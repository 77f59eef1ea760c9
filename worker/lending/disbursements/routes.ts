/** Handing over what was accepted, once. Under `/loan-applications`. */
import { Hono } from 'hono'
import { read } from '#db/client'
import { recordEvents } from '#worker/history/queries'
import { about } from '#worker/http/about'
import { actOf } from '#worker/http/act'
import { allow } from '#worker/http/allow'
import type { HonoEnv } from '#worker/http/context'
import { commit, findAnswered, once, replayAnswered } from '#worker/http/idempotency'
import { paged } from '#worker/http/paging'
import { parseJson, parseQuery } from '#worker/http/parse'
import { found } from '#worker/kernel/refusal'
import { AwaitingAnswer, describeAwaiting } from '#worker/lending/disbursements/answers'
import { conditionsMet } from '#worker/lending/conditions/queries'
import { AwaitingQuery } from '#worker/lending/disbursements/requests'
import { fundOf } from '#worker/lending/funds/fund'
import { guardFund } from '#worker/lending/funds/queries'
import * as applications from '#worker/lending/loan-applications/queries'
import { findProductOf, productOf } from '#worker/lending/loan-products/queries'
import { lenderIn } from '#worker/lending/loan-products/routes'
import * as answers from '#worker/lending/loans/answers'
import { disburse } from '#worker/lending/loans/loan'
import { insertLoan, recordLoanChange } from '#worker/lending/loans/queries'
import { DisbursementRequest } from '#worker/lending/loans/requests'
import { daysOf } from '#worker/lending/loans/routes'

export const disbursements = new Hono<HonoEnv>().post(
  '/:id/disbursement',
  about('Disburse an accepted application: once, whatever happens', answers.LoanAnswer, 201),
  allow('loan.disburse'),
  once(),
  parseJson(DisbursementRequest),
  async (c) => {
    const { db, scope, newId } = c.var
    const id = c.req.param('id')
    const [answered, rows, products] = await read(db, [
      findAnswered(c),
      applications.findApplication(db, id, scope),
      findProductOf(db, id),
    ])
    replayAnswered(c, answered)
    const row = found(rows[0], 'application')
    const product = productOf(found(products[0], 'loan product'))
    const days = daysOf(c)
    const { on = days.today, firstDueOn } = c.req.valid('json')

    const facts = { id: newId(), on, today: days.today, firstDueOn }
    const change = disburse(row, product, facts)
    const { application, loan } = change

    const around = { ...row, borrowerName: row.applicantName, number: 0 }
    const body = answers.describeLoan(loan, around, days)
    const act = actOf(c)
    const seq = application.version
    const entry = {
      act,
      today: days.today,
      entryId: newId(),
      rule: 'loan-disbursed',
      description: `Pencairan pinjaman, pengajuan ${application.code}`,
    }
    await commit(
      c,
      [
        applications.changeApplication(db, application),
        recordEvents(db, [{ ...act, subject: application.id, seq, type: 'disbursed' }]),
        insertLoan(db, loan),
        ...recordLoanChange(db, change, entry),
        conditionsMet(db, application.id),
        ...guardFund(db, { lenderId: loan.lenderId, fundId: fundOf(loan.lenderId, loan.fundId) }),
      ],
      body,
    )
    return c.json(body, 201)
  },
)

/** Under `/lenders/{slug}`: what a cashier needs to know, and nothing of the dossier. */
export const lenderDisbursements = new Hono<HonoEnv>().get(
  '/:slug/disbursements',
  about('Accepted applications whose money waits for the cashier', AwaitingAnswer),
  allow('loan.read'),
  parseQuery(AwaitingQuery),
  async (c) => {
    const { after, limit } = c.req.valid('query')
    const lender = lenderIn(c, c.req.param('slug'))
    const page = { status: 'accepted', after: after?.[0], limit }
    const [rows] = await read(c.var.db, [applications.listQueue(c.var.db, lender.id, page)])
    const { rows: shown, next } = paged(rows, limit, (row) => [row.id])
    return c.json({ items: shown.map(describeAwaiting), next })
  },
)
