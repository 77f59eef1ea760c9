import { sql } from 'drizzle-orm'
import type { Database, Statement } from '#db/client'
import { enterprises } from '#db/schema/enterprises'
import { organizations } from '#db/schema/identity'
import type { OrganizationStatus } from '#worker/identity/organizations/organization'
import type { BankAccount, Enterprise } from '#worker/market/offering/enterprises/enterprise'
import type { AreaCode, VillageCode } from '#worker/market/buying/shipping/area'

type Row = {
  id: string
  slug: string
  name: string
  status: OrganizationStatus
  createdAt: number
  version: number
  story: string
  craft: string
  areaCode: VillageCode
  regencyCode: AreaCode
  regencyName: string
  womenLed: number
  pickupPlace: string | null
  phone: string
  opensAt: number | null
  closesAt: number | null
  bankName: string | null
  bankAccount: string | null
  bankHolder: string | null
}

const ROW = sql.raw(`o.id AS id, o.slug AS slug, o.name AS name, o.status AS status,
  o.created_at AS createdAt, o.version AS version, e.story AS story, e.craft AS craft,
  e.area_code AS areaCode, e.regency_code AS regencyCode, e.regency_name AS regencyName,
  e.women_led AS womenLed, e.pickup_place AS pickupPlace, e.phone AS phone,
  e.opens_at AS opensAt, e.closes_at AS closesAt`)

/** An enterprise of these, by its slug or id. */
export function findOwnEnterprise(db: Database, slug: string, scope: readonly string[]) {
  return db.all<Row>(sql`
    SELECT ${ROW}, e.bank_name AS bankName, e.bank_account AS bankAccount, e.bank_holder AS bankHolder
    FROM organizations o JOIN enterprises e ON e.organization_id = o.id
    WHERE (o.slug = ${slug} OR o.id = ${slug})
      AND o.id IN (SELECT value FROM json_each(${JSON.stringify(scope)}))`)
}

export function enterpriseOf(row: Row): Enterprise {
  const { bankName, bankAccount, bankHolder, womenLed, ...rest } = row
  const whole = bankName !== null && bankAccount !== null && bankHolder !== null
  const account: BankAccount | null = whole
    ? { bank: bankName, number: bankAccount, holder: bankHolder }
    : null
  return { ...rest, womenLed: womenLed === 1, bankAccount: account }
}

/** The addresses taken that begin like this one. */
export function listSlugsLike(db: Database, slug: string) {
  return db.all<{ slug: string }>(sql`
    SELECT slug FROM organizations
    WHERE slug = ${slug} OR (slug > ${`${slug}-`} AND slug < ${`${slug}.`})`)
}

const columnsOf = (one: Enterprise) => ({
  story: one.story,
  craft: one.craft,
  areaCode: one.areaCode,
  regencyCode: one.regencyCode,
  regencyName: one.regencyName,
  womenLed: one.womenLed ? 1 : 0,
  pickupPlace: one.pickupPlace,
  phone: one.phone,
  bankName: one.bankAccount?.bank ?? null,
  bankAccount: one.bankAccount?.number ?? null,
  bankHolder: one.bankAccount?.holder ?? null,
})

/** The statement that records the market's side of an organization that stands in the same batch. */
export function insertEnterprise(db: Database, enterprise: Enterprise): Statement {
  return db.insert(enterprises).values({ organizationId: enterprise.id, ...columnsOf(enterprise) })
}

/** The statements that set all an enterprise says of itself; its products follow in place and words. */
export function changeEnterprise(db: Database, enterprise: Enterprise): Statement[] {
  const { id, name, version, regencyCode, womenLed } = enterprise
  return [
    db
      .update(enterprises)
      .set(columnsOf(enterprise))
      .where(sql`${enterprises.organizationId} = ${id}`),
    db
      .update(organizations)
      .set({ name, version })
      .where(sql`${organizations.id} = ${id}`),
    db.run(sql`
      UPDATE products SET regency_code = ${regencyCode}, women_led = ${womenLed ? 1 : 0}
      WHERE enterprise_id = ${id}`),
  ]
}

export type Shop = Omit<Row, 'bankName' | 'bankAccount' | 'bankHolder'> & {
  photo: string | null
  rest?: string | null
  /** Read for the page of a shop only. */
  makers?: string
}

/** The newest thing on sale with a photo stands for the shop. */
const FACE = sql.raw(`(SELECT json_object('id', p.photo_id, 'color', p.photo_color) FROM products p
  WHERE p.enterprise_id = o.id AND p.on_sale = 1 AND p.photo_id IS NOT NULL
  ORDER BY p.key DESC LIMIT 1) AS photo`)

/** A shop that everybody may see: open, or resting for a while. */
export function findShop(db: Database, slug: string) {
  return db.all<Shop>(sql`
    SELECT ${ROW}, ${FACE},
      (SELECT json_object('from', r.starts_on, 'to', r.ends_on, 'note', r.note) FROM rests r
       WHERE r.enterprise_id = o.id) AS rest, (
      SELECT json_group_array(json_object('name', name, 'about', about)) FROM (
        SELECT name, about FROM makers WHERE enterprise_id = o.id AND archived = 0
        ORDER BY name LIMIT 24)) AS makers
    FROM organizations o JOIN enterprises e ON e.organization_id = o.id
    WHERE o.slug = ${slug} AND o.status IN ('open', 'paused')`)
}

/** Open shops, the newest first. */
export function listShops(
  db: Database,
  {
    region,
    after,
    limit,
  }: { region?: AreaCode | undefined; after?: string | undefined; limit: number },
) {
  const older = after === undefined ? sql`` : sql`AND o.id < ${after}`
  if (region === undefined) {
    return db.all<Shop>(sql`
      SELECT ${ROW}, ${FACE}
      FROM organizations o JOIN enterprises e ON e.organization_id = o.id
      WHERE o.kind = 'enterprise' AND o.status = 'open' ${older}
      ORDER BY o.id DESC LIMIT ${limit}`)
  }
  return db.all<Shop>(sql`
    SELECT ${ROW}, ${FACE}
    FROM enterprises e INDEXED BY enterprises_by_region JOIN organizations o ON o.id = e.organization_id
    WHERE e.regency_code >= ${region} AND e.regency_code < ${`${region}/`} AND o.status = 'open' ${older}
    ORDER BY o.id DESC LIMIT ${limit}`)
}
