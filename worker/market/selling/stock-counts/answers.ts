/** Shelves to be counted, and what has happened to the stock of a variant. */
import * as v from 'valibot'
import { instantText } from '#worker/http/fields'
import { pageOf } from '#worker/http/paging'

export const ShelfAnswer = v.strictObject({
  variantId: v.string(),
  productId: v.string(),
  title: v.string(),
  variantName: v.string(),
  sku: v.nullable(v.string()),
  photoId: v.nullable(v.string()),
  stock: v.pipe(v.number(), v.description('What can be sold')),
  held: v.pipe(v.number(), v.description('Promised to orders that have not been sent')),
})

export const ShelfList = pageOf(ShelfAnswer)

export const StockCountAnswer = v.strictObject({
  changed: v.number(),
  counts: v.array(v.strictObject({ variantId: v.string(), by: v.number(), stock: v.number() })),
})

export const STOCK_CAUSES = [
  'sold',
  'given-back',
  'replaced',
  'returned',
  'counted',
  'changed',
  'imported',
] as const
export type StockCause = (typeof STOCK_CAUSES)[number]

const StockStep = v.strictObject({
  at: v.string(),
  cause: v.picklist(STOCK_CAUSES),
  by: v.pipe(v.nullable(v.number()), v.description('Null where the event keeps no difference')),
  reason: v.string(),
  order: v.nullable(v.strictObject({ id: v.string(), code: v.string() })),
  who: v.nullable(v.strictObject({ name: v.string(), companion: v.boolean() })),
})

export const StockHistory = v.strictObject({
  variantId: v.string(),
  productId: v.string(),
  title: v.string(),
  variantName: v.string(),
  stock: v.number(),
  held: v.number(),
  items: v.array(StockStep),
})

export type StepRow = {
  at: number
  cause: StockCause
  by: number | null
  reason: string
  orderId: string | null
  code: string | null
  name: string | null
  companion: number
}

export function describeStockStep(row: StepRow): v.InferOutput<typeof StockStep> {
  const { at, cause, by, reason, orderId, code, name, companion } = row
  return {
    at: instantText(at),
    ...{ cause, by, reason },
    order: orderId !== null && code !== null ? { id: orderId, code } : null,
    who: name === null ? null : { name, companion: companion === 1 },
  }
}
