/**
 * The network's commission: a rate in basis points of an order's goods (never of shipping), rounded half
 * up once per order and frozen there. The rate is a dated setting: `500` for always, or
 * `500,2027-01-01=400` for another one from that day on.
 */
import { isLocalDate, type LocalDate } from '#worker/kernel/calendar'
import { amount, basisPoints, divideRounded, type Amount, type Bps } from '#worker/kernel/money'

export type Rate = { since: LocalDate | null; bps: Bps }

/** The rates that a setting names, or nothing when it cannot be read. */
export function ratesFrom(setting: string): Rate[] | undefined {
  const rates = setting.split(',').map((part) => rateFrom(part.trim()))
  const whole = rates.filter((rate) => rate !== undefined)
  return whole.length === rates.length && whole.some((rate) => rate.since === null)
    ? whole
    : undefined
}

function rateFrom(text: string): Rate | undefined {
  const [, since, bps] = /^(?:(\d{4}-\d{2}-\d{2})=)?(\d{1,4})$/.exec(text) ?? []
  if (bps === undefined) return undefined
  if (since === undefined) return { since: null, bps: basisPoints(Number(bps)) }
  return isLocalDate(since) ? { since, bps: basisPoints(Number(bps)) } : undefined
}

/** The rate in force on a day: the latest one that has begun. */
export function rateOn(rates: readonly Rate[], day: LocalDate): Bps {
  let found: Rate | undefined
  for (const rate of rates) {
    const begun = rate.since === null || rate.since <= day
    if (begun && (found?.since ?? '') <= (rate.since ?? '')) found = rate
  }
  if (!found) throw new RangeError(`no commission rate on ${day}`)
  return found.bps
}

/**
 * The commission of lines, each with its own rate: the exact sum of all is rounded half up once, and parted
 * by rounded running sums, so that the parts are the whole.
 */
export function commissionOn(lines: readonly { base: Amount; bps: Bps }[]): Amount[] {
  let exact = 0n
  let given = 0
  return lines.map(({ base, bps }) => {
    exact += BigInt(base) * BigInt(bps)
    const due = Number(divideRounded(exact, 10_000n, 'halfUp'))
    const part = amount(due - given)
    given = due
    return part
  })
}
