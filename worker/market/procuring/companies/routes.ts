/** Buying companies: their papers, and what waits for them or for a seller today. */
import { Hono } from 'hono'
import { read } from '#db/client'
import { recordEvents } from '#worker/history/queries'
import { about } from '#worker/http/about'
import { actOf } from '#worker/http/act'
import { allow } from '#worker/http/allow'
import type { Ctx, HonoEnv } from '#worker/http/context'
import { commit } from '#worker/http/idempotency'
import { ownOrganization } from '#worker/http/own'
import { parseJson } from '#worker/http/parse'
import { villageLine } from '#worker/http/village-line'
import { organizationsWith } from '#worker/identity/actor'
import * as answers from '#worker/market/procuring/companies/answers'
import { limitOf, papersOf, type Company } from '#worker/market/procuring/companies/company'
import * as queries from '#worker/market/procuring/companies/queries'
import { CompanyRequest } from '#worker/market/procuring/companies/requests'

const FEW = 8

function described(c: Ctx, company: Company | undefined) {
  const { organizationId: id, slug, name, roles } = ownCompany(c)
  const limits = company ?? { staffLimit: 0, managerLimit: 0 }
  return answers.describeCompany({ id, slug, name }, company, {
    mayManage: organizationsWith(c.var.actor, 'company.manage').includes(id),
    limit: limitOf(roles, limits as Company),
  })
}

const ownCompany = (c: Ctx) => ownOrganization(c, c.req.param('slug') ?? '', 'company')

export const companies = new Hono<HonoEnv>()
  .get(
    '/:slug',
    about('The papers of a buying company of yours', answers.CompanyAnswer),
    allow('company.read'),
    async (c) => {
      const { organizationId } = ownCompany(c)
      const [rows] = await read(c.var.db, [queries.findCompany(c.var.db, organizationId)])
      return c.json(described(c, rows[0] && queries.companyFrom(rows[0])))
    },
  )
  .put(
    '/:slug',
    about('Write down the papers and the limits of a buying company', answers.CompanyAnswer),
    allow('company.manage'),
    parseJson(CompanyRequest),
    async (c) => {
      const { db } = c.var
      const said = c.req.valid('json')
      const { organizationId: id } = ownCompany(c)
      const [areaText, [rows]] = await Promise.all([
        villageLine(c, said.areaCode, '/areaCode'),
        read(db, [queries.findCompany(db, id)]),
      ])
      const company: Company = { ...said, areaText, id, version: (rows[0]?.version ?? 0) + 1 }

      const event = { subject: papersOf(id), seq: company.version, type: 'papers-written' }
      await commit(c, [
        queries.putCompany(db, company),
        recordEvents(db, [{ ...actOf(c), ...event, data: said }]),
      ])
      return c.json(described(c, company))
    },
  )
  .get(
    '/:slug/procurement',
    about('What waits for a buying company today', answers.ProcurementToday),
    allow('company.read'),
    async (c) => c.json(await waiting(c, 'partner', ownCompany(c).organizationId)),
  )

/** Mounted with the enterprises: the same for a seller. */
export const procurementOfEnterprises = new Hono<HonoEnv>().get(
  '/:slug/procurement',
  about('What companies wait for from a seller today', answers.ProcurementToday),
  allow('quotation.answer'),
  async (c) => {
    const { organizationId } = ownOrganization(c, c.req.param('slug'), 'enterprise')
    return c.json(await waiting(c, 'enterprise', organizationId))
  },
)

async function waiting(c: Ctx, side: 'partner' | 'enterprise', id: string) {
  const rows = await read(c.var.db, queries.listWaiting(c.var.db, { side, id, limit: FEW }))
  const [quotations, purchaseOrders, handovers, invoices] = rows
  return answers.describeToday({ quotations, purchaseOrders, handovers, invoices })
}
