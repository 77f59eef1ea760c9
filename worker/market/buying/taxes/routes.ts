/** Taxes: whether a seller charges value-added tax, and the dated rules by which it is reckoned. */
import { Hono } from 'hono'
import { sql } from 'drizzle-orm'
import { commit, read } from '#db/client'
import { recordEvents } from '#worker/history/queries'
import { about } from '#worker/http/about'
import { actOf } from '#worker/http/act'
import { allow } from '#worker/http/allow'
import type { HonoEnv } from '#worker/http/context'
import { parseJson } from '#worker/http/parse'
import { changeOrganization, findOwnOrganization } from '#worker/identity/organizations/queries'
import { found } from '#worker/kernel/refusal'
import * as answers from '#worker/market/buying/taxes/answers'
import * as queries from '#worker/market/buying/taxes/queries'
import { TaxRegistrationRequest } from '#worker/market/buying/taxes/requests'

export const taxRegistrations = new Hono<HonoEnv>()
  .get(
    '/:slug/tax-registration',
    about('Whether an enterprise charges value-added tax', answers.TaxRegistrationAnswer),
    allow('enterprise.edit'),
    async (c) => {
      const { db, scope } = c.var
      const slug = c.req.param('slug')
      const [own, rows] = await read(db, [
        findOwnOrganization(db, slug, scope),
        queries.findRegistration(
          db,
          sql`(SELECT id FROM organizations WHERE slug = ${slug} OR id = ${slug})`,
        ),
      ])
      found(own[0], 'enterprise')
      return c.json(answers.describeRegistration(found(rows[0], 'enterprise')))
    },
  )
  .put(
    '/:slug/tax-registration',
    about('Say that an enterprise charges it, or no more', answers.TaxRegistrationAnswer),
    allow('enterprise.edit'),
    parseJson(TaxRegistrationRequest),
    async (c) => {
      const { db, scope } = c.var
      const given = c.req.valid('json')
      const [own] = await read(db, [findOwnOrganization(db, c.req.param('slug'), scope)])
      const enterprise = found(own[0], 'enterprise')
      const changed = { ...enterprise, version: enterprise.version + 1 }

      const event = { subject: enterprise.id, seq: changed.version, type: 'tax-changed' }
      await commit(db, [
        changeOrganization(db, changed),
        queries.changeRegistration(db, enterprise.id, given),
        recordEvents(db, [{ ...actOf(c), ...event, data: given }]),
      ])
      return c.json(answers.describeRegistration(given))
    },
  )

export const taxRules = new Hono<HonoEnv>().get(
  '/',
  about('The rules of taxes on goods, the newest first', answers.TaxRulesAnswer),
  allow('public'),
  async (c) => {
    const [rows] = await read(c.var.db, [queries.listTaxRules(c.var.db)])
    return c.json(answers.describeTaxRules(rows.map(queries.taxRuleFrom)))
  },
)
