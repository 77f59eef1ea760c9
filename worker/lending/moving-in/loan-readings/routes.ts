/**
 * The dry run: a sheet of running loans is read and laid against what is here, and nothing is written but
 * what was read. The reader of files is the market's; the rules see rows of cells. Under `/lenders/{slug}`.
 */
import { Hono } from 'hono'
import type * as v from 'valibot'
import { commit, read, type Database } from '#db/client'
import { recordEvents } from '#worker/history/queries'
import { about } from '#worker/http/about'
import { actOf } from '#worker/http/act'
import { allow } from '#worker/http/allow'
import type { Ctx, HonoEnv } from '#worker/http/context'
import { parseQuery } from '#worker/http/parse'
import { countUse } from '#worker/http/uses'
import { dateIn, type LocalDate } from '#worker/kernel/calendar'
import { found, Refusal } from '#worker/kernel/refusal'
import { sentence } from '#worker/kernel/sentence'
import { describeImport, LoanImportAnswer } from '#worker/lending/moving-in/loan-imports/answers'
import type { Known } from '#worker/lending/moving-in/loan-imports/judging'
import { previewed } from '#worker/lending/moving-in/loan-imports/loan-import'
import { planImport } from '#worker/lending/moving-in/loan-imports/planning'
import * as queries from '#worker/lending/moving-in/loan-imports/queries'
import { MOST_LINES, readSheet } from '#worker/lending/moving-in/loan-imports/reading'
import { LoanImportQuery } from '#worker/lending/moving-in/loan-imports/requests'
import type { Sheet } from '#worker/lending/moving-in/loan-imports/wanted'
import { listProductsOf, productOf } from '#worker/lending/offering/loan-products/queries'
import { lenderIn } from '#worker/lending/offering/loan-products/routes'
import { parseCsv } from '#worker/market/selling/imports/csv'
import { assetAreas } from '#worker/providers/areas'

const MOST_BYTES = 2 * 1024 * 1024
const A_DAY = { most: 100, windowMs: 24 * 60 * 60 * 1000 }

export const loanReadings = new Hono<HonoEnv>().post(
  '/:slug/loan-imports',
  about('Read a sheet of running loans (CSV) and show what it would bring', LoanImportAnswer, 201),
  allow('loan-import.manage'),
  parseQuery(LoanImportQuery),
  async (c) => {
    const { db, now, newId } = c.var
    const lender = lenderIn(c, c.req.param('slug'))
    const { name, ...options } = c.req.valid('query')
    const today = dateIn(c.env.ZONE, now)
    const sheet = sheetFrom(await textOf(c), today)
    const known = await knownTo(c, lender.id, { options, sheet, today })

    const items = planImport(sheet, known)
    const act = actOf(c)
    const { asOf } = options
    const file = { fileName: name, asOf, lines: sheet.lines, readBy: act.actorId, createdAt: now }
    const one = previewed({ id: newId(), lenderId: lender.id, ...file }, items)

    const event = { subject: one.id, seq: 1, type: 'previewed', data: { fileName: name } }
    await commit(db, [
      countUse(db, { key: `loan-imports:${lender.id}`, ...A_DAY }, now),
      queries.insertImport(db, one),
      ...queries.insertItems(db, one.id, items),
      recordEvents(db, [{ ...act, ...event }]),
    ])
    return c.json(describeImport(one), 201)
  },
)

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

function sheetFrom(text: string, today: LocalDate): Sheet {
  if (text.startsWith('PK')) {
    throw pointed('malformed', '/file', [
      'Ini berkas Excel. Buka di Excel, lalu simpan sebagai CSV.',
      'This is an Excel file. Open it in Excel and save it as CSV.',
    ])
  }
  const sheet = readSheet(parseCsv(text), today)
  if (!sheet) {
    throw pointed('malformed', '/file', [
      'Judul kolom tidak dikenal. Perlu nomor pinjaman, pokok pinjaman, tanggal cair, sisa pokok.',
      'The headings are not known: loan number, principal, disbursed on, principal left are needed.',
    ])
  }
  if (sheet.lines > MOST_LINES) {
    throw pointed('malformed', '/file', [
      `Paling banyak ${MOST_LINES} baris; bagi berkas ini.`,
      `A file has ${MOST_LINES} lines at most; divide it.`,
    ])
  }
  return sheet
}

type Options = Omit<v.InferOutput<typeof LoanImportQuery>, 'name'>
type Asked = { options: Options; sheet: Sheet; today: LocalDate }

/** What the sheet is laid against: products, funds, numbers that are here, regencies; one trip. */
async function knownTo(c: Ctx, lenderId: string, { options, sheet, today }: Asked): Promise<Known> {
  const { asOf } = options
  const [books, products, funds, here] = await read(c.var.db, readsOf(c.var.db, lenderId, sheet))
  const { basis, closedThrough } = found(books[0], 'book')
  if (asOf > today) throw atField('/asOf', 'Hari ini belum tiba.', 'This day is still to come.')
  if (closedThrough !== null && asOf.slice(0, 7) <= closedThrough) {
    const month = closedThrough
    throw atField(
      '/asOf',
      `Buku sudah ditutup sampai ${month}.`,
      `Books are closed through ${month}.`,
    )
  }
  const offered = products.map(productOf)
  const product = offered.find((one) => one.id === options.productId) ?? null
  if (options.productId !== null && product === null) {
    throw atField('/productId', 'Produk ini tidak ada.', 'There is no such product.')
  }
  const fundId = options.fundId ?? lenderId
  if (!funds.some((one) => one.fundId === fundId)) {
    throw atField('/fundId', 'Dana ini tidak ada atau sudah ditutup.', 'No such fund is open.')
  }
  return {
    ...{ asOf, basis, product, fundId, regions: await regionsIn(c, sheet) },
    products: new Map(offered.map((one) => [one.name.trim().toLowerCase(), one])),
    funds: new Map(funds.map((one) => [one.fundName.trim().toLowerCase(), one.fundId])),
    numbers: new Set(here.map((one) => one.number)),
  }
}

function readsOf(db: Database, lenderId: string, { loans }: Sheet) {
  const numbers = loans.map((one) => one.number.toLowerCase())
  return [
    queries.findBook(db, lenderId),
    listProductsOf(db, lenderId),
    queries.listOpenFunds(db, lenderId),
    queries.listNumbers(db, lenderId, numbers),
  ] as const
}

/** Regencies are looked up only where a sheet names one. */
async function regionsIn(c: Ctx, { loans }: Sheet): Promise<Known['regions']> {
  if (loans.every(({ wanted }) => wanted?.region == null)) return new Map()
  const rows = await assetAreas(c.env.ASSETS).regencies()
  return new Map(
    rows.flatMap(([code, name]) => {
      const region = { code, name }
      return [code, name.toLowerCase()].map((key) => [key, region] as const)
    }),
  )
}

const atField = (pointer: string, id: string, en: string) =>
  pointed('outside-limits', pointer, [id, en])

function pointed(
  type: 'malformed' | 'outside-limits',
  pointer: string,
  [id, en]: readonly [string, string],
): Refusal {
  return new Refusal(type, en, { errors: [{ pointer, detail: sentence(id, en) }] })
}
