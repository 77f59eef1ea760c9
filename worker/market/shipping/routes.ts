/** What shipping costs: the table an enterprise keeps, and what it makes of a cart and an address. */
import { Hono } from 'hono'
import { commit, read } from '#db/client'
import { about } from '#worker/http/about'
import { actOf } from '#worker/http/act'
import { allow } from '#worker/http/allow'
import { cartRefOf } from '#worker/http/cart-cookie'
import type { Ctx, HonoEnv } from '#worker/http/context'
import { parseJson, parseQuery } from '#worker/http/parse'
import { recordEvents } from '#worker/history/queries'
import { changeOrganization, findOwnOrganization } from '#worker/identity/organizations/queries'
import { found } from '#worker/kernel/refusal'
import { cartFrom, cartIdOf, listCartLines } from '#worker/market/carts/queries'
import {
  describeOptions,
  describeTariffs,
  ShippingOptions,
  TariffsAnswer,
} from '#worker/market/shipping/answers'
import {
  changeTariffs,
  listTariffs,
  listTariffsTo,
  tariffFrom,
  tariffsByEnterprise,
} from '#worker/market/shipping/queries'
import { ShippingQuery, TariffsRequest } from '#worker/market/shipping/requests'
import { sql } from 'drizzle-orm'

export const tariffs = new Hono<HonoEnv>()
  .get(
    '/:slug/tariffs',
    about('What an enterprise asks for shipping, by destination', TariffsAnswer),
    allow('enterprise.edit'),
    async (c) => {
      const { db } = c.var
      const slug = c.req.param('slug')
      const [own, rows] = await read(db, [
        findOwnOrganization(db, slug, c.var.scope),
        listTariffs(db, sql`(SELECT id FROM organizations WHERE slug = ${slug} OR id = ${slug})`),
      ])
      found(own[0], 'enterprise')
      return c.json(describeTariffs(rows.map(tariffFrom)))
    },
  )
  .put(
    '/:slug/tariffs',
    about('Put a new tariff table in the place of the old one', TariffsAnswer),
    allow('enterprise.edit'),
    parseJson(TariffsRequest),
    async (c) => {
      const { db } = c.var
      const { tariffs: given } = c.req.valid('json')
      const enterprise = await ownEnterprise(c, c.req.param('slug'))

      const changed = { ...enterprise, version: enterprise.version + 1 }
      await commit(db, [
        changeOrganization(db, changed),
        ...changeTariffs(db, enterprise.id, given),
        recordEvents(db, [
          {
            ...actOf(c),
            subject: enterprise.id,
            seq: changed.version,
            type: 'tariffs-changed',
            data: { rows: given.length },
          },
        ]),
      ])
      return c.json(describeTariffs(given))
    },
  )

async function ownEnterprise(c: Ctx, slug: string) {
  const [rows] = await read(c.var.db, [findOwnOrganization(c.var.db, slug, c.var.scope)])
  return found(rows[0], 'enterprise')
}

export const shippingOptions = new Hono<HonoEnv>().get(
  '/',
  about('How the goods of a cart can reach an area, seller by seller', ShippingOptions),
  allow('public'),
  parseQuery(ShippingQuery),
  async (c) => {
    const { db } = c.var
    const { cart, areaCode } = c.req.valid('query')
    const ref = await cartRefOf(c, cart)
    const [rows, tariffRows] = await read(db, [
      listCartLines(db, ref, c.var.now),
      listTariffsTo(db, cartIdOf(ref), areaCode),
    ])
    const answer = describeOptions(cartFrom(rows), areaCode, tariffsByEnterprise(tariffRows))
    return c.json(answer)
  },
)
