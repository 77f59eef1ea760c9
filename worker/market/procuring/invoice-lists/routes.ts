/** Lists of invoices: of a company, of a seller, and all of them for the operator, by their due day. */
import { Hono } from 'hono'
import type * as v from 'valibot'
import { read } from '#db/client'
import { about } from '#worker/http/about'
import { allow } from '#worker/http/allow'
import type { Ctx, HonoEnv } from '#worker/http/context'
import { ownOrganization } from '#worker/http/own'
import { paged } from '#worker/http/paging'
import { parseQuery } from '#worker/http/parse'
import { dateIn, daysBetween, type LocalDate } from '#worker/kernel/calendar'
import { describeListed, InvoicePage } from '#worker/market/procuring/invoices/answers'
import { listInvoices } from '#worker/market/procuring/invoices/queries'
import { InvoicesQuery } from '#worker/market/procuring/invoices/requests'

type Query = v.InferOutput<typeof InvoicesQuery>

async function listed(c: Ctx, query: Query, side?: 'partner' | 'enterprise') {
  const { limit, ...rest } = query
  const today = dateIn(c.env.ZONE, c.var.now)
  const own = side && ownOrganization(c, c.req.param('slug') ?? '', 'organization').organizationId
  const of = side && own ? { of: { side, id: own } } : {}
  const [rows] = await read(c.var.db, [
    listInvoices(c.var.db, { ...rest, ...of, today, limit: limit + 1 }),
  ])
  const page = paged(rows, limit, (row) => [row.dueOn, row.id])
  const late = (dueOn: string) => daysBetween(dueOn as LocalDate, today)
  return { items: page.rows.map((row) => describeListed(row, late)), next: page.next }
}

/** For the operator: what is to be matched. */
export const allInvoices = new Hono<HonoEnv>().get(
  '/',
  about('All invoices by their due day', InvoicePage),
  allow('payment.read'),
  parseQuery(InvoicesQuery),
  async (c) => c.json(await listed(c, c.req.valid('query'))),
)

export const invoicesOfCompanies = new Hono<HonoEnv>().get(
  '/:slug/invoices',
  about('The invoices to a company by their due day', InvoicePage),
  allow('company.read'),
  parseQuery(InvoicesQuery),
  async (c) => c.json(await listed(c, c.req.valid('query'), 'partner')),
)

export const invoicesOfEnterprises = new Hono<HonoEnv>().get(
  '/:slug/invoices',
  about('The invoices of a seller by their due day', InvoicePage),
  allow('quotation.answer'),
  parseQuery(InvoicesQuery),
  async (c) => c.json(await listed(c, c.req.valid('query'), 'enterprise')),
)
