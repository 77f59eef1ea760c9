/** A loan as its borrower, her group and its lender look at it. */
import { Hono } from 'hono'
import { read } from '#db/client'
import { about } from '#worker/http/about'
import { allow } from '#worker/http/allow'
import type { Ctx, HonoEnv } from '#worker/http/context'
import { instantText } from '#worker/http/fields'
import { findAnswered, replayAnswered } from '#worker/http/idempotency'
import { paged } from '#worker/http/paging'
import { parseQuery } from '#worker/http/parse'
import { organizationsWith, signedIn } from '#worker/identity/actor'
import { addDays, dateIn } from '#worker/kernel/calendar'
import { found } from '#worker/kernel/refusal'
import { lenderIn } from '#worker/lending/offering/loan-products/routes'
import * as answers from '#worker/lending/servicing/loans/answers'
import { project } from '#worker/lending/servicing/loans/projection'
import * as queries from '#worker/lending/servicing/loans/queries'
import { loanEvent } from '#worker/lending/servicing/loans/record'
import * as requests from '#worker/lending/servicing/loans/requests'
import { statementLines } from '#worker/lending/servicing/loans/statement'
import type { Language } from '#worker/lending/offering/schedules/figures'

/** Today in the network's zone, and the last day of the week that begins with it. */
export function daysOf(c: Ctx) {
  const today = dateIn(c.env.ZONE, c.var.now)
  return { today, weekEnds: addDays(today, 6) }
}

export const languageOf = (c: Ctx): Language =>
  c.req.header('accept-language')?.startsWith('en') ? 'en' : 'id'

export const loans = new Hono<HonoEnv>()
  .get(
    '/',
    about('My loans, newest first', answers.LoansAnswer),
    allow('self'),
    parseQuery(requests.LoansQuery),
    async (c) => {
      const { after, limit } = c.req.valid('query')
      const page = { after: after?.[1], limit }
      const person = signedIn(c.var.actor)
      const [rows] = await read(c.var.db, [queries.listLoansOfPerson(c.var.db, person.id, page)])
      return c.json(pageOf(c, rows, limit))
    },
  )
  .get(
    '/:id',
    about('A loan: schedule, what is owed, everything that happened', answers.LoanStatementAnswer),
    allow('self'),
    async (c) => {
      const { row, loan, recorded, events } = await loanInReach(c, c.req.param('id'))
      const days = daysOf(c)

      const projection = project(loan.terms, events, days.today)
      const telling = { terms: loan.terms, language: languageOf(c) }
      const lines = statementLines(events, projection, telling)

      return c.json({
        loan: answers.describeLoan(loan, row, days),
        outstanding: projection.outstanding,
        due: projection.due,
        claim: projection.claim,
        drawn: projection.drawn,
        instalments: answers.describeInstalments(projection, telling),
        events: lines.map((line, i) => ({
          ...line,
          paper: queries.paperOf(recorded[i]!),
          by: recorded[i]!.by,
          at: instantText(recorded[i]!.at),
        })),
      })
    },
  )

/** Under `/lenders/{slug}`. */
export const lenderLoans = new Hono<HonoEnv>().get(
  '/:slug/loans',
  about('A lender’s loans: all, active, overdue, due this week, or overpaid', answers.LoansAnswer),
  allow('loan.read'),
  parseQuery(requests.LoansQuery),
  async (c) => {
    const { which, after, limit } = c.req.valid('query')
    const lender = lenderIn(c, c.req.param('slug'))
    const { today, weekEnds } = daysOf(c)
    const page = { after, limit }
    const list = {
      overpaid: () => queries.listOverpaidLoans(c.var.db, lender.id, page),
      all: () => queries.listLoansOf(c.var.db, lender.id, page),
      active: () => queries.listActiveLoans(c.var.db, lender.id, page),
      overdue: () =>
        queries.listActiveLoans(c.var.db, lender.id, { ...page, until: addDays(today, -1) }),
      dueThisWeek: () =>
        queries.listActiveLoans(c.var.db, lender.id, { ...page, from: today, until: weekEnds }),
    }
    const [rows] = await read(c.var.db, [list[which]()])
    return c.json(pageOf(c, rows, limit))
  },
)

function pageOf(c: Ctx, rows: readonly queries.LoanRow[], limit: number) {
  const { rows: shown, next } = paged(rows, limit, (row) => [row.nextDueOn ?? '', row.id])
  const days = daysOf(c)
  const items = shown.map((row) => answers.describeLoan(queries.loanOf(row), row, days))
  return { items, next }
}

/** Loans that the actor may look at: her own, those of groups that she leads, and her lender's. */
export function reachOf(c: Ctx): queries.Reach {
  const { actor } = c.var
  return {
    personId: signedIn(actor).id,
    groups: organizationsWith(actor, 'group-loan.apply'),
    lenders: organizationsWith(actor, 'loan.read'),
  }
}

/** A loan that the actor may see, with its events. */
export async function loanInReach(c: Ctx, id: string) {
  const { db } = c.var
  const [rows, recorded] = await read(db, [
    queries.findLoan(db, id, reachOf(c)),
    queries.listLoanEvents(db, id),
  ])
  const row = found(rows[0], 'loan')
  return { row, loan: queries.loanOf(row), recorded, events: recorded.map(loanEvent) }
}

/** A loan of a lender for which the actor holds the permission of the route, with its events. */
export async function loanAtTheDesk(c: Ctx, id: string) {
  const { db, scope } = c.var
  const [answered, rows, recorded] = await read(db, [
    findAnswered(c),
    queries.findLoanWithin(db, id, scope),
    queries.listLoanEvents(db, id),
  ])
  replayAnswered(c, answered)
  const row = found(rows[0], 'loan')
  const { today } = daysOf(c)
  const given = { loan: queries.loanOf(row), events: recorded.map(loanEvent), today }
  return { row, given, recorded }
}
