/**
 * Sheets that are being applied, page by page: each page is one read, one decision and one batch, which
 * moves the sheet on by its event, so that two who work at it collide and the goods change once. The request
 * that starts a sheet goes on with it while it may; the clock takes up what is left.
 */
import { commit, read, type Database, type Statement } from '#db/client'
import { recordEvents } from '#worker/history/queries'
import type { Act, Happened } from '#worker/history/event'
import { log } from '#worker/http/log'
import type { Tick } from '#worker/jobs/tick'
import { freeSlug, slugFrom } from '#worker/identity/organizations/slug'
import { dateIn, instant, type LocalDate, type Zone } from '#worker/kernel/calendar'
import { Refusal } from '#worker/kernel/refusal'
import { sentence } from '#worker/kernel/sentence'
import {
  changeProducts,
  insertProducts,
  type Change,
} from '#worker/market/selling/bulk-edits/queries'
import { categoriesByName, type CategoryName } from '#worker/market/selling/imports/category-paths'
import {
  faultItem,
  itemOf,
  knownBy,
  planOne,
  type Item,
  type Planned,
  type Source,
  type Stand,
} from '#worker/market/selling/imports/planning'
import { movedOn } from '#worker/market/selling/imports/progress'
import * as queries from '#worker/market/selling/imports/queries'
import type { Import } from '#worker/market/selling/imports/progress'
import type { ItemRow, Page } from '#worker/market/selling/imports/queries'
import type { WantedProduct } from '#worker/market/selling/imports/wanted'
import { productOf, type ProductRow } from '#worker/market/offering/products/queries'
import type { Product } from '#worker/market/offering/products/product'

const PAGE = 50
const PAGES_A_TICK = 20
const KEPT_MS = 90 * 24 * 60 * 60 * 1000

export type Work = { db: Database; act: Act; newId: () => string; zone: Zone }

/** Goes on with sheets that were begun, and forgets the items of old ones. */
export async function continueImports({ env, db, now, act, newId }: Tick): Promise<number> {
  const [rows] = await read(db, [queries.listRunning(db, 4)])
  await commit(db, [queries.forgetItems(db, now - KEPT_MS, 20)])
  let done = 0
  for (const row of rows) {
    const work = { db, act, newId, zone: env.ZONE }
    done += await applyImport(work, queries.importOf(row), PAGES_A_TICK)
  }
  return done
}

/** Applies up to so many pages; says how many. Ends early when somebody else goes on with the same. */
export async function applyImport(work: Work, begun: Import, pages: number): Promise<number> {
  let one = begun
  for (let n = 0; n < pages; n += 1) {
    if (one.status !== 'running') return n
    const next = await applyPage(work, one)
    if (!next) return n
    one = next
  }
  return pages
}

async function applyPage(work: Work, one: Import): Promise<Import | null> {
  const page = { from: one.done + 1, limit: PAGE }
  try {
    return await applied(work, one, page)
  } catch (reason) {
    if (!(reason instanceof Refusal)) throw reason
    return applySingly(work, one)
  }
}

/** One item holds up its page: the page is done item by item, and that one is a fault. */
async function applySingly(work: Work, begun: Import): Promise<Import | null> {
  let one = begun
  for (let n = 0; n < PAGE && one.status === 'running'; n += 1) {
    const page = { from: one.done + 1, limit: 1 }
    try {
      one = await applied(work, one, page)
    } catch (reason) {
      if (!(reason instanceof Refusal)) throw reason
      const [[now]] = await read(work.db, [queries.findImport(work.db, one.id, one.enterpriseId)])
      if (now?.version !== one.version) return null
      log('warn', { import: one.id, item: page.from, refused: reason.type })
      one = await applied(work, one, page, FAILED)
    }
  }
  return one
}

const FAILED = sentence(
  'Produk ini berubah saat diimpor. Impor berkas ini sekali lagi.',
  'This product changed during the import. Import the file once more.',
)

async function applied(
  { db, act, newId, zone }: Work,
  one: Import,
  page: Page,
  failed?: typeof FAILED,
): Promise<Import> {
  const [items, ...stand] = await read(db, [
    queries.listWanted(db, one.id, page),
    ...queries.findStandOfItems(db, one, page),
  ])
  const todo = items.filter((item) => item.outcome === 'created' || item.outcome === 'changed')
  const today = dateIn(zone, instant(act.at))
  const given = { one, act, newId, today, taken: await taken(db, todo) }
  const planned = failed ? [] : planPage(todo, standOf(one, stand), given)
  const outcomes = todo.map((item, i): [number, Item] => [
    item.n,
    planned[i] ? itemOf(planned[i]) : failedItem(item, failed ?? FAILED),
  ])
  const next = movedOn(one, {
    to: page.from + page.limit - 1,
    came: outcomes.map(([n, item]) => ({
      from: items.find((was) => was.n === n)!.outcome,
      to: item.outcome,
    })),
    at: act.at,
  })
  const moved = { ...act, subject: one.id, seq: next.version }
  const data = { done: next.done }
  await commit(db, [
    recordEvents(db, [{ ...moved, type: next.status === 'done' ? 'done' : 'moved-on', data }]),
    queries.changeImport(db, next),
    ...(outcomes.length > 0 ? [queries.changeItems(db, one.id, outcomes)] : []),
    ...statementsOf(db, one, planned, act),
    ...queries.writeLabels(db, planned, { today, at: act.at }),
  ])
  return next
}

function failedItem(item: ItemRow, detail: typeof FAILED): Item {
  const fault = { line: item.line, column: null, heading: null, detail }
  return { ...faultItem(fault, wantedOf(item)), title: item.title }
}

async function taken(db: Database, items: readonly ItemRow[]): Promise<string[]> {
  const bases = items.filter((one) => one.outcome === 'created').map((one) => slugFrom(one.title))
  const known = bases.filter((one) => one !== '')
  if (known.length === 0) return []
  const [rows] = await read(db, [queries.listTakenSlugs(db, known)])
  return rows.map((row) => row.slug)
}

type StandRows = readonly [ProductRow[], Source[], CategoryName[]]

/** What a sheet is laid against, from the reads of `findStand`. */
export function standOf(
  { options }: Pick<Import, 'options'>,
  [products, sources, categories]: StandRows,
): Stand {
  const wholes = products.map(productOf)
  const known = wholes.map((one) => one.product)
  return {
    options,
    known: knownBy(known, sources),
    products: new Map(known.map((one) => [one.id, one])),
    labels: new Map(wholes.map((one) => [one.product.id, one.labels])),
    categories: categoriesByName(categories),
  }
}

const wantedOf = (item: ItemRow) => JSON.parse(item.wanted ?? 'null') as WantedProduct

type Planning = Pick<Work, 'act' | 'newId'> & { one: Import; today: LocalDate; taken: string[] }

function planPage(items: readonly ItemRow[], stand: Stand, given: Planning): Planned[] {
  const { one, act, newId, today, taken } = given
  return items.map((item) => {
    const wanted = wantedOf(item)
    const id = newId()
    const slug = freeSlug(slugFrom(wanted.title ?? '') || id, taken)
    taken.push(slug)
    const begun = { id, slug, enterpriseId: one.enterpriseId }
    return planOne(wanted, stand, { now: act.at, today, newId, begun })
  })
}

/** The statements by which a page happens: goods, what they are known by, and their events. */
function statementsOf(
  db: Database,
  one: Import,
  planned: readonly Planned[],
  act: Act,
): Statement[] {
  const created = planned.flatMap((plan) => (plan.outcome === 'created' ? [plan] : []))
  const changed = planned.flatMap((plan) => (plan.outcome === 'changed' ? [plan] : []))
  const changes = changed.map(({ before, product }) => ({ before, product }) as Change)
  const events = [
    ...created.map(({ product }) => eventOf(product, 'drafted', { title: product.title })),
    ...changed.map(({ product, before, fields }) =>
      eventOf(product, 'imported', { fields, stock: stockChanges(before, product) }),
    ),
  ].map((event) => ({ ...act, ...event, data: { ...event.data, importId: one.id } }))
  const sources = {
    fresh: created.flatMap(sourcesOf),
    known: changed.flatMap(sourcesOf),
  }
  return [
    ...(events.length > 0 ? [recordEvents(db, events)] : []),
    ...insertProducts(
      db,
      created.map((plan) => plan.product),
      act.at,
    ),
    ...changeProducts(db, changes),
    ...queries.insertSources(db, one.enterpriseId, sources),
  ]
}

type Told = Pick<Happened, 'subject' | 'seq' | 'type'> & { data: Record<string, unknown> }

function eventOf({ id, version }: Product, type: string, data: Told['data']): Told {
  return { subject: id, seq: version, type, data }
}

/** By how much the stock of each variant changed. */
function stockChanges(before: Product | null, { variants }: Product) {
  const known = new Map(before?.variants.map((one) => [one.id, one.stock]))
  return variants
    .map((one) => ({ variantId: one.id, by: one.stock - (known.get(one.id) ?? 0) }))
    .filter((one) => one.by !== 0)
}

/** The product and each of its rows, under the names the sheet gives them. */
function sourcesOf(plan: Planned): Source[] {
  if (plan.outcome === 'fault' || !plan.matched) return []
  const { product, matched } = plan
  const byName = new Map(product.variants.map((one) => [one.name.toLowerCase(), one.id]))
  const only = product.variants.length === 1 ? product.variants[0]!.id : null
  const rows = matched.rows.flatMap((row) => {
    const variantId = row.found ?? byName.get(row.name.toLowerCase()) ?? only
    return variantId ? [{ source: row.source, productId: product.id, variantId }] : []
  })
  return [{ source: matched.wanted.source, productId: product.id, variantId: null }, ...rows]
}
