import { and, eq, sql, type SQL } from 'drizzle-orm'
import type { Database, Statement } from '#db/client'
import { tariffs, shippingServices } from '#db/schema/shipping'
import { amount } from '#worker/kernel/money'
import {
  districtOf,
  provinceOf,
  regencyOf,
  type AreaCode,
} from '#worker/market/buying/shipping/area'
import type { CourierKey } from '#worker/market/buying/shipping/couriers'
import { REGULAR, type ShippingService } from '#worker/market/buying/shipping/shipping-service'
import { ANYWHERE, type Destination, type Tariff } from '#worker/market/buying/shipping/tariff'

type TariffRow = typeof tariffs.$inferSelect

/** A row with the name of its destination, where only the lists of areas know it. */
export type NamedTariff = Tariff & { name: string }

/** The whole table of the service for which no courier is named. */
export function listTariffs(db: Database, enterpriseId: string | SQL) {
  return db
    .select()
    .from(tariffs)
    .where(and(eq(tariffs.enterpriseId, enterpriseId), eq(tariffs.service, REGULAR)))
    .orderBy(tariffs.destination)
}

export function tariffFrom(row: TariffRow): NamedTariff {
  const { destination, name, daysFrom, daysTo } = row
  return {
    destination: destination as Destination,
    name,
    firstKg: amount(row.firstKg),
    nextKg: amount(row.nextKg),
    daysFrom,
    daysTo,
  }
}

type ServiceRow = Omit<ShippingService, 'minimum' | 'active' | 'courier' | 'tariffs'> & {
  enterpriseId: string
  courier: string
  minimum: number
  active: number
  tariffs: string
}

/** Services of enterprises with their tables, or of a table only the rows to these destinations. */
function listServices(db: Database, enterprises: SQL, destinations?: readonly string[]) {
  const only = destinations
    ? sql`AND t.destination IN (SELECT value FROM json_each(${JSON.stringify(destinations)}))`
    : sql``
  return db.all<ServiceRow>(sql`
    SELECT s.enterprise_id AS enterpriseId, s.code AS code, s.kind AS kind, s.courier AS courier,
      s.name AS name, s.minimum AS minimum, s.active AS active,
      (SELECT json_group_array(json_object('destination', t.destination, 'name', t.name,
         'firstKg', t.first_kg, 'nextKg', t.next_kg, 'daysFrom', t.days_from, 'daysTo', t.days_to))
       FROM tariffs t
       WHERE t.enterprise_id = s.enterprise_id AND t.service = s.code ${only}) AS tariffs
    FROM shipping_services s WHERE s.enterprise_id IN ${enterprises}
    ORDER BY s.enterprise_id, s.kind, s.code`)
}

/** All of an enterprise's, by its slug or id, within these. */
export function listServicesOf(db: Database, slug: string, scope: readonly string[]) {
  return listServices(
    db,
    sql`(SELECT id FROM organizations WHERE (slug = ${slug} OR id = ${slug})
      AND id IN (SELECT value FROM json_each(${JSON.stringify(scope)})))`,
  )
}

/** Those of the sellers in a cart with the rows that could apply to an area. `cartId` is SQL for its id. */
export function listServicesTo(db: Database, cartId: SQL, area: AreaCode | undefined) {
  const within = area
    ? [ANYWHERE, provinceOf(area), regencyOf(area), districtOf(area), area].filter(
        (one) => one !== undefined,
      )
    : []
  return listServices(
    db,
    sql`(SELECT p.enterprise_id FROM cart_lines l
      JOIN variants v ON v.id = l.variant_id JOIN products p ON p.id = v.product_id
      WHERE l.cart_id = ${cartId} AND l.saved = 0)`,
    within,
  )
}

export function serviceFrom({ enterpriseId: _, ...row }: ServiceRow): ShippingService & {
  tariffs: readonly NamedTariff[]
} {
  return {
    ...row,
    courier: row.courier as CourierKey,
    minimum: amount(row.minimum),
    active: row.active === 1,
    tariffs: JSON.parse(row.tariffs) as NamedTariff[],
  }
}

export function servicesByEnterprise(
  rows: readonly ServiceRow[],
): Record<string, ShippingService[]> {
  const found: Record<string, ShippingService[]> = {}
  for (const row of rows) (found[row.enterpriseId] ??= []).push(serviceFrom(row))
  return found
}

/** The statements that put a service, as it is, in the place of the one of its code. */
export function changeService(
  db: Database,
  enterpriseId: string,
  service: Omit<ShippingService, 'tariffs'>,
): Statement {
  const { code, kind, courier, name, minimum } = service
  const row = { enterpriseId, code, kind, courier, name, minimum, active: Number(service.active) }
  return db
    .insert(shippingServices)
    .values(row)
    .onConflictDoUpdate({
      target: [shippingServices.enterpriseId, shippingServices.code],
      set: row,
    })
}

export function deleteService(db: Database, enterpriseId: string, code: string): Statement[] {
  return [
    deleteTariffs(db, enterpriseId, code),
    db.run(sql`
      DELETE FROM shipping_services WHERE enterprise_id = ${enterpriseId} AND code = ${code}`),
  ]
}

function deleteTariffs(db: Database, enterpriseId: string, service: string): Statement {
  return db.run(sql`
    DELETE FROM tariffs WHERE enterprise_id = ${enterpriseId} AND service = ${service}`)
}

/** The statements that put a new table in the place of a service's old one. */
export function changeTariffs(
  db: Database,
  enterpriseId: string,
  given: readonly (Tariff & { name?: string })[],
  service: string = REGULAR,
): Statement[] {
  const rows = given.map((one) => [
    one.destination,
    one.name ?? '',
    one.firstKg,
    one.nextKg,
    one.daysFrom,
    one.daysTo,
  ])
  return [
    db.run(sql`
      INSERT INTO shipping_services (enterprise_id, code, kind, courier, name)
      VALUES (${enterpriseId}, ${service}, 'courier', 'other', '')
      ON CONFLICT (enterprise_id, code) DO NOTHING`),
    deleteTariffs(db, enterpriseId, service),
    db.run(sql`
      INSERT INTO tariffs
        (enterprise_id, service, destination, name, first_kg, next_kg, days_from, days_to)
      SELECT ${enterpriseId}, ${service}, j.value->>0, j.value->>1, j.value->>2, j.value->>3,
        j.value->>4, j.value->>5
      FROM json_each(${JSON.stringify(rows)}) j WHERE true`),
  ]
}
