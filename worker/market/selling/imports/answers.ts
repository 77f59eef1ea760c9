/** A sheet as its seller sees it: what it would do, item by item, and how far it has come. */
import * as v from 'valibot'
import { instantText } from '#worker/http/fields'
import { pageOf } from '#worker/http/paging'
import type { Language, Sentence } from '#worker/kernel/sentence'
import { LAYOUTS } from '#worker/market/selling/imports/layouts'
import { OUTCOMES, type Outcome } from '#worker/market/selling/imports/planning'
import type { Import } from '#worker/market/selling/imports/progress'

export const ImportAnswer = v.strictObject({
  id: v.string(),
  fileName: v.string(),
  layout: v.picklist(LAYOUTS),
  status: v.picklist(['previewed', 'running', 'done']),
  rows: v.number(),
  created: v.number(),
  changed: v.number(),
  unchanged: v.number(),
  faulty: v.number(),
  photos: v.pipe(v.number(), v.description('Addresses of photos; they are never fetched')),
  work: v.pipe(v.number(), v.description('How many products would be created or changed')),
  done: v.pipe(v.number(), v.description('How many of them have been gone through')),
  createdAt: v.string(),
  finishedAt: v.nullable(v.string()),
})

export const ImportList = pageOf(ImportAnswer)

export function describeImport(one: Import): v.InferOutput<typeof ImportAnswer> {
  const { id, fileName, layout, status, rows, created, changed, unchanged, faulty } = one
  const { photos, work, done } = one
  return {
    ...{ id, fileName, layout, status, rows, created, changed, unchanged, faulty },
    ...{ photos, work, done },
    createdAt: instantText(one.createdAt),
    finishedAt: one.finishedAt === null ? null : instantText(one.finishedAt),
  }
}

const ItemAnswer = v.strictObject({
  line: v.number(),
  outcome: v.picklist(OUTCOMES),
  title: v.string(),
  fields: v.pipe(v.array(v.string()), v.description('What would change')),
  fault: v.nullable(
    v.strictObject({
      column: v.pipe(v.nullable(v.number()), v.description('Counted from 1')),
      heading: v.nullable(v.string()),
      detail: v.string(),
    }),
  ),
  photos: v.number(),
})

export const ItemList = pageOf(ItemAnswer)

type Said = {
  fields: string[]
  photos: number
  fault: { column: number | null; heading: string | null; detail: Sentence } | null
}
type Row = { line: number; outcome: Outcome; title: string; said: string }

export function describeItem(row: Row, language: Language): v.InferOutput<typeof ItemAnswer> {
  const { line, outcome, title } = row
  const { fields, photos, fault } = JSON.parse(row.said) as Said
  const inWords = fault && {
    column: fault.column,
    heading: fault.heading,
    detail: fault.detail[language],
  }
  return { line, outcome, title, fields, photos, fault: inWords }
}
