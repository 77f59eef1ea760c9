/** Reviewing: the lender's queue, the dossier, the recommendation and the decision by a second person. */
import { Hono } from 'hono'
import { read } from '#db/client'
import { about } from '#worker/http/about'
import { allow } from '#worker/http/allow'
import type { Ctx, HonoEnv } from '#worker/http/context'
import { instantText } from '#worker/http/fields'
import { commit, findAnswered, once, replayAnswered } from '#worker/http/idempotency'
import { paged } from '#worker/http/paging'
import { parseJson, parseQuery } from '#worker/http/parse'
import { signedIn } from '#worker/identity/actor'
import { dateIn, offsetOf } from '#worker/kernel/calendar'
import { found } from '#worker/kernel/refusal'
import * as answers from '#worker/lending/loan-applications/answers'
import { decide, recommend, type Judge } from '#worker/lending/reviews/judgement'
import * as applications from '#worker/lending/loan-applications/queries'
import * as requests from '#worker/lending/loan-applications/requests'
import { changed } from '#worker/lending/loan-applications/routes'
import { describeProduct } from '#worker/lending/loan-products/answers'
import { productOf } from '#worker/lending/loan-products/queries'
import { lenderIn } from '#worker/lending/loan-products/routes'
import { listLoansAround } from '#worker/lending/loans/queries'
import { means } from '#worker/lending/reviews/dossier'
import * as reviews from '#worker/lending/reviews/queries'
import * as sales from '#worker/market/sales/queries'
import { monthsBefore, salesHistory } from '#worker/market/sales/sales'

const MONTHS_SHOWN = 12
const MONTH_MS = 31 * 24 * 60 * 60 * 1000

/** Under `/lenders/{slug}`. */
export const lenderApplications = new Hono<HonoEnv>().get(
  '/:slug/loan-applications',
  about('The queue of a lender, longest waiting first', answers.ApplicationsAnswer),
  allow('loan-application.read'),
  parseQuery(requests.ApplicationsQuery),
  async (c) => {
    const { status, after, limit } = c.req.valid('query')
    const lender = lenderIn(c, c.req.param('slug'))
    const page = { status, after: after?.[0], limit }
    const [rows] = await read(c.var.db, [applications.listQueue(c.var.db, lender.id, page)])
    const { rows: shown, next } = paged(rows, limit, (row) => [row.id])
    return c.json({ items: shown.map((row) => answers.describeApplication(row, row)), next })
  },
)

/** Under `/loan-applications`. */
export const reviewing = new Hono<HonoEnv>()
  .get(
    '/:id/dossier',
    about('All a reviewer needs on one page', answers.DossierAnswer),
    allow('loan-application.read'),
    async (c) => c.json(await dossierOf(c, c.req.param('id'))),
  )
  .post(
    '/:id/recommendation',
    about('Recommend an amount and a term', answers.ApplicationAnswer, 201),
    allow('loan-application.recommend'),
    once(),
    parseJson(requests.RecommendationRequest),
    async (c) => {
      const { row, product } = await underReview(c, c.req.param('id'))

      const recommended = recommend(row, product, judgeOf(c), c.req.valid('json'))

      const by = { ...row, recommenderName: signedIn(c.var.actor).name }
      const body = answers.describeApplication(recommended, by)
      await commit(c, changed(c, recommended, 'recommended'), body)
      return c.json(body, 201)
    },
  )
  .post(
    '/:id/decision',
    about('Approve or reject, with reasons the applicant sees', answers.ApplicationAnswer, 201),
    allow('loan-application.decide'),
    once(),
    parseJson(requests.DecisionRequest),
    async (c) => {
      const { row, product } = await underReview(c, c.req.param('id'))

      const decided = decide(row, product, judgeOf(c), c.req.valid('json'))

      const by = { ...row, deciderName: signedIn(c.var.actor).name }
      const body = answers.describeApplication(decided, by)
      await commit(c, changed(c, decided, decided.status), body)
      return c.json(body, 201)
    },
  )

async function underReview(c: Ctx, id: string) {
  const { db, scope } = c.var
  const [answered, rows, products] = await read(db, [
    findAnswered(c),
    applications.findApplication(db, id, scope),
    reviews.findProductOf(db, id),
  ])
  replayAnswered(c, answered)
  const row = found(rows[0], 'application')
  return { row, product: productOf(found(products[0], 'loan product')) }
}

function judgeOf(c: Ctx): Judge {
  const person = signedIn(c.var.actor)
  return {
    personId: person.id,
    organizationIds: person.memberships.map((one) => one.organizationId),
    at: c.var.now,
  }
}

async function dossierOf(c: Ctx, id: string): Promise<answers.DossierAnswer> {
  const { db, scope, now } = c.var
  const today = dateIn(c.env.ZONE, now)
  const enterprise = applications.consentedEnterprise(id)
  const since = now - MONTHS_SHOWN * MONTH_MS
  const offsetMs = offsetOf(c.env.ZONE)
  const [rows, products, shops, months, facts, members, events, around] = await read(db, [
    applications.findApplication(db, id, scope),
    reviews.findProductOf(db, id),
    applications.findConsentedEnterprise(db, id),
    sales.listSalesMonths(db, { enterprise, since, offsetMs }),
    sales.findSalesFacts(db, { enterprise, since }),
    applications.listGroupMembers(db, id),
    reviews.listNamedEvents(db, id),
    listLoansAround(db, id),
  ])
  const row = found(rows[0], 'application')
  const product = productOf(found(products[0], 'loan product'))
  const shop = shops[0]
  const span = { last: today.slice(0, 7), span: MONTHS_SHOWN }
  const shown = new Set(monthsBefore(span.last, span.span))
  const sold = months.filter((one) => shown.has(one.month))
  return {
    application: answers.describeApplication(row, row),
    product: describeProduct(product, {
      id: row.lenderId,
      slug: row.lenderSlug,
      name: row.lenderName,
    }),
    ...means(row, product, today),
    sales:
      shop && facts[0]
        ? { enterprise: shop, ...salesOf(salesHistory(sold, facts[0], span)) }
        : null,
    loans: around.map(({ id: loanId, number, principal, balance, status, nextDueOn }) => ({
      id: loanId,
      number: String(number),
      principal,
      balance,
      status,
      overdueSince: nextDueOn !== null && nextDueOn < today ? nextDueOn : null,
    })),
    members,
    history: events.map((one) => ({ ...one, at: instantText(one.at) })),
  }
}

const salesOf = (history: ReturnType<typeof salesHistory>) => ({
  ...history,
  months: [...history.months],
})
