import { eq, sql, type SQL } from 'drizzle-orm'
import type { Database, Statement } from '#db/client'
import { loanProducts, loanProductVersions } from '#db/schema/loan-products'
import type { LocalDate } from '#worker/kernel/calendar'
import type { LoanProduct, Offer } from '#worker/lending/offering/loan-products/loan-product'

/** A product as it is kept: its offer and the holidays beside it are JSON. */
export type ProductRow = {
  id: string
  lenderId: string
  offer: string
  holidays: string
  dearestRate: number
  status: LoanProduct['status']
  createdAt: number
  version: number
  lenderSlug: string
  lenderName: string
}

export const offerOf = (offer: string) => JSON.parse(offer) as Offer

/** Rows hold what the domain wrote, so they are read back as it; only brands are added. */
export function productOf(row: ProductRow): LoanProduct {
  const { offer, holidays, lenderSlug: _, lenderName: __, ...kept } = row
  return { ...offerOf(offer), ...kept, holidays: JSON.parse(holidays) as LocalDate[] }
}

/** The days of its lender's list, where an offer heeds them. */
const holidaysOf = (offer: SQL) => sql`(SELECT json_group_array(h.day) FROM (
  SELECT day FROM lender_holidays WHERE lender_id = p.lender_id
    AND ${offer} ->> '$.daysOff.holidays' = 1 ORDER BY day) h)`

const ABOUT = sql`p.id AS id, p.lender_id AS lenderId, p.dearest_rate AS dearestRate,
  p.status AS status, p.created_at AS createdAt, o.slug AS lenderSlug, o.name AS lenderName`

const SELECT = sql`SELECT ${ABOUT}, p.version AS version, p.offer AS offer,
    ${holidaysOf(sql`p.offer`)} AS holidays
  FROM loan_products p JOIN organizations o ON o.id = p.lender_id`

export function findProduct(db: Database, id: string) {
  return db.all<ProductRow>(sql`${SELECT} WHERE p.id = ${id}`)
}

export function findProductWithin(db: Database, id: string, lenders: readonly string[]) {
  return db.all<ProductRow>(sql`${SELECT} WHERE p.id = ${id}
    AND p.lender_id IN (SELECT value FROM json_each(${JSON.stringify(lenders)}))`)
}

/** One on offer, for anybody; also a retired one, for its own lender. */
export function findShown(db: Database, id: string, lenders: readonly string[]) {
  return db.all<ProductRow>(sql`${SELECT} WHERE p.id = ${id}
    AND ((p.status = 'offered' AND o.status = 'open')
      OR p.lender_id IN (SELECT value FROM json_each(${JSON.stringify(lenders)})))`)
}

/** The product an application asks for, in the version that was asked for. */
export function findProductOf(db: Database, applicationId: string) {
  return db.all<ProductRow>(sql`SELECT ${ABOUT}, v.version AS version, v.offer AS offer,
      ${holidaysOf(sql`v.offer`)} AS holidays
    FROM loan_applications a
    JOIN loan_products p ON p.id = a.product_id
    JOIN loan_product_versions v ON v.product_id = a.product_id AND v.version = a.product_version
    JOIN organizations o ON o.id = p.lender_id
    WHERE a.id = ${applicationId}`)
}

/** Its lender, inside another query. */
export const lenderOfProduct = (id: string): SQL =>
  sql`(SELECT lender_id FROM loan_products WHERE id = ${id})`

/** What open lenders offer, or one lender's, by id. */
export function listOffered(
  db: Database,
  {
    lender,
    after,
    limit,
  }: { lender?: string | undefined; after?: string | undefined; limit: number },
) {
  const one = lender ? sql`AND o.slug = ${lender}` : sql``
  const behind = after ? sql`AND p.id > ${after}` : sql``
  return db.all<ProductRow>(sql`${SELECT}
    WHERE p.status = 'offered' AND o.status = 'open' ${one} ${behind}
    ORDER BY p.id LIMIT ${limit + 1}`)
}

/** All of a lender's products, retired ones too. */
export function listProductsOf(db: Database, lenderId: string) {
  return db.all<ProductRow>(sql`${SELECT} WHERE p.lender_id = ${lenderId}
    ORDER BY p.status, p.id LIMIT 100`)
}

/** The columns that lists are made by, and the offer whole. */
function columnsOf(product: LoanProduct) {
  const { id, lenderId, dearestRate, status, createdAt, version, holidays: _, ...offer } = product
  return {
    id,
    lenderId,
    name: offer.name,
    audience: offer.audience,
    minPrincipal: offer.minPrincipal,
    maxPrincipal: offer.maxPrincipal,
    annualRate: offer.annualRate,
    dearestRate,
    offer: JSON.stringify(offer),
    status,
    createdAt,
    version,
  }
}

type Made = { at: number; by: string }

/** The product and its first version. */
export function insertProduct(db: Database, product: LoanProduct, made: Made): Statement[] {
  return [db.insert(loanProducts).values(columnsOf(product)), insertVersion(db, product, made)]
}

/** The product as it is offered from now on, and the new version. */
export function changeProduct(db: Database, product: LoanProduct, made: Made): Statement[] {
  const { id, ...changed } = columnsOf(product)
  return [
    db.update(loanProducts).set(changed).where(eq(loanProducts.id, id)),
    insertVersion(db, product, made),
  ]
}

function insertVersion(db: Database, product: LoanProduct, { at, by }: Made): Statement {
  const { offer } = columnsOf(product)
  const { id: productId, version } = product
  return db
    .insert(loanProductVersions)
    .values({ productId, version, offer, madeAt: at, madeBy: by, running: 0 })
}

/** Offered no longer; the offer stays what it was. */
export function retireProduct(db: Database, { id, version }: LoanProduct): Statement {
  return db
    .update(loanProducts)
    .set({ status: 'retired', version: version + 1 })
    .where(eq(loanProducts.id, id))
}

export type VersionRow = {
  version: number
  offer: string
  madeAt: number
  madeBy: string | null
  running: number
}

/** Every version of a product, latest first, with who made it and how many loans run on it. */
export function listVersions(db: Database, productId: string) {
  return db.all<VersionRow>(sql`
    SELECT v.version AS version, v.offer AS offer, v.made_at AS madeAt,
      coalesce(u.name, v.made_by) AS madeBy, v.running AS running
    FROM loan_product_versions v LEFT JOIN people u ON u.id = v.made_by
    WHERE v.product_id = ${productId} ORDER BY v.version DESC LIMIT 100`)
}
