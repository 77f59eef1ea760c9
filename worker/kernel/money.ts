/**
 * Money is a whole number of minor units (rupiah have none, so one is one rupiah), exact up to
 * 10^15. Every rounding is named and happens once, on the exact fraction; roundings are symmetric,
 * so that what reverses an amount is its mirror. Wrong numbers are mistakes of ours: RangeError.
 */

declare const brand: unique symbol

/** A safe integer of minor units, at most 10^15 either way. */
export type Amount = number & { readonly [brand]: 'Amount' }

/** A rate in hundredths of a percent: 250 is 2.5 %. */
export type Bps = number & { readonly [brand]: 'Bps' }

/** `up` is away from zero, `down` towards it; a half goes away from zero or to the even side. */
export type Rounding = 'halfUp' | 'halfEven' | 'up' | 'down'

const LARGEST = 1e15
const LARGEST_TYPED = 1e12

/** Below it a product and its floor division are exact in a double, so BigInt is not needed. */
export const EXACT_BELOW = 2 ** 52

function withoutNegativeZero(n: number): number {
  return n + 0
}

/** Sums of amounts are whole, so their size is all that can go wrong. */
function withinLimit(n: number): Amount {
  if (n > LARGEST || n < -LARGEST) throw new RangeError(`beyond 10^15: ${n}`)
  return n as Amount
}

export function amount(n: number): Amount {
  if (!Number.isInteger(n)) throw new RangeError(`not a whole number of minor units: ${n}`)
  return withinLimit(withoutNegativeZero(n))
}

export const ZERO = amount(0)

export function add(a: Amount, b: Amount): Amount {
  return withinLimit(a + b)
}

export function subtract(a: Amount, b: Amount): Amount {
  return withinLimit(a - b)
}

export function sum(amounts: readonly Amount[]): Amount {
  let total = ZERO
  for (const each of amounts) total = add(total, each)
  return total
}

export function times(a: Amount, n: number): Amount {
  return amount(a * n)
}

export function basisPoints(n: number): Bps {
  if (!Number.isSafeInteger(n)) throw new RangeError(`not a whole number of basis points: ${n}`)
  return n as Bps
}

function awayFromZero(quotient: bigint, twice: bigint, divisor: bigint, rounding: Rounding) {
  if (rounding === 'up') return twice > 0n
  if (rounding === 'down') return false
  if (twice !== divisor) return twice > divisor
  return rounding === 'halfUp' || quotient % 2n === 1n
}

/** The exact fraction, rounded once to a whole number. */
export function divideRounded(numerator: bigint, denominator: bigint, rounding: Rounding): bigint {
  if (denominator === 0n) throw new RangeError('division by zero')
  const negative = numerator < 0n !== denominator < 0n
  const dividend = numerator < 0n ? -numerator : numerator
  const divisor = denominator < 0n ? -denominator : denominator
  const quotient = dividend / divisor
  const twice = 2n * (dividend % divisor)
  const rounded = awayFromZero(quotient, twice, divisor, rounding) ? quotient + 1n : quotient
  return negative ? -rounded : rounded
}

/**
 * Both whole, not negative, and their sum below EXACT_BELOW: then a quotient misses the next whole
 * number by more than the rounding of a double, and the floor is the true one.
 */
function divideSmall(dividend: number, divisor: number, rounding: Rounding): number {
  if (rounding === 'halfUp') return Math.floor((dividend + divisor / 2) / divisor)
  const quotient = Math.floor(dividend / divisor)
  const rest = dividend - quotient * divisor
  if (rounding === 'up') return rest > 0 ? quotient + 1 : quotient
  if (rounding === 'down') return quotient
  const isUp = rest * 2 > divisor || (rest * 2 === divisor && quotient % 2 === 1)
  return isUp ? quotient + 1 : quotient
}

/** a × numerator / denominator, rounded once. */
export function portion(
  a: Amount,
  numerator: number,
  denominator: number,
  rounding: Rounding = 'halfUp',
): Amount {
  const product = withoutNegativeZero(a * numerator)
  if (product >= 0 && denominator > 0 && product + denominator < EXACT_BELOW) {
    return divideSmall(product, denominator, rounding) as Amount
  }
  const exact = BigInt(a) * BigInt(numerator)
  return amount(Number(divideRounded(exact, BigInt(denominator), rounding)))
}

/** That rate of the amount. */
export function share(a: Amount, bps: Bps, rounding: Rounding = 'halfUp'): Amount {
  return portion(a, bps, 10_000, rounding)
}

/** The nearest multiple on the side that the rounding says. */
export function roundTo(a: Amount, multiple: number, rounding: Rounding): Amount {
  return times(portion(a, 1, multiple, rounding), multiple)
}

/** Parts by weight as differences of rounded running totals, so they always sum to the total. */
export function allocate(total: Amount, weights: readonly number[]): Amount[] {
  let whole = 0
  for (const weight of weights) {
    if (!Number.isSafeInteger(weight) || weight < 0) throw new RangeError(`weight: ${weight}`)
    whole += weight
  }
  if (whole === 0) throw new RangeError('nothing to allocate by: no weight above zero')
  if (!Number.isSafeInteger(whole)) throw new RangeError('the weights are too large')
  let weighed = 0
  let given = ZERO
  return weights.map((weight) => {
    weighed += weight
    const due = portion(total, weighed, whole)
    const part = subtract(due, given)
    given = due
    return part
  })
}

/** `Rp 1.250.000`: built by hand, because Intl differs between browsers, servers and years. */
export function rupiah(a: Amount): string {
  const grouped = String(Math.abs(a)).replace(/\B(?=(\d{3})+$)/g, '.')
  return `${a < 0 ? '-' : ''}Rp ${grouped}`
}

const TYPED = /^(?:rp\s?)?(0|[1-9]\d*|[1-9]\d{0,2}(?:\.\d{3})+)$/i

/** What a person typed, when it is plainly whole rupiah up to 10^12; otherwise undefined. */
export function parseRupiah(text: string): Amount | undefined {
  const digits = TYPED.exec(text.trim())?.[1]?.replaceAll('.', '')
  if (digits === undefined) return undefined
  const typed = Number(digits)
  return typed <= LARGEST_TYPED ? amount(typed) : undefined
}
