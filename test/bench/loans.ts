/**
 * A lender with very many running loans: twenty of them are lent and repaid as it happens, over the last
 * half year, and each is copied in the database. Then the clock rings until a day's work is done, a day on
 * again, and a desk looks at its lists.
 */
import {
  aBorrowerOn,
  anAcceptedApplicationOn,
  anOperatorOn,
  aStaffedLenderOn,
  PRODUCT,
  type LenderOn,
} from '#test/support/http-network'
import { expected, type Address, type Http } from '#test/support/http'

const TEMPLATES = 20
const A_BATCH = 5_000
const DAY = 24 * 3600_000
const dayBefore = (days: number) => new Date(Date.now() - days * DAY).toISOString().slice(0, 10)

export type Desk = { id: string; slug: string; owner: Http; officer: Http; loans: string[] }

/**
 * Every fourth is kept by what is earned and was never repaid, since what a copy had booked is not copied;
 * nor were some of the others, which are late by now.
 */
export async function aDeskOn(at: Address): Promise<Desk> {
  const operator = await anOperatorOn(at)
  const staff = await aStaffedLenderOn(operator, ['officer', 'approver', 'cashier'])
  const { id, slug, owner, officer, cashier } = staff
  const api = `/api/lenders/${slug}`
  const cap = { since: '2020-01-01', effective: 24, source: 'Uji' }
  expected(await owner.put(`${api}/rate-caps`, cap), 200)
  const offered = async (offer: object): Promise<string> =>
    expected(await owner.post(`${api}/loan-products`, { ...PRODUCT, ...offer }), 201).id
  const [paid, earned] = [await offered({}), await offered({ name: 'Akrual', basis: 'accrual' })]
  const money = { amount: 900_000_000_000, source: 'Program uji' }
  expected(await owner.post(`${api}/fund-receipts`, money), 201)
  const loans: string[] = []
  for (let n = 0; n < TEMPLATES; n += 1) {
    const lender: LenderOn = { ...staff, productId: n % 4 === 0 ? earned : paid }
    const path = await anAcceptedApplicationOn(lender, await aBorrowerOn(at))
    const on = dayBefore(9 * n + 2)
    const loan = expected(await cashier.post(`${path}/disbursement`, { on }), 201)
    loans.push(loan.id)
    if (n % 5 === 0 || n % 4 === 0) continue
    const due = {
      amount: 533_100 * Math.floor((9 * n + 2) / 31),
      channel: 'cash',
      receivedOn: dayBefore(1),
    }
    if (due.amount > 0) expected(await cashier.post(`/api/loans/${loan.id}/repayments`, due), 201)
  }
  return { id, slug, owner, officer, loans }
}

/** Copies of those loans with their events, so many in all; what is written follows by the triggers. */
export async function copied(db: D1Database, { id, loans }: Desk, many: number): Promise<void> {
  const { results } = await db.prepare('PRAGMA table_info(loans)').all<{ name: string }>()
  const said: Readonly<Record<string, string>> = {
    id: `printf('%s-%08d', substr(l.id, 1, 24), c.n)`,
    number: 'c.n',
    origin: `'import'`,
    application_id: 'NULL',
  }
  const names = results.map(({ name }) => name)
  const values = names.map((name) => said[name] ?? `l.${name}`)
  const copies = `WITH RECURSIVE c (n) AS (SELECT ?1 UNION ALL SELECT n + 1 FROM c WHERE n < ?2)`
  const template = `l.id = (SELECT value FROM json_each(?3) WHERE key = c.n % ${TEMPLATES})`
  for (let from = 1000; from < many + 1000; from += A_BATCH) {
    const span = [from, Math.min(from + A_BATCH, many + 1000) - 1, JSON.stringify(loans)]
    await db.batch([
      db
        .prepare(
          `INSERT INTO loans (${names.join(', ')}) ${copies}
           SELECT ${values.join(', ')} FROM c JOIN loans l ON ${template}`,
        )
        .bind(...span),
      db
        .prepare(
          `INSERT INTO events (subject, seq, type, data, actor_id, at, request_id) ${copies}
           SELECT ${said.id}, e.seq, e.type, e.data, e.actor_id, e.at, e.request_id
           FROM c JOIN loans l ON ${template} JOIN events e ON e.subject = l.id`,
        )
        .bind(...span),
    ])
  }
  const most = 'SELECT count(*) AS n FROM loans WHERE lender_id = ?'
  const counted = await db.prepare(most).bind(id).first<number>('n')
  if (counted !== many + TEMPLATES) throw new Error(`${counted} loans were made`)
}

/** What a desk looks at, by its address. */
export const listsOf = ({ id, slug, loans }: Desk): Readonly<Record<string, string>> => {
  const api = `/api/lenders/${slug}`
  return {
    'all loans': `${api}/loans`,
    'loans that run': `${api}/loans?which=active`,
    'loans late': `${api}/loans?which=overdue`,
    'due this week': `${api}/loans?which=dueThisWeek`,
    'one loan': `/api/loans/${loans[0]}`,
    portfolio: `${api}/portfolio`,
    'portfolio, over 30 days late': `${api}/portfolio/loans?over=30`,
    funds: `${api}/funds`,
    'loans of the fund': `${api}/funds/${id}/loans`,
    'what waits to be closed': `${api}/periods`,
    'trial balance': `/api/books/${slug}/trial-balance`,
    'balance sheet': `/api/books/${slug}/balance-sheet`,
    'ledger, newest entries': `/api/books/${slug}/entries`,
  }
}
