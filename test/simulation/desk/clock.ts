/** After the clock has rung and while nobody acts: what it did is learnt, and everything is compared. */
import { expire } from '#test/simulation/desk/applying'
import { followBook } from '#test/simulation/desk/bookkeeping'
import { followPauses } from '#test/simulation/desk/pausing'
import type { Desk } from '#test/simulation/desk/scene'
import { catchUp } from '#test/simulation/desk/statement'
import { faultsOfSums } from '#test/simulation/desk/sums'

const AT_ONCE = 8

export async function compared(db: D1Database, desk: Desk): Promise<string[]> {
  expire(desk)
  await followPauses(desk)
  await followBook(desk)
  const faults: string[] = []
  for (let at = 0; at < desk.loans.length; at += AT_ONCE) {
    const some = desk.loans.slice(at, at + AT_ONCE)
    faults.push(...(await Promise.all(some.map((loan) => catchUp(desk, loan)))).flat())
  }
  return [...faults, ...(await faultsOfSums(db, desk))]
}
