/** Handing over what was accepted, once, and the next part of it; each with a receipt. */
import { Hono } from 'hono'
import { read } from '#db/client'
import { recordEvents } from '#worker/history/queries'
import { about } from '#worker/http/about'
import { actOf } from '#worker/http/act'
import { allow } from '#worker/http/allow'
import type { Ctx, HonoEnv } from '#worker/http/context'
import { commit, findAnswered, once, replayAnswered } from '#worker/http/idempotency'
import { parseJson } from '#worker/http/parse'
import { signedIn } from '#worker/identity/actor'
import { shortCode } from '#worker/kernel/id'
import { found } from '#worker/kernel/refusal'
import { conditionsMet } from '#worker/lending/reviewing/conditions/queries'
import {
  handOver,
  handOverNext,
  wayOf,
} from '#worker/lending/disbursing/disbursements/disbursement'
import type { HandedOver, Way } from '#worker/lending/disbursing/disbursements/disbursement'
import * as queries from '#worker/lending/disbursing/disbursements/queries'
import { DisbursementRequest, DrawRequest } from '#worker/lending/disbursing/disbursements/requests'
import { fundOf } from '#worker/lending/bookkeeping/funds/fund'
import { guardFund } from '#worker/lending/bookkeeping/funds/queries'
import * as applications from '#worker/lending/applying/loan-applications/queries'
import { findProductOf, productOf } from '#worker/lending/offering/loan-products/queries'
import { recordAgreedShares } from '#worker/lending/group-lending/loan-shares/queries'
import * as answers from '#worker/lending/servicing/loans/answers'
import * as lent from '#worker/lending/servicing/loans/queries'
import { loanEvent } from '#worker/lending/servicing/loans/record'
import { daysOf } from '#worker/lending/servicing/loans/routes'
import { listTranches, markHandedOver } from '#worker/lending/disbursing/tranches/queries'

/** Under `/loan-applications`. */
export const disbursements = new Hono<HonoEnv>().post(
  '/:id/disbursement',
  about('Disburse an accepted application: once, whatever happens', answers.LoanAnswer, 201),
  allow('loan.disburse'),
  once(),
  parseJson(DisbursementRequest),
  async (c) => {
    const { db, scope, newId } = c.var
    const id = c.req.param('id')
    const [answered, rows, products, tranches, regions] = await read(db, [
      findAnswered(c),
      applications.findApplication(db, id, scope),
      findProductOf(db, id),
      listTranches(db, id),
      queries.findRegion(db, id),
    ])
    replayAnswered(c, answered)
    const row = found(rows[0], 'application')
    const product = productOf(found(products[0], 'loan product'))
    const days = daysOf(c)
    const { on = days.today, firstDueOn, channel, reference, fundId } = c.req.valid('json')
    const way = wayOf(row, channel)

    const change = handOver(row, product, tranches, {
      ...{ id: newId(), by: signedIn(c.var.actor).id, on, today: days.today, firstDueOn, way },
      ...{ fundId, regionCode: regions[0]?.code ?? null },
    })

    const { application, loan, handed, tranche } = change
    const around = { ...row, borrowerName: row.applicantName, number: 0 }
    const body = answers.describeLoan(loan, around, days)
    const act = actOf(c)
    const event = { ...act, subject: application.id, seq: application.version, type: 'disbursed' }
    await commit(
      c,
      [
        applications.changeApplication(db, { ...application, expiresAt: null }),
        recordEvents(db, [event]),
        lent.insertLoan(db, loan),
        ...lent.recordLoanChange(db, change, entryFor(c, row.code)),
        queries.insertDisbursement(db, paper(c, { row, loan, way, on, reference, handed, seq: 1 })),
        ...(tranche ? markHandedOver(db, id, { n: tranche.n, seq: 1 }) : []),
        ...recordAgreedShares(db, { loanId: loan.id, applicationId: application.id }),
        conditionsMet(db, application.id),
        ...queries.assertPayable(db, row),
        ...guardFund(db, { lenderId: loan.lenderId, fundId: fundOf(loan.lenderId, loan.fundId) }),
      ],
      body,
    )
    return c.json(body, 201)
  },
)

/** Under `/loans`. */
export const draws = new Hono<HonoEnv>().post(
  '/:id/draws',
  about('Hand over the next part of a loan that was divided', answers.LoanAnswer, 201),
  allow('loan.disburse'),
  once(),
  parseJson(DrawRequest),
  async (c) => {
    const { db, scope } = c.var
    const loanId = c.req.param('id')
    const of = queries.applicationOf(loanId)
    const [answered, rows, recorded, applied, tranches] = await read(db, [
      findAnswered(c),
      lent.findLoanWithin(db, loanId, scope),
      lent.listLoanEvents(db, loanId),
      applications.findApplication(db, of, scope),
      listTranches(db, of),
    ])
    replayAnswered(c, answered)
    const kept = found(rows[0], 'loan')
    const row = found(applied[0], 'application')
    const days = daysOf(c)
    const { on = days.today, channel, reference } = c.req.valid('json')
    const way = wayOf(row, channel)
    const events = recorded.map(loanEvent)
    const given = { loan: lent.loanOf(kept), events, today: days.today }

    const by = signedIn(c.var.actor).id
    const change = handOverNext(given, row, tranches, { by, on, way })

    const { loan, handed, tranche, event } = change
    const { seq } = event
    const body = answers.describeLoan(loan, kept, days)
    await commit(
      c,
      [
        lent.changeLoan(db, loan),
        ...lent.recordLoanChange(db, change, { ...entryFor(c, row.code), rule: 'loan-drawn' }),
        queries.insertDisbursement(db, paper(c, { row, loan, way, on, reference, handed, seq })),
        ...markHandedOver(db, row.id, { n: tranche.n, seq }),
        ...queries.assertPayable(db, row),
        ...guardFund(db, { lenderId: loan.lenderId, fundId: fundOf(loan.lenderId, loan.fundId) }),
      ],
      body,
    )
    return c.json(body, 201)
  },
)

function entryFor(c: Ctx, code: string) {
  return {
    act: actOf(c),
    today: daysOf(c).today,
    entryId: c.var.newId(),
    rule: 'loan-disbursed',
    description: `Pencairan pinjaman, pengajuan ${code}`,
  }
}

type Handing = {
  row: applications.ApplicationRow
  loan: { id: string; lenderId: string; fundId: string | null }
  way: Way
  on: string
  reference: string | null
  handed: HandedOver
  seq: number
}

/** What the receipt says; the account is the one that was approved. */
function paper(c: Ctx, { row, loan, way, on, reference, handed, seq }: Handing) {
  const account = {
    bankName: row.bankName,
    bankAccount: row.bankAccount,
    bankHolder: row.bankHolder,
  }
  const nowhere = { bankName: null, bankAccount: null, bankHolder: null }
  return {
    ...{ code: shortCode(c.var.random, 12), lenderId: loan.lenderId, loanId: loan.id, seq },
    ...{ channel: way, ...handed, recipient: row.applicantName, reference, fundId: loan.fundId },
    ...(way === 'transfer' ? account : nowhere),
    ...{ handedOn: on, recordedBy: signedIn(c.var.actor).id, recordedAt: c.var.now },
  }
}
