/** What shipping costs: the ways an enterprise sends, and what they make of a cart and an address. */
import { Hono } from 'hono'
import { sql } from 'drizzle-orm'
import { commit, read } from '#db/client'
import { about } from '#worker/http/about'
import { actOf } from '#worker/http/act'
import { allow } from '#worker/http/allow'
import { cartRefOf } from '#worker/http/cart-cookie'
import type { Ctx, HonoEnv } from '#worker/http/context'
import { parseJson, parseQuery } from '#worker/http/parse'
import { recordEvents } from '#worker/history/queries'
import type { Organization } from '#worker/identity/organizations/organization'
import { changeOrganization, findOwnOrganization } from '#worker/identity/organizations/queries'
import { dateIn } from '#worker/kernel/calendar'
import { found, Refusal } from '#worker/kernel/refusal'
import { cartFrom, cartIdOf, listCartLines } from '#worker/market/buying/carts/queries'
import * as answers from '#worker/market/buying/shipping/answers'
import {
  isDistrictOrVillage,
  namesOfDestinations,
} from '#worker/market/buying/shipping/destinations'
import * as queries from '#worker/market/buying/shipping/queries'
import {
  SERVICE_CODE,
  ServiceRequest,
  ShippingQuery,
  TariffsRequest,
} from '#worker/market/buying/shipping/requests'
import type { Tariff } from '#worker/market/buying/shipping/tariff'
import { assetAreas } from '#worker/providers/areas'

const MOST_SERVICES = 20

/** An enterprise whose ways of sending change, and the statements that say so. */
async function ownEnterprise(c: Ctx) {
  const { db, scope } = c.var
  const slug = c.req.param('slug') ?? ''
  const [rows, services] = await read(db, [
    findOwnOrganization(db, slug, scope),
    queries.listServicesOf(db, slug, scope),
  ])
  return { enterprise: found(rows[0], 'enterprise'), services }
}

function changedStatements(c: Ctx, enterprise: Organization, type: string, data = {}) {
  const { db } = c.var
  const changed = { ...enterprise, version: enterprise.version + 1 }
  const event = { ...actOf(c), subject: enterprise.id, seq: changed.version, type, data }
  return [changeOrganization(db, changed), recordEvents(db, [event])]
}

/** The rows with the names of districts and villages, which only the lists of areas know. */
async function named(c: Ctx, tariffs: readonly Tariff[]) {
  const names = tariffs.some(isDistrictOrVillage)
    ? await namesOfDestinations(assetAreas(c.env.ASSETS), tariffs)
    : new Map<string, string>()
  return tariffs.map((one) => ({ ...one, name: names.get(one.destination) ?? '' }))
}

export const tariffs = new Hono<HonoEnv>()
  .get(
    '/:slug/tariffs',
    about('What an enterprise asks for sending by no named courier', answers.TariffsAnswer),
    allow('enterprise.edit'),
    async (c) => {
      const { db } = c.var
      const slug = c.req.param('slug')
      const [own, rows] = await read(db, [
        findOwnOrganization(db, slug, c.var.scope),
        queries.listTariffs(
          db,
          sql`(SELECT id FROM organizations WHERE slug = ${slug} OR id = ${slug})`,
        ),
      ])
      found(own[0], 'enterprise')
      return c.json(answers.describeTariffs(rows.map(queries.tariffFrom)))
    },
  )
  .put(
    '/:slug/tariffs',
    about('Put a new tariff table in the place of the old one', answers.TariffsAnswer),
    allow('enterprise.edit'),
    parseJson(TariffsRequest),
    async (c) => {
      const { db } = c.var
      const { enterprise } = await ownEnterprise(c)
      const rows = await named(c, c.req.valid('json').tariffs)

      await commit(db, [
        ...changedStatements(c, enterprise, 'tariffs-changed', { rows: rows.length }),
        ...queries.changeTariffs(db, enterprise.id, rows),
      ])
      return c.json(answers.describeTariffs(rows))
    },
  )
  .get(
    '/:slug/shipping-services',
    about('The ways an enterprise sends, with their tariffs', answers.ServicesAnswer),
    allow('enterprise.edit'),
    async (c) => {
      const { services } = await ownEnterprise(c)
      const items = services.map((row) => answers.describeService(queries.serviceFrom(row)))
      return c.json({ items, next: null })
    },
  )
  .put(
    '/:slug/shipping-services/:code',
    about('Add a way of sending, or put it in the place of the old one', answers.ServiceAnswer),
    allow('enterprise.edit'),
    parseJson(ServiceRequest),
    async (c) => {
      const { db } = c.var
      const code = c.req.param('code')
      const asked = c.req.valid('json')
      if (!SERVICE_CODE.test(code)) throw new Refusal('not-found', 'No such service.')
      const { enterprise, services } = await ownEnterprise(c)
      const isNew = services.every((one) => one.code !== code)
      if (isNew && services.length >= MOST_SERVICES) {
        throw new Refusal('outside-limits', `An enterprise has ${MOST_SERVICES} services at most.`)
      }
      const service = { ...asked, code, tariffs: await named(c, asked.tariffs) }

      await commit(db, [
        ...changedStatements(c, enterprise, 'shipping-service-changed', { code }),
        queries.changeService(db, enterprise.id, service),
        ...queries.changeTariffs(db, enterprise.id, service.tariffs, code),
      ])
      return c.json(answers.describeService(service))
    },
  )
  .delete(
    '/:slug/shipping-services/:code',
    about('Send by this way no more', answers.ServicesAnswer),
    allow('enterprise.edit'),
    async (c) => {
      const { db } = c.var
      const code = c.req.param('code')
      const { enterprise, services } = await ownEnterprise(c)
      found(
        services.find((one) => one.code === code),
        'service',
      )

      await commit(db, [
        ...changedStatements(c, enterprise, 'shipping-service-removed', { code }),
        ...queries.deleteService(db, enterprise.id, code),
      ])
      const left = services.filter((one) => one.code !== code)
      const items = left.map((row) => answers.describeService(queries.serviceFrom(row)))
      return c.json({ items, next: null })
    },
  )

export const shippingOptions = new Hono<HonoEnv>().get(
  '/',
  about('How the goods of a cart can reach an area, seller by seller', answers.ShippingOptions),
  allow('public'),
  parseQuery(ShippingQuery),
  async (c) => {
    const { db, now } = c.var
    const { cart, areaCode } = c.req.valid('query')
    const ref = await cartRefOf(c, cart)
    const [rows, services] = await read(db, [
      listCartLines(db, ref, now),
      queries.listServicesTo(db, cartIdOf(ref), areaCode),
    ])
    const to = { area: areaCode, on: dateIn(c.env.ZONE, now) }
    const bought = cartFrom(rows.filter((row) => row.saved === 0))
    return c.json(answers.describeOptions(bought, to, queries.servicesByEnterprise(services)))
  },
)
