/** How sheets are kept: what each would do, item by item, and under which names goods are known. */
import { sql, type SQL } from 'drizzle-orm'
import type { Database, Statement } from '#db/client'
import { inParts } from '#db/parts'
import { imports } from '#db/schema/imports'
import type { LocalDate } from '#worker/kernel/calendar'
import type { CategoryName } from '#worker/market/selling/imports/category-paths'
import type { Options } from '#worker/market/selling/imports/merging'
import type { Item, Outcome, Planned, Source } from '#worker/market/selling/imports/planning'
import type { Import } from '#worker/market/selling/imports/progress'
import type { WantedProduct } from '#worker/market/selling/imports/wanted'
import { keepLabel } from '#worker/market/offering/labels/label'
import { keepLabel as writeLabel } from '#worker/market/offering/labels/queries'
import { listProducts } from '#worker/market/offering/products/queries'

/** What a sheet calls its goods. */
export type Names = { skus: readonly string[]; ids: readonly string[]; sources: readonly string[] }

export function namesIn(wanted: readonly WantedProduct[]): Names {
  const rows = wanted.flatMap((one) => one.rows)
  return {
    skus: rows.flatMap((row) => row.sku?.toLowerCase() ?? []),
    ids: [
      ...wanted.flatMap((one) => one.productId ?? []),
      ...rows.flatMap((row) => row.variantId ?? []),
    ],
    sources: [...wanted.map((one) => one.source), ...rows.map((row) => row.source)],
  }
}

/** Goods of the enterprise that go by one of these names, their sources, and the categories: one trip. */
export function findStand(db: Database, enterpriseId: string, { skus, ids, sources }: Names) {
  const list = (values: readonly string[]) =>
    sql`(SELECT value FROM json_each(${JSON.stringify(values)}))`
  const named = sql`(
    SELECT v.product_id FROM products q JOIN variants v ON v.product_id = q.id
    WHERE q.enterprise_id = ${enterpriseId}
      AND (lower(v.sku) IN ${list(skus)} OR v.id IN ${list(ids)} OR q.id IN ${list(ids)})
    UNION SELECT product_id FROM import_sources
    WHERE enterprise_id = ${enterpriseId} AND source IN ${list(sources)})`
  return standReads(db, enterpriseId, named)
}

/** The same for a page of items that are kept; what they call their goods is read where it stands. */
export function findStandOfItems(db: Database, one: Pick<Import, 'id' | 'enterpriseId'>, at: Page) {
  const items = sql`FROM import_items i, json_each(i.wanted, '$.rows') r
    WHERE i.import_id = ${one.id} AND i.n >= ${at.from} AND i.n < ${at.from + at.limit}`
  const heads = sql`FROM import_items i
    WHERE i.import_id = ${one.id} AND i.n >= ${at.from} AND i.n < ${at.from + at.limit}`
  const named = sql`(
    SELECT v.product_id FROM products q JOIN variants v ON v.product_id = q.id
    WHERE q.enterprise_id = ${one.enterpriseId}
      AND (lower(v.sku) IN (SELECT lower(r.value->>'sku') ${items})
        OR v.id IN (SELECT r.value->>'variantId' ${items})
        OR q.id IN (SELECT i.wanted->>'productId' ${heads}))
    UNION SELECT product_id FROM import_sources WHERE enterprise_id = ${one.enterpriseId}
      AND source IN (SELECT r.value->>'source' ${items} UNION SELECT i.wanted->>'source' ${heads}))`
  return standReads(db, one.enterpriseId, named)
}

export type Page = { from: number; limit: number }

function standReads(db: Database, enterpriseId: string, named: SQL) {
  return [
    listProducts(db, named),
    db.all<Source>(sql`
      SELECT source, product_id AS productId, variant_id AS variantId FROM import_sources
      WHERE enterprise_id = ${enterpriseId} AND product_id IN ${named}`),
    listCategoryNames(db),
  ] as const
}

export function listCategoryNames(db: Database) {
  return db.all<CategoryName>(sql`
    SELECT slug, parent_slug AS parentSlug, name_id AS nameId, name_en AS nameEn FROM categories`)
}

type Row = Omit<Import, 'options'> & { options: string }

const ROW = sql.raw(`i.id AS id, i.enterprise_id AS enterpriseId, i.file_name AS fileName,
  i.layout AS layout, i.status AS status, i.options AS options, i.rows AS rows, i.work AS work,
  i.created AS created, i.changed AS changed, i.unchanged AS unchanged, i.faulty AS faulty,
  i.photos AS photos, i.done AS done, i.created_at AS createdAt, i.finished_at AS finishedAt,
  i.version AS version`)

export const importOf = (row: Row): Import => ({
  ...row,
  options: JSON.parse(row.options) as Options,
})

export function findImport(db: Database, id: string, enterpriseId: string) {
  return db.all<Row>(sql`
    SELECT ${ROW} FROM imports i WHERE i.id = ${id} AND i.enterprise_id = ${enterpriseId}`)
}

export function listImports(db: Database, enterpriseId: string, limit: number) {
  return db.all<Row>(sql`
    SELECT ${ROW} FROM imports i WHERE i.enterprise_id = ${enterpriseId}
    ORDER BY i.id DESC LIMIT ${limit}`)
}

export function listRunning(db: Database, limit: number) {
  return db.all<Row>(sql`
    SELECT ${ROW} FROM imports i WHERE i.status = 'running' ORDER BY i.id LIMIT ${limit}`)
}

export type ItemRow = {
  n: number
  line: number
  outcome: Outcome
  title: string
  said: string
  wanted: string | null
}

export function listItems(
  db: Database,
  importId: string,
  {
    outcome,
    after,
    limit,
  }: { outcome?: Outcome | undefined; after?: number | undefined; limit: number },
) {
  const one = outcome === undefined ? sql`` : sql`AND outcome = ${outcome}`
  return db.all<ItemRow>(sql`
    SELECT n, line, outcome, title, said, NULL AS wanted FROM import_items
    WHERE import_id = ${importId} AND n > ${after ?? 0} ${one} ORDER BY n LIMIT ${limit}`)
}

/** A page of items with what they want, to be done. */
export function listWanted(db: Database, importId: string, { from, limit }: Page) {
  return db.all<ItemRow>(sql`
    SELECT n, line, outcome, title, said, wanted FROM import_items
    WHERE import_id = ${importId} AND n >= ${from} AND n < ${from + limit} ORDER BY n`)
}

export function insertImport(db: Database, one: Import): Statement {
  return db.insert(imports).values({ ...one, options: JSON.stringify(one.options) })
}

const saidOf = ({ fields, fault, photos }: Item) => JSON.stringify({ fields, fault, photos })

/** A statement holds at most two million bytes: items go in a few. */
export function insertItems(db: Database, importId: string, items: readonly Item[]): Statement[] {
  const rows = items.map((one, i) => [
    ...[i + 1, one.line, one.outcome, one.title],
    ...[saidOf(one), one.wanted === null ? null : JSON.stringify(one.wanted)],
  ])
  return inParts(rows).map((part) =>
    db.run(sql`
      INSERT INTO import_items (import_id, n, line, outcome, title, said, wanted)
      SELECT ${importId}, j.value->>0, j.value->>1, j.value->>2, j.value->>3, j.value->>4,
        j.value->>5
      FROM json_each(${part}) j WHERE true`),
  )
}

/** The statement that corrects items of which it came otherwise than the dry run said. */
export function changeItems(db: Database, importId: string, items: readonly [number, Item][]) {
  const rows = items.map(([n, one]) => [n, one.outcome, one.title, saidOf(one)])
  return db.run(sql`
    UPDATE import_items SET outcome = j.value->>1, title = j.value->>2, said = j.value->>3
    FROM json_each(${JSON.stringify(rows)}) j
    WHERE import_id = ${importId} AND n = j.value->>0`)
}

export function changeImport(db: Database, one: Import): Statement {
  const { status, created, changed, unchanged, faulty, done, finishedAt, version } = one
  return db
    .update(imports)
    .set({ status, created, changed, unchanged, faulty, done, finishedAt, version })
    .where(sql`${imports.id} = ${one.id}`)
}

/** Names of goods that are new break the batch when someone else has just given them. */
export function insertSources(
  db: Database,
  enterpriseId: string,
  { fresh, known }: { fresh: readonly Source[]; known: readonly Source[] },
): Statement[] {
  const insert = (sources: readonly Source[], otherwise: SQL) =>
    db.run(sql`
      INSERT INTO import_sources (enterprise_id, source, product_id, variant_id)
      SELECT ${enterpriseId}, j.value->>'source', j.value->>'productId', j.value->>'variantId'
      FROM json_each(${JSON.stringify(sources)}) j WHERE true ${otherwise}`)
  return [
    ...(fresh.length > 0 ? [insert(fresh, sql``)] : []),
    ...(known.length > 0
      ? [
          insert(
            known,
            sql`ON CONFLICT DO UPDATE SET product_id = excluded.product_id,
              variant_id = excluded.variant_id`,
          ),
        ]
      : []),
  ]
}

type Day = { today: LocalDate; at: number }

/** The statements that write down the labels which these goods are to have. */
export function writeLabels(db: Database, planned: readonly Planned[], day: Day): Statement[] {
  return planned.flatMap((plan) => {
    if (plan.outcome !== 'created' && plan.outcome !== 'changed') return []
    const productId = plan.product.id
    const { today, at } = day
    return plan.labels.map((one) => writeLabel(db, keepLabel(one, { productId, today, at })))
  })
}

/** The addresses taken that are or begin like one of these. */
export function listTakenSlugs(db: Database, bases: readonly string[]) {
  return db.all<{ slug: string }>(sql`
    SELECT p.slug AS slug FROM json_each(${JSON.stringify(bases)}) j JOIN products p
      ON p.slug >= j.value AND p.slug < j.value || '.'
    WHERE p.slug = j.value OR p.slug > j.value || '-'`)
}

/** The statements that forget what sheets of long ago would have done. */
export function forgetItems(db: Database, before: number, most: number) {
  const old = sql`(SELECT id FROM imports WHERE created_at < ${before} AND status <> 'running'
    ORDER BY id LIMIT ${most})`
  return db.run(sql`DELETE FROM import_items WHERE import_id IN ${old}`)
}
