/** Visits to somebody who has a loan, for her lender alone. Under `/loans`. */
import { Hono } from 'hono'
import { read } from '#db/client'
import { recordEvents } from '#worker/history/queries'
import { about } from '#worker/http/about'
import { actOf } from '#worker/http/act'
import { allow } from '#worker/http/allow'
import type { HonoEnv } from '#worker/http/context'
import { commit, findAnswered, once, replayAnswered } from '#worker/http/idempotency'
import { parseJson } from '#worker/http/parse'
import { signedIn } from '#worker/identity/actor'
import { found } from '#worker/kernel/refusal'
import { VisitRequest } from '#worker/lending/reviewing/field-visits/requests'
import * as answers from '#worker/lending/following/loan-visits/answers'
import { recordLoanVisit } from '#worker/lending/following/loan-visits/loan-visit'
import { insertLoanVisit, listLoanVisits } from '#worker/lending/following/loan-visits/queries'
import { findLoanWithin, loanOf } from '#worker/lending/servicing/loans/queries'
import { daysOf } from '#worker/lending/servicing/loans/routes'

export const loanVisits = new Hono<HonoEnv>()
  .get(
    '/:id/visits',
    about('Visits to the borrower, before the loan and during it', answers.LoanVisitsAnswer),
    allow('loan.read'),
    async (c) => {
      const { db, scope } = c.var
      const id = c.req.param('id')
      const [loans, rows] = await read(db, [findLoanWithin(db, id, scope), listLoanVisits(db, id)])
      found(loans[0], 'loan')
      return c.json({ items: rows.map(answers.describeLoanVisit), next: null as string | null })
    },
  )
  .post(
    '/:id/visits',
    about('Write down a visit: when, where, and what was seen', answers.LoanVisitAnswer, 201),
    allow('loan.follow'),
    once(),
    parseJson(VisitRequest),
    async (c) => {
      const { db, scope, newId, actor } = c.var
      const id = c.req.param('id')
      const [answered, loans] = await read(db, [findAnswered(c), findLoanWithin(db, id, scope)])
      replayAnswered(c, answered)
      const loan = loanOf(found(loans[0], 'loan'))
      const act = actOf(c)
      const noted = { id: newId(), by: act.actorId, at: act.at, today: daysOf(c).today }

      const visit = recordLoanVisit(loan, c.req.valid('json'), noted)

      const body = answers.describeLoanVisit({ ...visit, visitorName: signedIn(actor).name })
      const event = { ...act, subject: visit.id, seq: 1, type: 'recorded' }
      await commit(c, [insertLoanVisit(db, visit), recordEvents(db, [event])], body)
      return c.json(body, 201)
    },
  )
