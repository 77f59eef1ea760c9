/**
 * Loans that move here from other books, some twenty at a time: each page is one read, one decision and
 * one batch, which moves its sheet on by its event, so that two who work at it collide and no loan comes
 * twice. The request that starts a sheet goes on with it while it may; the clock takes up what is left.
 */
import { commit, read, type Database } from '#db/client'
import type { Act } from '#worker/history/event'
import { recordEvents } from '#worker/history/queries'
import { log } from '#worker/http/log'
import { slugFrom } from '#worker/identity/organizations/slug'
import type { Tick } from '#worker/jobs/tick'
import type { Amount } from '#worker/kernel/money'
import { Refusal } from '#worker/kernel/refusal'
import { recordEntries } from '#worker/ledger/queries'
import * as arrivals from '#worker/lending/moving-in/loan-arrivals/queries'
import type { ItemCame, Page, PreparedRow } from '#worker/lending/moving-in/loan-arrivals/queries'
import { bringIn, groupKey, type Stand } from '#worker/lending/moving-in/loan-imports/bringing'
import type { Prepared } from '#worker/lending/moving-in/loan-imports/judging'
import { movedOn, type LoanImport } from '#worker/lending/moving-in/loan-imports/loan-import'
import * as queries from '#worker/lending/moving-in/loan-imports/queries'

const LOANS_A_PAGE = 20
const PAGES_A_TICK = 15

export type Work = { db: Database; act: Act; newId: () => string }

/** Goes on with sheets that were begun, and forgets what old ones said of people. */
export async function continueLoanImports({ db, now, act, newId }: Tick): Promise<number> {
  const [rows] = await read(db, [queries.listRunning(db, 2)])
  let done = 0
  for (const row of rows) done += await bringLoans({ db, act, newId }, row, PAGES_A_TICK)
  if (done === 0) await commit(db, queries.forgetItems(db, now, 5))
  return done
}

/** Brings up to so many pages; says how many. Ends early when somebody else goes on with the same. */
export async function bringLoans(work: Work, begun: LoanImport, pages: number): Promise<number> {
  let one = begun
  for (let n = 0; n < pages; n += 1) {
    if (one.status !== 'running') return n
    const next = await bringPage(work, one)
    if (!next) return n
    one = next
  }
  return pages
}

async function bringPage(work: Work, one: LoanImport): Promise<LoanImport | null> {
  try {
    return await brought(work, one, { from: one.done + 1, limit: LOANS_A_PAGE })
  } catch (reason) {
    if (!(reason instanceof Refusal)) throw reason
    return bringSingly(work, one)
  }
}

/** One loan holds up its page: the page is done loan by loan, and that one stays behind. */
async function bringSingly(work: Work, begun: LoanImport): Promise<LoanImport | null> {
  let one = begun
  for (let n = 0; n < LOANS_A_PAGE && one.status === 'running'; n += 1) {
    const page = { from: one.done + 1, limit: 1 }
    try {
      one = await brought(work, one, page)
    } catch (reason) {
      if (!(reason instanceof Refusal)) throw reason
      const [[now]] = await read(work.db, [queries.findImport(work.db, one.lenderId, one.id)])
      if (now?.version !== one.version) return null
      log('warn', { loanImport: one.id, item: page.from, refused: reason.type })
      one = await brought(work, one, page, { isHeld: true })
    }
  }
  return one
}

async function brought(
  { db, act, newId }: Work,
  one: LoanImport,
  page: Page,
  { isHeld } = { isHeld: false },
): Promise<LoanImport> {
  const [rows, people, groups] = await read(db, [
    arrivals.listPrepared(db, one, page),
    arrivals.listPeopleOf(db, one, page),
    arrivals.listGroupsOf(db, one, page),
  ])
  const fresh = isHeld ? [] : rows.filter((row) => row.known === 0)
  const prepared = fresh.map((row) => JSON.parse(row.prepared) as Prepared)
  const stand: Stand = {
    people: new Map(people.map((row) => [row.phone, row.personId])),
    groups: new Map(groups.map((row) => [groupKey(row.name, row.phone), row.groupId])),
    slugs: await slugsTaken(db, prepared),
  }
  const { lenderId, asOf } = one
  const come = bringIn(prepared, stand, { lenderId, asOf, act, newId })

  const ids = new Map(fresh.map((row, i) => [row.n, come.arrivals[i]!.loan.id]))
  const items = rows.map((row) => cameOf(row, ids.get(row.n) ?? null))
  const next = movedOn(one, {
    to: page.from + page.limit - 1,
    came: rows.map((row, i) => ({ ...moneyOf(row), from: row.outcome, to: items[i]!.to })),
    at: act.at,
  })
  const moved = { ...act, subject: one.id, seq: next.version, data: { done: next.done } }
  const type = next.status === 'done' ? 'done' : 'moved-on'
  await commit(db, [
    recordEvents(db, [{ ...moved, type }, ...come.events]),
    queries.changeImport(db, next),
    ...arrivals.insertNewcomers(db, come.people, act.at),
    ...arrivals.insertGroups(db, come.groups),
    ...arrivals.guardFunds(db, lenderId, come.arrivals),
    ...arrivals.insertLoans(db, lenderId, come.arrivals),
    ...arrivals.recordNumbers(db, one, come.arrivals),
    ...arrivals.changeItems(db, one, items),
    ...recordEntries(db, come.entries),
  ])
  return next
}

/** One that is here meanwhile is known; one that could not come is held. */
function cameOf({ n, known }: PreparedRow, loanId: string | null): ItemCame {
  if (loanId !== null) return { n, to: 'imported', loanId }
  return { n, to: known === 1 ? 'known' : 'held', loanId }
}

const moneyOf = ({ principal, earned }: PreparedRow) => ({
  principal: principal as Amount,
  earned: earned as Amount,
})

async function slugsTaken(db: Database, prepared: readonly Prepared[]): Promise<string[]> {
  const bases = prepared.flatMap(({ group }) => (group === null ? [] : slugFrom(group) || []))
  if (bases.length === 0) return []
  const [rows] = await read(db, [arrivals.listSlugs(db, bases)])
  return rows.map((row) => row.slug)
}
