import { env } from 'cloudflare:workers'

/**
 * Rows of every table, and the sums of what a row changes in place: `orders`, `orders.version`, …
 * Accounts are opened when first posted to, and sums of them kept, so their number says nothing; their
 * totals are the audit's, as are series of numbers and what a company has spent.
 * What programs are told of follows later.
 */
export type Effects = Readonly<Record<string, number>>

const CHANGED_IN_PLACE: Readonly<Record<string, readonly string[]>> = {
  variants: ['stock'],
  products: ['stock_total'],
  people: ['version'],
  organizations: ['version'],
  purchases: ['version'],
  orders: ['version'],
  unmatched_payments: ['version'],
  statement_lines: ['version'],
  gateway_payments: ['version'],
  payouts: ['version'],
  payout_batches: ['version'],
  account_changes: ['version'],
  quotations: ['version'],
  purchase_orders: ['version'],
  invoices: ['withheld'],
  loan_applications: ['version'],
  pledges: ['version'],
  loan_funds: ['version'],
  lender_books: ['version'],
  book_proposals: ['version'],
  loans: ['version'],
  loan_changes: ['version'],
  region_pauses: ['version', 'paused'],
  meetings: ['version'],
  covers: ['repaid'],
  reserve_withdrawals: ['version'],
}

const MOST = 40

let query: string | undefined

export async function effects(): Promise<Effects> {
  const { DB } = env as unknown as { DB: D1Database }
  query ??= await queryOf(DB)
  return JSON.parse((await DB.prepare(query).first<string>('effects')) ?? '{}') as Effects
}

async function queryOf(db: D1Database): Promise<string> {
  const tables = await db
    .prepare(
      `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'
       AND name NOT LIKE '_cf_%' AND name NOT LIKE 'd1_%' AND name NOT LIKE '%search%'
       AND name <> 'accounts' AND name NOT LIKE '%_tallies' AND name NOT LIKE '%_months'
       AND name NOT LIKE '%_days'
       AND name NOT IN ('book_totals', 'changes', 'fund_borrowers', 'number_series', 'spending')`,
    )
    .all<{ name: string }>()
  const members = tables.results.flatMap(({ name }) => [
    `'${name}', (SELECT count(*) FROM ${name})`,
    ...(CHANGED_IN_PLACE[name] ?? []).map(
      (column) => `'${name}.${column}', (SELECT coalesce(sum(${column}), 0) FROM ${name})`,
    ),
  ])
  // A function takes so many arguments and no more, so they come as objects laid over each other.
  const objects = Array.from({ length: Math.ceil(members.length / MOST) }, (_, i) => {
    return `json_object(${members.slice(i * MOST, (i + 1) * MOST).join(', ')})`
  })
  const merged = objects.reduce((one, other) => `json_patch(${one}, ${other})`)
  return `SELECT ${merged} AS effects`
}

/** What has come and gone since; what stayed the same is left out. */
export function since(before: Effects, after: Effects): Effects {
  const changes = Object.keys(after).map((name) => [name, after[name]! - (before[name] ?? 0)])
  return Object.fromEntries(changes.filter(([, change]) => change !== 0)) as Effects
}
