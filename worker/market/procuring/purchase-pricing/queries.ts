import { sql, type SQL } from 'drizzle-orm'
import type { Database, Results } from '#db/client'
import { commissionRules } from '#db/schema/buying'
import { commissionRuleFrom } from '#worker/market/buying/commission-rules/queries'
import type { Pricing } from '#worker/market/procuring/purchase-pricing/pricing'
import { listTaxRules, taxRuleFrom } from '#worker/market/buying/taxes/queries'

/** The rules that speak of these products; `ids` is SQL for them. */
export function findPricing(db: Database, ids: SQL) {
  const of = (column: string) => sql`(SELECT ${sql.raw(column)} FROM products WHERE id IN ${ids})`
  return [
    listTaxRules(db),
    db
      .select()
      .from(commissionRules)
      .where(
        sql`scope = 'default' OR (scope = 'product' AND reference IN ${ids})
          OR (scope = 'enterprise' AND reference IN ${of('enterprise_id')})
          OR (scope = 'category' AND reference IN (SELECT ancestor FROM category_lines
            WHERE category IN ${of('category')}))`,
      )
      .orderBy(commissionRules.id),
    db.all<{ productId: string; categories: string }>(sql`
      SELECT id AS productId, (SELECT json_group_array(ancestor ORDER BY up) FROM category_lines
        WHERE category = products.category) AS categories
      FROM products WHERE id IN ${ids}`),
  ] as const
}

export type PricingRows = Results<ReturnType<typeof findPricing>>

export function pricingFrom([taxes, rules, products]: PricingRows): Pricing {
  return {
    taxRules: taxes.map(taxRuleFrom),
    commissionRules: rules.map(commissionRuleFrom),
    categories: new Map(
      products.map((row) => [row.productId, JSON.parse(row.categories) as string[]]),
    ),
  }
}
