import { sql, type SQL } from 'drizzle-orm'
import type { Database, Statement } from '#db/client'
import { statementLines } from '#db/schema/statements'
import type { Act } from '#worker/history/event'
import { recordEvents } from '#worker/history/queries'
import type { LocalDate, Zone } from '#worker/kernel/calendar'
import { dateIn, instant } from '#worker/kernel/calendar'
import { amount } from '#worker/kernel/money'
import type { Line } from '#worker/market/paying/statement-lines/line'
import type { Candidate } from '#worker/market/paying/statements/matching'
import type { PurchaseStatus } from '#worker/market/buying/purchases/purchase'

export function lineFrom(row: typeof statementLines.$inferSelect): Line {
  return { ...row, amount: amount(row.amount), receivedOn: row.receivedOn as LocalDate }
}

type Filter = { book: string; status: string; after?: [string, number] | undefined; limit: number }

export const idsOfLines = ({ book, status, after, limit }: Filter) => sql`
  (SELECT id FROM statement_lines WHERE book = ${book} AND status = ${status}
   ${after ? sql`AND (statement_id, line) > (${after[0]}, ${after[1]})` : sql``}
   ORDER BY statement_id, line LIMIT ${limit})`

export function listLines(db: Database, book: string, ids: SQL) {
  return db
    .select()
    .from(statementLines)
    .where(sql`book = ${book} AND id IN ${ids}`)
    .orderBy(statementLines.statementId, statementLines.line)
}

export const theseIds = (ids: readonly string[]) =>
  sql`(SELECT value FROM json_each(${JSON.stringify(ids)}))`

type CandidateRow = {
  purchaseId: string
  code: string
  buyerName: string
  status: PurchaseStatus
  method: string
  total: number
  uniqueCode: number
  placedAt: number
  lined: number
}

/** A fortnight back, a buyer may still be late. */
const RECENT_MS = 14 * 24 * 60 * 60 * 1000

/**
 * Purchases that these lines may be about: all open ones near their amounts, and recent ones of the very
 * amount or named in the words.
 */
export function listCandidates(db: Database, lines: SQL, now: number) {
  return db.all<CandidateRow>(sql`
    SELECT p.id AS purchaseId, p.code AS code, p.buyer_name AS buyerName, p.status AS status,
      p.method AS method, p.total AS total, p.unique_code AS uniqueCode, p.placed_at AS placedAt,
      EXISTS (SELECT 1 FROM statement_lines s WHERE s.purchase_id = p.id) AS lined
    FROM purchases p WHERE p.id IN (
      SELECT q.id FROM statement_lines l JOIN purchases q ON q.status = 'pending'
        AND (q.total BETWEEN l.amount - 6500 AND l.amount + 6500
          OR instr(upper(l.description), q.code) > 0)
      WHERE l.id IN ${lines}
      UNION SELECT q.id FROM statement_lines l JOIN purchases q ON q.total = l.amount
      WHERE l.id IN ${lines} AND q.placed_at > ${now - RECENT_MS}
      UNION SELECT q.id FROM statement_lines l, json_each('["' ||
        replace(replace(replace(upper(l.description), '"', ''), '\\', ''), ' ', '","') || '"]') w
        JOIN purchases q ON q.code = w.value
      WHERE l.id IN ${lines})
    ORDER BY p.id LIMIT 400`)
}

/** Open purchases of exactly these lines' amounts, or named in their words. */
export const idsOfExact = (lines: SQL) => sql`
  (SELECT q.id FROM statement_lines l JOIN purchases q ON q.total = l.amount
   WHERE l.id IN ${lines} AND q.status = 'pending')`

export function candidateFrom({ placedAt, lined, ...row }: CandidateRow, zone: Zone): Candidate {
  return {
    ...row,
    total: amount(row.total),
    uniqueCode: amount(row.uniqueCode),
    placedOn: dateIn(zone, instant(placedAt)),
    lined: lined === 1,
  }
}

export function changeLines(db: Database, lines: readonly Line[], act: Act): Statement[] {
  const rows = lines.map((one) => [
    one.id,
    one.status,
    one.purchaseId,
    one.unmatchedId,
    one.version,
  ])
  return [
    recordEvents(
      db,
      lines.map(({ id, version, status, purchaseId, unmatchedId }) => ({
        ...{ ...act, subject: id, seq: version, type: status },
        data: { purchaseId, unmatchedId },
      })),
    ),
    db.run(sql`
      UPDATE statement_lines SET status = j.value->>1, purchase_id = j.value->>2,
        unmatched_id = j.value->>3, version = j.value->>4
      FROM json_each(${JSON.stringify(rows)}) j WHERE statement_lines.id = j.value->>0`),
  ]
}
