/** Sheets of goods: shown first with what they would do, then applied page by page. */
import { Hono } from 'hono'
import { read } from '#db/client'
import { recordEvents } from '#worker/history/queries'
import { about } from '#worker/http/about'
import { actOf } from '#worker/http/act'
import { allow } from '#worker/http/allow'
import type { Ctx, HonoEnv } from '#worker/http/context'
import { commit, findAnswered, once, replayAnswered } from '#worker/http/idempotency'
import { languageOf } from '#worker/http/language'
import { ownOrganization } from '#worker/http/own'
import { paged } from '#worker/http/paging'
import { parseQuery } from '#worker/http/parse'
import { countUse } from '#worker/http/uses'
import { applyImport, standOf } from '#worker/jobs/importing'
import { dateIn } from '#worker/kernel/calendar'
import { found, Refusal } from '#worker/kernel/refusal'
import { sentence } from '#worker/kernel/sentence'
import * as answers from '#worker/market/selling/imports/answers'
import { parseCsv } from '#worker/market/selling/imports/csv'
import { countsOf, planImport } from '#worker/market/selling/imports/planning'
import { begin, type Import } from '#worker/market/selling/imports/progress'
import * as queries from '#worker/market/selling/imports/queries'
import { MOST_ROWS, readSheet } from '#worker/market/selling/imports/reading'
import { ImportQuery, ItemsQuery } from '#worker/market/selling/imports/requests'
import type { Sheet } from '#worker/market/selling/imports/wanted'

const MOST_BYTES = 2 * 1024 * 1024
const A_DAY = { most: 100, windowMs: 24 * 60 * 60 * 1000 }
const SHOWN = 20
/** A Worker may go on for half a minute after it has answered; the clock does the rest. */
const PAGES_AT_ONCE = 40

export const importsOfEnterprises = new Hono<HonoEnv>()
  .post(
    '/:slug/imports',
    about('Read a sheet of goods (CSV) and show what it would do', answers.ImportAnswer, 201),
    allow('product.manage'),
    parseQuery(ImportQuery),
    async (c) => {
      const { db, now, newId } = c.var
      const { name, ...options } = c.req.valid('query')
      const { organizationId: enterpriseId } = enterpriseOf(c)
      const sheet = sheetFrom(await textOf(c))

      const rows = await read(
        db,
        queries.findStand(db, enterpriseId, queries.namesIn(sheet.products)),
      )
      const items = planImport(sheet, standOf({ options }, rows), {
        ...{ now, today: dateIn(c.env.ZONE, now) },
      })

      const counts = countsOf(items)
      const one: Import = {
        ...{ id: newId(), enterpriseId, fileName: name, layout: sheet.layout, options },
        ...{ status: 'previewed', rows: sheet.rows, ...counts, done: 0 },
        ...{ work: counts.created + counts.changed, createdAt: now, finishedAt: null, version: 1 },
      }
      await commit(c, [
        countUse(db, { key: `imports:${enterpriseId}`, ...A_DAY }, now),
        queries.insertImport(db, one),
        ...queries.insertItems(db, one.id, items),
        eventOf(c, one, 'previewed'),
      ])
      return c.json(answers.describeImport(one), 201)
    },
  )
  .get(
    '/:slug/imports',
    about('The latest sheets of an enterprise', answers.ImportList),
    allow('product.manage'),
    async (c) => {
      const { organizationId } = enterpriseOf(c)
      const [rows] = await read(c.var.db, [queries.listImports(c.var.db, organizationId, SHOWN)])
      const items = rows.map((row) => answers.describeImport(queries.importOf(row)))
      return c.json({ items, next: null })
    },
  )
  .get(
    '/:slug/imports/:id',
    about('A sheet, and how far it has come', answers.ImportAnswer),
    allow('product.manage'),
    async (c) => {
      const { organizationId } = enterpriseOf(c)
      const id = c.req.param('id')
      const [rows] = await read(c.var.db, [queries.findImport(c.var.db, id, organizationId)])
      return c.json(answers.describeImport(queries.importOf(found(rows[0], 'import'))))
    },
  )
  .get(
    '/:slug/imports/:id/items',
    about('What a sheet does, product by product; faults with line and column', answers.ItemList),
    allow('product.manage'),
    parseQuery(ItemsQuery),
    async (c) => {
      const { db } = c.var
      const { outcome, after, limit } = c.req.valid('query')
      const { organizationId } = enterpriseOf(c)
      const id = c.req.param('id')
      const [rows, items] = await read(db, [
        queries.findImport(db, id, organizationId),
        queries.listItems(db, id, { outcome, after: after?.[0], limit: limit + 1 }),
      ])
      found(rows[0], 'import')
      const { rows: shown, next } = paged(items, limit, (row) => [row.n])
      const language = languageOf(c.req.raw)
      return c.json({ items: shown.map((row) => answers.describeItem(row, language)), next })
    },
  )
  .post(
    '/:slug/imports/:id/application',
    about('Do what a sheet was shown to do', answers.ImportAnswer, 201),
    allow('product.manage'),
    once(),
    async (c) => {
      const { db, newId } = c.var
      const { organizationId } = enterpriseOf(c)
      const [kept, rows] = await read(db, [
        findAnswered(c),
        queries.findImport(db, c.req.param('id'), organizationId),
      ])
      replayAnswered(c, kept)

      const begun = begin(queries.importOf(found(rows[0], 'import')))

      const body = answers.describeImport(begun)
      await commit(c, [queries.changeImport(db, begun), eventOf(c, begun, 'begun')], body)
      const rest = applyImport({ db, act: actOf(c), newId, zone: c.env.ZONE }, begun, PAGES_AT_ONCE)
      c.executionCtx.waitUntil(rest.catch(() => undefined))
      return c.json(body, 201)
    },
  )

const enterpriseOf = (c: Ctx) => ownOrganization(c, c.req.param('slug') ?? '', 'enterprise')

function eventOf(c: Ctx, { id: subject, version: seq, fileName }: Import, type: string) {
  return recordEvents(c.var.db, [{ ...actOf(c), subject, seq, type, data: { fileName } }])
}

/** The file as text: UTF-8, or what an old spreadsheet of Windows writes. */
async function textOf(c: Ctx): Promise<string> {
  const declared = Number(c.req.header('content-length') ?? 0)
  const bytes = declared > MOST_BYTES ? null : await c.req.arrayBuffer()
  if (!bytes || bytes.byteLength > MOST_BYTES) {
    throw new Refusal('too-large', 'A file holds 2 MB at most.')
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

function sheetFrom(text: string): Sheet {
  const file = (id: string, en: string) =>
    new Refusal('malformed', en, { errors: [{ pointer: '/file', detail: sentence(id, en) }] })
  if (text.startsWith('PK')) {
    throw file(
      'Ini berkas Excel. Buka di Excel, lalu simpan sebagai CSV.',
      'This is an Excel file. Open it in Excel and save it as CSV.',
    )
  }
  const sheet = readSheet(parseCsv(text))
  if (!sheet) {
    throw file(
      'Judul kolomnya tidak dikenal. Pakai format kami, Shopify, WooCommerce, atau Shopee.',
      'The headings are not known. Use our format, Shopify, WooCommerce or Shopee.',
    )
  }
  if (sheet.rows > MOST_ROWS) {
    throw file(`Paling banyak ${MOST_ROWS} baris.`, `A file has ${MOST_ROWS} rows at most.`)
  }
  return sheet
}
