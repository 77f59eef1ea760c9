import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm'
import type { Database, Statement } from '#db/client'
import { loanProducts, rateCaps } from '#db/schema/loan-applications'
import type { LocalDate } from '#worker/kernel/calendar'
import type { LoanProduct, RateCap } from '#worker/lending/loan-products/loan-product'

type Row = typeof loanProducts.$inferSelect

/** Rows hold what the domain wrote, so they are read back as it; only brands are added. */
export const productOf = (row: Row) => row as unknown as LoanProduct
export const capOf = ({ lenderId: _, ...row }: typeof rateCaps.$inferSelect) =>
  ({ ...row, since: row.since as LocalDate }) as unknown as RateCap

export function findProduct(db: Database, id: string) {
  return db.select().from(loanProducts).where(eq(loanProducts.id, id))
}

export function findProductWithin(db: Database, id: string, lenders: readonly string[]) {
  return db
    .select()
    .from(loanProducts)
    .where(and(eq(loanProducts.id, id), inArray(loanProducts.lenderId, [...lenders])))
}

export function listCaps(db: Database, lenderId: string) {
  return db
    .select()
    .from(rateCaps)
    .where(eq(rateCaps.lenderId, lenderId))
    .orderBy(desc(rateCaps.since))
}

export type OfferedRow = Row & { lenderSlug: string; lenderName: string }

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
  return db.all<OfferedRow>(sql`
    SELECT p.id AS id, p.lender_id AS lenderId, p.name AS name, p.description AS description,
      p.audience AS audience, p.annual_rate AS annualRate, p.interest_method AS interestMethod,
      p.amortization AS amortization, p.every AS every, p.unit AS unit,
      p.min_principal AS minPrincipal, p.max_principal AS maxPrincipal,
      p.min_instalments AS minInstalments, p.max_instalments AS maxInstalments, p.grace AS grace,
      p.round_to AS roundTo, p.fee_rate AS feeRate, p.early_payment AS earlyPayment,
      p.dearest_rate AS dearestRate, p.status AS status, p.created_at AS createdAt,
      p.version AS version, o.slug AS lenderSlug, o.name AS lenderName
    FROM loan_products p JOIN organizations o ON o.id = p.lender_id
    WHERE p.status = 'offered' AND o.status = 'open' ${one} ${behind}
    ORDER BY p.id LIMIT ${limit + 1}`)
}

/** All of a lender's products, retired ones too. */
export function listProductsOf(db: Database, lenderId: string) {
  return db
    .select()
    .from(loanProducts)
    .where(eq(loanProducts.lenderId, lenderId))
    .orderBy(asc(loanProducts.status), asc(loanProducts.id))
    .limit(100)
}

export function insertProduct(db: Database, product: LoanProduct): Statement {
  return db.insert(loanProducts).values(product)
}

export function changeProduct(db: Database, { id, ...product }: LoanProduct): Statement {
  return db.update(loanProducts).set(product).where(eq(loanProducts.id, id))
}

export function putCap(db: Database, lenderId: string, cap: RateCap): Statement {
  const { since, ...rule } = cap
  return db
    .insert(rateCaps)
    .values({ lenderId, since, ...rule })
    .onConflictDoUpdate({ target: [rateCaps.lenderId, rateCaps.since], set: rule })
}
