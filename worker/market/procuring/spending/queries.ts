import { sql } from 'drizzle-orm'
import type { Database } from '#db/client'
import type { SpendingRow } from '#worker/market/procuring/spending/answers'

/** What a company has bought in these months, from the summary that each invoice keeps. */
export function listSpending(
  db: Database,
  partnerId: string,
  { from, to }: { from: string; to: string },
) {
  return db.all<SpendingRow>(sql`
    SELECT s.month AS month, o.slug AS slug, o.name AS seller, e.regency_code AS regionCode,
      e.regency_name AS region, e.women_led AS womenLed, s.category AS category,
      c.name_id AS categoryName, c.name_en AS categoryNameEn, s.amount AS amount
    FROM spending s JOIN organizations o ON o.id = s.enterprise_id
      JOIN enterprises e ON e.organization_id = s.enterprise_id
      LEFT JOIN categories c ON c.slug = s.category
    WHERE s.partner_id = ${partnerId} AND s.month BETWEEN ${from} AND ${to} AND s.amount > 0
    ORDER BY s.month, o.name, s.category`)
}
