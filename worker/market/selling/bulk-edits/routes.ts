/** Many products edited, listed or hidden in one batch. */
import { Hono } from 'hono'
import { sql } from 'drizzle-orm'
import { read } from '#db/client'
import { recordEvents } from '#worker/history/queries'
import { about } from '#worker/http/about'
import { actOf } from '#worker/http/act'
import { allow } from '#worker/http/allow'
import type { HonoEnv } from '#worker/http/context'
import { commit } from '#worker/http/idempotency'
import { ownOrganization } from '#worker/http/own'
import { parseJson } from '#worker/http/parse'
import { BulkEditAnswer } from '#worker/market/selling/bulk-edits/answers'
import { editInBulk, type Edited } from '#worker/market/selling/bulk-edits/bulk-edit'
import { changeProducts } from '#worker/market/selling/bulk-edits/queries'
import { BulkEditRequest } from '#worker/market/selling/bulk-edits/requests'
import { listProducts, productOf } from '#worker/market/offering/products/queries'

export const bulkEdits = new Hono<HonoEnv>().patch(
  '/:slug/products',
  about('Edit, list or hide many products at once; all of it or nothing', BulkEditAnswer),
  allow('product.manage'),
  parseJson(BulkEditRequest),
  async (c) => {
    const { db, now } = c.var
    const { products: wanted } = c.req.valid('json')
    const { organizationId } = ownOrganization(c, c.req.param('slug'), 'enterprise')
    const ids = JSON.stringify(wanted.map((one) => one.id))
    const [rows] = await read(db, [
      listProducts(
        db,
        sql`(SELECT q.id FROM products q WHERE q.enterprise_id = ${organizationId}
          AND q.id IN (SELECT value FROM json_each(${ids})))`,
      ),
    ])
    const present = rows.map((row) => productOf(row).product)

    const edited = editInBulk(present, wanted, now)

    const act = actOf(c)
    await commit(c, [
      ...changeProducts(db, edited),
      recordEvents(
        db,
        edited.map((one) => ({ ...act, ...eventOf(one) })),
      ),
    ])
    const versions = new Map(present.map((one) => [one.id, one.version]))
    for (const { product } of edited) versions.set(product.id, product.version)
    const products = wanted.map(({ id }) => ({ id, version: versions.get(id)! }))
    return c.json({ changed: edited.length, products })
  },
)

function eventOf({ before, product, fields }: Edited) {
  const known = new Map(before.variants.map((one) => [one.id, one.stock]))
  const stock = product.variants
    .map((one) => ({ variantId: one.id, by: one.stock - (known.get(one.id) ?? 0) }))
    .filter((one) => one.by !== 0)
  const { id: subject, version: seq } = product
  return { subject, seq, type: 'bulk-edited', data: { fields, stock } }
}
