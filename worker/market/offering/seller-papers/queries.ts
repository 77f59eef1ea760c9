import { sql, type SQL } from 'drizzle-orm'
import type { Database, Statement } from '#db/client'
import { sellerPapers } from '#db/schema/companies'
import type { LocalDate } from '#worker/kernel/calendar'
import { changeRegistration } from '#worker/market/buying/taxes/queries'
import { papersWithout, type SellerPapers } from '#worker/market/offering/seller-papers/paper'

export type SellerRow = {
  enterpriseId: string
  slug: string
  name: string
  phone: string
  regencyName: string
  npwp: string | null
  pkpSince: string | null
  papers: string | null
}

/** Sellers with their papers; `ids` is SQL for their ids. */
export function listSellers(db: Database, ids: SQL) {
  return db.all<SellerRow>(sql`
    SELECT o.id AS enterpriseId, o.slug AS slug, o.name AS name, e.phone AS phone,
      e.regency_name AS regencyName,
      e.npwp AS npwp, e.pkp_since AS pkpSince,
      (SELECT json_object('legalName', s.legal_name, 'nib', s.nib,
         'address', s.address, 'signatory', s.signatory, 'signatoryTitle', s.signatory_title,
         'version', s.version)
       FROM seller_papers s WHERE s.enterprise_id = o.id) AS papers
    FROM organizations o JOIN enterprises e ON e.organization_id = o.id
    WHERE o.id IN ${ids}`)
}

export const findSeller = (db: Database, id: string) => listSellers(db, sql`(SELECT ${id})`)

export type Seller = Omit<SellerRow, 'papers' | 'npwp' | 'pkpSince'> & { papers: SellerPapers }

export function sellerFrom({ papers, npwp, pkpSince, ...row }: SellerRow): Seller {
  const written =
    papers === null
      ? papersWithout(row.name, row.regencyName)
      : (JSON.parse(papers) as Omit<SellerPapers, 'npwp' | 'pkpSince'>)
  const taxed = { npwp: npwp ?? '', pkpSince: pkpSince as LocalDate | null }
  return { ...row, papers: { ...written, ...taxed } }
}

/** The statements that write down or replace all papers of a seller. */
export function putPapers(db: Database, enterpriseId: string, papers: SellerPapers): Statement[] {
  const { npwp, pkpSince, ...rest } = papers
  return [
    db
      .insert(sellerPapers)
      .values({ enterpriseId, ...rest })
      .onConflictDoUpdate({ target: sellerPapers.enterpriseId, set: rest }),
    changeRegistration(db, enterpriseId, { npwp: npwp === '' ? null : npwp, pkpSince }),
  ]
}

/** An open seller by its slug or id. */
export const findSellerNamed = (db: Database, name: string) =>
  listSellers(
    db,
    sql`(SELECT id FROM organizations WHERE (id = ${name} OR slug = ${name})
      AND kind = 'enterprise' AND status = 'open')`,
  )
