import { sql, type SQL } from 'drizzle-orm'
import type { Database, Statement } from '#db/client'
import { taxRules } from '#db/schema/buying'
import { localDate, type LocalDate } from '#worker/kernel/calendar'
import { basisPoints } from '#worker/kernel/money'
import type { TaxRegistration, TaxRule } from '#worker/market/buying/taxes/tax'

export function listTaxRules(db: Database) {
  return db.select().from(taxRules).orderBy(taxRules.name, taxRules.since)
}

export function taxRuleFrom(row: typeof taxRules.$inferSelect): TaxRule {
  return { ...row, since: localDate(row.since), rateBps: basisPoints(row.rateBps) }
}

export function findRegistration(db: Database, enterprise: SQL) {
  return db.all<{ npwp: string | null; pkpSince: LocalDate | null }>(sql`
    SELECT npwp AS npwp, pkp_since AS pkpSince FROM enterprises
    WHERE organization_id IN ${enterprise}`)
}

export function changeRegistration(
  db: Database,
  enterpriseId: string,
  { npwp, pkpSince }: TaxRegistration,
): Statement {
  return db.run(sql`
    UPDATE enterprises SET npwp = ${npwp}, pkp_since = ${pkpSince}
    WHERE organization_id = ${enterpriseId}`)
}
