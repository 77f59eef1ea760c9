/**
 * Months whose closing waits for interest: some loans at a time it is brought into the books up to the end
 * of the month, month after month, and the batch that finds none missing closes them. A closing that was
 * broken off goes on with what is left; of two who close at once one collides.
 */
import { commit, read } from '#db/client'
import { log } from '#worker/http/log'
import { accrueUpTo } from '#worker/jobs/accruals'
import type { Tick } from '#worker/jobs/tick'
import { dateIn } from '#worker/kernel/calendar'
import { Refusal } from '#worker/kernel/refusal'
import { listBehindOf } from '#worker/lending/bookkeeping/accruals/queries'
import { closed } from '#worker/lending/bookkeeping/periods/closing'
import {
  accruedNext,
  close,
  lastDayOf,
  type Month,
} from '#worker/lending/bookkeeping/periods/period'
import * as queries from '#worker/lending/bookkeeping/periods/queries'

const CLOSINGS_A_TICK = 5
const LOANS_A_TICK = 100

export async function closeMonths(tick: Tick): Promise<number> {
  const today = dateIn(tick.env.ZONE, tick.now)
  const [rows] = await read(tick.db, [queries.listClosings(tick.db, CLOSINGS_A_TICK)])
  let left = LOANS_A_TICK
  let done = 0
  for (const row of rows) {
    const months = close(row, row.closing, today)
    const brought = await bringIn(tick, { lenderId: row.lenderId, months, limit: left })
    left -= brought.loans
    done += brought.loans
    if (brought.all) done += (await finished(tick, row, months)) ? 1 : 0
  }
  return done
}

type Wanted = { lenderId: string; months: readonly Month[]; limit: number }

/** Brings in what interest is missing, month by month; says whether that was all. */
async function bringIn(tick: Tick, { lenderId, months, limit }: Wanted) {
  const last = lastDayOf(months.at(-1) ?? '')
  let loans = 0
  while (loans < limit) {
    const [behind] = await read(tick.db, [listBehindOf(tick.db, lenderId, last, limit - loans)])
    const first = behind[0]
    if (!first) return { loans, all: true }
    const end = accruedNext(months, first.through)
    const ids = behind.filter(({ through }) => through < end).map(({ id }) => id)
    const done = await accrueUpTo(tick, ids, end)
    loans += done
    if (done < ids.length) break
  }
  return { loans, all: false }
}

/** Whether the months were closed; not when somebody was first, or a loan came that lacks its interest. */
async function finished(
  { db, act, newId }: Tick,
  row: queries.ClosingRow,
  months: readonly Month[],
): Promise<boolean> {
  const { lenderId, closing, closingBy: by, version } = row
  const [balances] = await read(db, [queries.listYearBalances(db, lenderId, closing)])
  const given = { lenderId, months, version, by, balances }
  try {
    const done = closed({ ...given, act, entryId: newId() })
    await commit(db, queries.recordClosing(db, done))
    return true
  } catch (reason) {
    if (!(reason instanceof Refusal)) throw reason
    log('info', { closing, lender: lenderId, refused: reason.type })
    return false
  }
}
