/** The history of a product or an order as its seller reads it: what happened, when, and by whom. */
import { Hono } from 'hono'
import { sql } from 'drizzle-orm'
import * as v from 'valibot'
import { read } from '#db/client'
import { describeStep, Trail } from '#worker/history/trails/answers'
import { listSteps } from '#worker/history/trails/queries'
import { about } from '#worker/http/about'
import { allow } from '#worker/http/allow'
import type { Ctx, HonoEnv } from '#worker/http/context'
import { ownOrganization } from '#worker/http/own'
import { after, limit, paged } from '#worker/http/paging'
import { parseQuery } from '#worker/http/parse'
import { found } from '#worker/kernel/refusal'

const TrailQuery = v.object({ after: after([v.pipe(v.number(), v.safeInteger())]), limit })
type Asked = v.InferOutput<typeof TrailQuery>

export const trails = new Hono<HonoEnv>()
  .get(
    '/:slug/products/:id/history',
    about('What happened to a product, and by whom', Trail),
    allow('product.manage'),
    parseQuery(TrailQuery),
    async (c) => c.json(await trailOf(c, 'products', c.req.valid('query'))),
  )
  .get(
    '/:slug/orders/:id/history',
    about('What happened to an order, and by whom', Trail),
    allow('order.fulfil'),
    parseQuery(TrailQuery),
    async (c) => c.json(await trailOf(c, 'orders', c.req.valid('query'))),
  )

async function trailOf(c: Ctx, table: 'products' | 'orders', { after, limit }: Asked) {
  const { db } = c.var
  const { organizationId: enterpriseId } = ownOrganization(
    c,
    c.req.param('slug') ?? '',
    'enterprise',
  )
  const subject = sql`(SELECT id FROM ${sql.raw(table)}
    WHERE id = ${c.req.param('id') ?? ''} AND enterprise_id = ${enterpriseId})`
  const page = { before: after?.[0], limit: limit + 1 }
  const [known, rows] = await read(db, [
    db.all<{ known: string | null }>(sql`SELECT ${subject} AS known`),
    listSteps(db, { subject, enterpriseId }, page),
  ])
  found(known[0]?.known, table.slice(0, -1))
  const { rows: shown, next } = paged(rows, limit, (row) => [row.seq])
  return { items: shown.map(describeStep), next }
}
