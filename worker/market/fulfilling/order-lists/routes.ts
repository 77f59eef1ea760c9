/** Lists of orders: a seller's, and those of whoever is signed in. */
import { Hono } from 'hono'
import { read } from '#db/client'
import { about } from '#worker/http/about'
import { allow } from '#worker/http/allow'
import type { HonoEnv } from '#worker/http/context'
import { ownOrganization } from '#worker/http/own'
import { paged } from '#worker/http/paging'
import { parseQuery } from '#worker/http/parse'
import { signedIn } from '#worker/identity/actor'
import * as answers from '#worker/market/fulfilling/order-lists/answers'
import { listOrders, listOwnPurchases } from '#worker/market/fulfilling/order-lists/queries'
import * as requests from '#worker/market/fulfilling/order-lists/requests'

/** Mounted with the enterprises. */
export const ordersOfEnterprises = new Hono<HonoEnv>().get(
  '/:slug/orders',
  about('The orders of an enterprise, the newest first', answers.OrderPage),
  allow('order.fulfil'),
  parseQuery(requests.OrdersQuery),
  async (c) => {
    const { organizationId } = ownOrganization(c, c.req.param('slug'), 'enterprise')
    const { after, limit, ...filter } = c.req.valid('query')
    const asked = { ...filter, before: after?.[0], limit: limit + 1 }
    const [rows] = await read(c.var.db, [listOrders(c.var.db, organizationId, asked)])

    const page = paged(rows, limit, (row) => [row.id])
    return c.json({ items: page.rows.map(answers.describeListed), next: page.next })
  },
)

/** Mounted with oneself. */
export const ownPurchases = new Hono<HonoEnv>().get(
  '/',
  about('What you have bought, the newest first', answers.OwnPurchasePage),
  allow('self'),
  parseQuery(requests.OwnPurchasesQuery),
  async (c) => {
    const { id } = signedIn(c.var.actor)
    const { after, limit } = c.req.valid('query')
    const asked = { before: after?.[0], limit: limit + 1 }
    const [rows] = await read(c.var.db, [listOwnPurchases(c.var.db, id, asked)])

    const page = paged(rows, limit, (row) => [row.id])
    return c.json({ items: page.rows.map(answers.describeOwnPurchase), next: page.next })
  },
)
