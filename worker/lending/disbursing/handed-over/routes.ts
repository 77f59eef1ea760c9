/** What waits to be handed over, what was, and its receipt by its code. */
import { Hono } from 'hono'
import { read } from '#db/client'
import { about } from '#worker/http/about'
import { allow } from '#worker/http/allow'
import type { HonoEnv } from '#worker/http/context'
import { paged } from '#worker/http/paging'
import { parseQuery } from '#worker/http/parse'
import { found } from '#worker/kernel/refusal'
import * as answers from '#worker/lending/disbursing/disbursements/answers'
import * as queries from '#worker/lending/disbursing/disbursements/queries'
import { AwaitingQuery } from '#worker/lending/disbursing/disbursements/requests'
import { lenderIn } from '#worker/lending/offering/loan-products/routes'
import { reachOf } from '#worker/lending/servicing/loans/routes'
import { findLoan } from '#worker/lending/servicing/loans/queries'

/** Under `/lenders/{slug}`: what a cashier needs to know, and nothing of the dossier. */
export const lenderDisbursements = new Hono<HonoEnv>()
  .get(
    '/:slug/disbursements',
    about('Accepted applications whose money waits for the cashier', answers.AwaitingAnswer),
    allow('loan.read'),
    parseQuery(AwaitingQuery),
    async (c) => {
      const { after, limit } = c.req.valid('query')
      const lender = lenderIn(c, c.req.param('slug'))
      const page = { after: after?.[0], limit }
      const [rows] = await read(c.var.db, [queries.listAwaiting(c.var.db, lender.id, page)])
      const { rows: shown, next } = paged(rows, limit, (row) => [row.id])
      return c.json({ items: shown.map(answers.describeAwaiting), next })
    },
  )
  .get(
    '/:slug/draws',
    about('Parts of running loans that are still to be handed over', answers.AwaitedPartsAnswer),
    allow('loan.read'),
    parseQuery(AwaitingQuery),
    async (c) => {
      const { after, limit } = c.req.valid('query')
      const lender = lenderIn(c, c.req.param('slug'))
      const page = { after: after?.[0], limit }
      const [rows] = await read(c.var.db, [queries.listAwaitedParts(c.var.db, lender.id, page)])
      const { rows: shown, next } = paged(rows, limit, (row) => [row.applicationId])
      return c.json({ items: shown.map(answers.describeAwaitedPart), next })
    },
  )

/** Under `/loans`. */
export const handedOver = new Hono<HonoEnv>().get(
  '/:id/disbursements',
  about('What was handed over of a loan, with its receipts', answers.DisbursementsAnswer),
  allow('self'),
  async (c) => {
    const { db } = c.var
    const id = c.req.param('id')
    const [rows, handed] = await read(db, [
      findLoan(db, id, reachOf(c)),
      queries.listDisbursements(db, id),
    ])
    found(rows[0], 'loan')
    return c.json({ items: handed.map(answers.describeDisbursement), next: null as string | null })
  },
)

/** Opened by its unguessable code, as a receipt is. */
export const disbursementReceipts = new Hono<HonoEnv>().get(
  '/:code',
  about('The receipt of money handed over, by its code', answers.DisbursementAnswer),
  allow('public'),
  async (c) => {
    const { db } = c.var
    const [rows] = await read(db, [queries.findDisbursement(db, c.req.param('code'))])
    return c.json(answers.describeDisbursement(found(rows[0], 'receipt')))
  },
)
