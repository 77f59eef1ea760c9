import { sql, type SQL } from 'drizzle-orm'
import type { Database, Statement } from '#db/client'
import { assertHolds } from '#db/assert'
import type { Env } from '#worker/http/context'
import { amount } from '#worker/kernel/money'
import { cartIdOf, type CartRef } from '#worker/market/buying/carts/queries'
import { MOST_OPEN_COD, type CodTerms } from '#worker/market/paying/cod/cod'
import { bankAccountFrom } from '#worker/market/paying/payments/bank-account'
import type { MethodFacts } from '#worker/market/paying/payment-methods/method'
import { SHIP_WITHIN_MS } from '#worker/market/paying/payments/settlement'
import { gatewaysOf } from '#worker/providers/gateway'

/** Her number and person, known or as SQL for them. */
type Buyer = { phone: string | SQL; personId: string | SQL | null }

const openCodOf = ({ phone, personId }: Buyer) => sql`
  (SELECT count(*) FROM orders o WHERE o.terms = 'cod'
     AND o.status NOT IN ('completed', 'cancelled', 'expired')
     AND o.purchase_id IN (SELECT id FROM purchases WHERE status = 'accepted'
       AND (buyer_phone = ${phone} OR person_id = ${personId})))`

/** The enterprises whose goods lie in a cart. */
export const sellersOfCart = (ref: CartRef) => sql`
  (SELECT p.enterprise_id FROM cart_lines l JOIN variants v ON v.id = l.variant_id
   JOIN products p ON p.id = v.product_id WHERE l.cart_id = ${cartIdOf(ref)})`

type Row = { qris: string | null; cod: string; openCod: number }
type Kept = { enterpriseId: string; offered: number; most: number; areas: string; version: number }

/** What is needed to say how a purchase at these sellers may be paid; one row. */
export function findMethodFacts(db: Database, enterprises: SQL, buyer: Buyer) {
  return db.all<Row>(sql`
    SELECT (SELECT payload FROM qris_codes LIMIT 1) AS qris,
      (SELECT json_group_array(json_object('enterpriseId', enterprise_id, 'offered', offered,
         'most', most, 'areas', areas, 'version', version))
       FROM cod_terms WHERE enterprise_id IN ${enterprises}) AS cod,
      ${openCodOf(buyer)} AS openCod`)
}

export function methodFactsFrom(
  rows: readonly Row[],
  env: Env,
): MethodFacts & { code: string | null } {
  const { qris, cod, openCod } = rows[0] ?? { qris: null, cod: '[]', openCod: 0 }
  return {
    bank: bankAccountFrom(env) !== null,
    qris: qris !== null,
    code: qris,
    gateways: gatewaysOf(env),
    cod: (JSON.parse(cod) as Kept[]).map(codTermsFrom),
    openCod,
  }
}

export const codTermsFrom = ({ offered, most, areas, ...row }: Kept): CodTerms => ({
  ...row,
  offered: offered === 1,
  most: amount(most),
  areas: JSON.parse(areas) as string[],
})

/** The orders of a purchase are paid at the door: their sellers may begin. */
export function agreeOnCod(
  db: Database,
  { purchaseId, ...buyer }: Buyer & { purchaseId: string },
  now: number,
): Statement[] {
  return [
    db.run(sql`
      UPDATE orders SET terms = 'cod', ship_by = CAST(${now + SHIP_WITHIN_MS} AS INTEGER)
      WHERE purchase_id = ${purchaseId}`),
    assertHolds(db, sql`${openCodOf(buyer)} <= ${MOST_OPEN_COD}`, 'open_cod_within_limit'),
  ]
}
