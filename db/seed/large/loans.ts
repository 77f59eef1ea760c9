// The loans of the large set: applied for, recommended, decided, handed over and repaid by the
// decisions of the lending desk, all of them together in the order of time, so that receipts are
// numbered as they came.

import { sql } from 'drizzle-orm'
import { read } from '#db/client'
import { Borrowing, type Desk } from '#db/seed/large/borrowing'
import { growing, type Loading } from '#db/seed/large/loading'
import { PHONE, SINCE_DAYS, type SellerRow } from '#db/seed/large/sellers'
import { recordEvents } from '#worker/history/queries'
import { addDays, startOfDay } from '#worker/kernel/calendar'
import { amount } from '#worker/kernel/money'
import { entryOf } from '#worker/ledger/entry'
import { fundReceived } from '#worker/ledger/posting-rules/funds'
import { recordEntries } from '#worker/ledger/queries'
import { listOffered, productOf } from '#worker/lending/offering/loan-products/queries'

const DAYS = 500
/** Borrowers have numbers between those of sellers and those of buyers. */
const FIRST_BORROWER = 200_000
/** Enough to lend before much has come back. */
const FUND_A_LOAN = 15_000_000

export async function makeLoans(
  loading: Loading,
  { sellers, count }: { sellers: readonly SellerRow[]; count: number },
): Promise<void> {
  // Loans of long ago are lent here: a month that the demo closed would refuse them.
  await loading.add([
    loading.db.run(sql`DELETE FROM closed_balances`),
    loading.db.run(sql`DELETE FROM closed_months`),
    loading.db.run(sql`UPDATE lender_books SET closed_through = NULL`),
  ])
  const desks = await listDesks(loading)
  for (const desk of desks) await receiveFund(loading, desk, (count * FUND_A_LOAN) / desks.length)
  const [people] = await read(loading.db, [
    loading.db.all<{ n: number }>(
      sql`SELECT count(*) AS n FROM people WHERE phone LIKE '628120002_____'`,
    ),
  ])
  const first = FIRST_BORROWER + (people[0]?.n ?? 0)
  const waiting = growing(loading, count, DAYS).map((at, i) => {
    const desk = loading.luck.pick(desks)
    return new Borrowing(loading, { desk, sellers, phone: PHONE(first + i), at })
  })
  await inOrderOfTime(loading, waiting)
  await loading.send()
}

/** Day by day, and within a day one after the other; what waits for its future falls out. */
async function inOrderOfTime(loading: Loading, begun: readonly Borrowing[]): Promise<void> {
  const byDay = new Map<string, Borrowing[]>()
  const put = (one: Borrowing) => {
    if (one.next === null || one.next > loading.now) return
    const day = loading.dayOf(one.next)
    byDay.set(day, [...(byDay.get(day) ?? []), one])
  }
  for (const one of begun) put(one)
  const first = addDays(loading.dayOf(loading.now), -DAYS)
  for (let n = 0; n <= DAYS; n += 1) {
    const day = addDays(first, n)
    for (let due = byDay.get(day); due !== undefined; due = byDay.get(day)) {
      byDay.delete(day)
      for (const one of due) {
        await one.go()
        put(one)
      }
    }
    await loading.progress('days of lending', n, DAYS)
  }
}

type MemberRow = { lenderId: string; name: string; role: string; personId: string; since: number }

/** Every open lender with what it offers and who works there. */
async function listDesks({ db }: Loading): Promise<Desk[]> {
  const [offers, members] = await read(db, [
    listOffered(db, { limit: 100 }),
    db.all<MemberRow>(sql`
      SELECT o.id AS lenderId, o.name AS name, m.role AS role, m.person_id AS personId, m.since AS since
      FROM organizations o JOIN memberships m ON m.organization_id = o.id
      WHERE o.kind = 'lender' AND o.status = 'open'`),
  ])
  const desks = [...Map.groupBy(members, ({ lenderId }) => lenderId)].flatMap(([id, people]) => {
    const products = offers.map(productOf).filter((one) => one.lenderId === id)
    const whoIs = (role: string) => people.find((one) => one.role === role)?.personId
    const [officerId, approverId, cashierId] = ['officer', 'approver', 'cashier'].map(whoIs)
    if (!officerId || !approverId || !cashierId || products.length === 0) return []
    return [{ lenderId: id, name: people[0]!.name, products, officerId, approverId, cashierId }]
  })
  if (desks.length === 0) throw new Error('No lender has anybody to lend: make the demo first.')
  return desks
}

async function receiveFund(loading: Loading, desk: Desk, given: number): Promise<void> {
  const { db, now, zone } = loading
  const on = addDays(loading.dayOf(now), -SINCE_DAYS)
  const at = startOfDay(on, zone)
  const fund = { id: loading.newId(at), source: 'Dana bergulir', amount: amount(Math.ceil(given)) }
  const act = loading.actOf(desk.approverId, at)
  const posting = fundReceived({ book: desk.lenderId, on }, fund)
  const data = { ...fund, receivedOn: on }
  await loading.add([
    recordEvents(db, [{ ...act, subject: fund.id, seq: 1, type: 'received', data }]),
    ...recordEntries(db, [entryOf(posting, { ...act, id: loading.newId(at) })]),
  ])
}
