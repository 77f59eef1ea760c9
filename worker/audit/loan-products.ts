import type { Invariant } from '#worker/audit/invariant'

export const loanProductInvariants: readonly Invariant[] = [
  {
    id: 'L3-offer-is-its-last-version',
    says: 'What a product offers is the last version that was made of it.',
    sql: `SELECT p.id, p.version FROM loan_products p WHERE p.offer IS NOT (
            SELECT v.offer FROM loan_product_versions v WHERE v.product_id = p.id
            ORDER BY v.version DESC LIMIT 1)`,
  },
  {
    id: 'L3-applications-have-their-version',
    says: 'The version with which an application was made is kept.',
    sql: `SELECT a.id FROM loan_applications a WHERE NOT EXISTS (
            SELECT 1 FROM loan_product_versions v
            WHERE v.product_id = a.product_id AND v.version = a.product_version)`,
  },
  {
    id: 'L3-running-loans-are-counted',
    says: 'A version knows how many of its loans run.',
    sql: `SELECT v.product_id, v.version, v.running FROM loan_product_versions v
          WHERE v.running <> (SELECT count(*) FROM loans l
            JOIN loan_applications a ON a.id = l.application_id
            WHERE l.product_id = v.product_id AND a.product_version = v.version
            AND l.status = 'active')`,
  },
]
