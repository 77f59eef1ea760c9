import { sql } from 'drizzle-orm'
import type { Database, Statement } from '#db/client'
import { handovers } from '#db/schema/purchase-orders'
import type { Handover, HandoverLine } from '#worker/market/procuring/handovers/handover'
import { numberTaken } from '#worker/market/procuring/numbers/queries'
import type { Series } from '#worker/market/procuring/numbers/number'

/** The statements that record a delivery. */
export function insertHandover(db: Database, handover: Handover): Statement[] {
  const { id, code, purchaseOrderId, partnerId, enterpriseId, status, sentOn } = handover
  const { carrier, note, lines } = handover
  return [
    db.insert(handovers).values({
      ...{ id, code, purchaseOrderId, partnerId, enterpriseId, status, sentOn, carrier, note },
    }),
    db.run(sql`
      INSERT INTO handover_lines (handover_id, n, quantity)
      SELECT ${id}, j.value->>0, j.value->>1
      FROM json_each(${JSON.stringify(lines.map((one) => [one.n, one.quantity]))}) j WHERE true`),
  ]
}

/** The statements that set what may change of a delivery; with a series, it takes its number. */
export function changeHandover(db: Database, handover: Handover, series?: Series): Statement[] {
  const { id, status, year, buyer, buyerNote, seller, lines } = handover
  return [
    db
      .update(handovers)
      .set({
        ...{ status, year, buyerNote },
        ...{ buyerBy: buyer?.by ?? null, buyerName: buyer?.name ?? null },
        ...{ buyerRole: buyer?.role ?? null, buyerAt: buyer?.at ?? null },
        ...{ sellerBy: seller?.by ?? null, sellerName: seller?.name ?? null },
        ...{ sellerRole: seller?.role ?? null, sellerAt: seller?.at ?? null },
        ...(series ? { n: numberTaken(series) } : {}),
      })
      .where(sql`${handovers.id} = ${id}`),
    changeLines(db, id, lines),
  ]
}

function changeLines(db: Database, id: string, lines: readonly HandoverLine[]): Statement {
  const rows = JSON.stringify(lines.map((one) => [one.n, one.accepted, one.reason]))
  return db.run(sql`
    UPDATE handover_lines SET accepted = j.value->>1, reason = j.value->>2
    FROM json_each(${rows}) j WHERE handover_id = ${id} AND n = j.value->>0`)
}
