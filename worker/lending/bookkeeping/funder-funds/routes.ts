/**
 * What a funder sees: its own funds, whoever lends them, where their money stands and the loans they
 * carry. Groups are named, people are not. Under `/funders/{slug}`.
 */
import { Hono } from 'hono'
import { read } from '#db/client'
import { about } from '#worker/http/about'
import { allow } from '#worker/http/allow'
import type { Ctx, HonoEnv } from '#worker/http/context'
import { ownOrganization } from '#worker/http/own'
import { paged } from '#worker/http/paging'
import { parseQuery } from '#worker/http/parse'
import { found } from '#worker/kernel/refusal'
import * as answers from '#worker/lending/bookkeeping/funds/answers'
import * as queries from '#worker/lending/bookkeeping/funds/queries'
import * as requests from '#worker/lending/bookkeeping/funds/requests'

const funderOf = (c: Ctx) => ownOrganization(c, c.req.param('slug') ?? '', 'funder').organizationId

export const funderFunds = new Hono<HonoEnv>()
  .get(
    '/:slug/funds',
    about('The funds that an organization has given, with their money', answers.FundsAnswer),
    allow('funder.read'),
    parseQuery(requests.FundsQuery),
    async (c) => {
      const { after, limit } = c.req.valid('query')
      const page = { after: after?.[0], limit }
      const [rows] = await read(c.var.db, [queries.listFundsOfFunder(c.var.db, funderOf(c), page)])
      const { rows: shown, next } = paged(rows, limit, (row) => [row.id])
      return c.json({ items: shown.map(answers.describeFund), next })
    },
  )
  .get(
    '/:slug/funds/:id',
    about('A fund that the organization has given', answers.FundDetailAnswer),
    allow('funder.read'),
    async (c) => {
      const [rows, parts] = await read(c.var.db, [
        queries.findFundOfFunder(c.var.db, funderOf(c), c.req.param('id')),
        queries.listFundParts(c.var.db, c.req.param('id')),
      ])
      return c.json(answers.describeFundDetail(found(rows[0], 'fund'), parts))
    },
  )
  .get(
    '/:slug/funds/:id/loans',
    about('The loans of a fund that the organization has given', answers.FundLoansAnswer),
    allow('funder.read'),
    parseQuery(requests.FundLoansQuery),
    async (c) => {
      const asked = c.req.valid('query')
      const { after, limit } = asked
      const part = requests.fundLoansAsked(asked)
      const id = c.req.param('id')
      const [fund, rows] = await read(c.var.db, [
        queries.findFundOfFunder(c.var.db, funderOf(c), id),
        queries.listFundLoans(c.var.db, id, { after: after?.[0], limit, part }),
      ])
      found(fund[0], 'fund')
      const { rows: shown, next } = paged(rows, limit, (row) => [row.id])
      return c.json({ items: shown.map((row) => answers.describeFundLoan(row, false)), next })
    },
  )
