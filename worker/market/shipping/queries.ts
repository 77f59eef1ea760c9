import { eq, sql, type SQL } from 'drizzle-orm'
import type { Database, Statement } from '#db/client'
import { tariffs } from '#db/schema/tariffs'
import { amount } from '#worker/kernel/money'
import { provinceOf, regencyOf, type AreaCode } from '#worker/market/shipping/area'
import { ANYWHERE, type Tariff } from '#worker/market/shipping/tariff'

type TariffRow = typeof tariffs.$inferSelect

/** The whole table of an enterprise. */
export function listTariffs(db: Database, enterpriseId: string | SQL) {
  return db
    .select()
    .from(tariffs)
    .where(eq(tariffs.enterpriseId, enterpriseId))
    .orderBy(tariffs.destination)
}

/** The rows of the sellers in a cart that could apply to an area. `cartId` is SQL for the cart's id. */
export function listTariffsTo(db: Database, cartId: SQL, area: AreaCode | undefined) {
  const destinations = area ? [ANYWHERE, provinceOf(area), regencyOf(area) ?? ''] : []
  return db.all<TariffRow>(sql`
    SELECT t.enterprise_id AS enterpriseId, t.destination AS destination, t.first_kg AS firstKg,
      t.next_kg AS nextKg, t.days_from AS daysFrom, t.days_to AS daysTo
    FROM tariffs t
    WHERE t.enterprise_id IN (
      SELECT p.enterprise_id FROM cart_lines l
      JOIN variants v ON v.id = l.variant_id JOIN products p ON p.id = v.product_id
      WHERE l.cart_id = ${cartId})
    AND t.destination IN (SELECT value FROM json_each(${JSON.stringify(destinations)}))`)
}

export function tariffFrom({ enterpriseId: _, ...row }: TariffRow): Tariff {
  const destination = row.destination as Tariff['destination']
  return { ...row, destination, firstKg: amount(row.firstKg), nextKg: amount(row.nextKg) }
}

export function tariffsByEnterprise(rows: readonly TariffRow[]): Record<string, Tariff[]> {
  const found: Record<string, Tariff[]> = {}
  for (const row of rows) (found[row.enterpriseId] ??= []).push(tariffFrom(row))
  return found
}

/** The statements that put a new table in the place of the old one. */
export function changeTariffs(
  db: Database,
  enterpriseId: string,
  given: readonly Tariff[],
): Statement[] {
  const rows = given.map((one) => [
    one.destination,
    one.firstKg,
    one.nextKg,
    one.daysFrom,
    one.daysTo,
  ])
  return [
    db.delete(tariffs).where(eq(tariffs.enterpriseId, enterpriseId)),
    db.run(sql`
      INSERT INTO tariffs (enterprise_id, destination, first_kg, next_kg, days_from, days_to)
      SELECT ${enterpriseId}, j.value->>0, j.value->>1, j.value->>2, j.value->>3, j.value->>4
      FROM json_each(${JSON.stringify(rows)}) j WHERE true`),
  ]
}
