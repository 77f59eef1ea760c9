/**
 * A yearly rate or a percentage as a whole number of millionths of a percent, so that 6 %, 6.25 %
 * and 1/16 % are exact. Nothing is rounded on the way in: more than six decimals are refused.
 */

declare const brand: unique symbol

/** Millionths of a percent: 6.25 % is 6,250,000. From 0 to 1000 %. */
export type Rate = number & { readonly [brand]: 'Rate' }

/** 100 % as a rate; what a rate is divided by when it is multiplied with money. */
export const WHOLE = 100_000_000
const PER_PERCENT = 1_000_000
const HIGHEST = 10 * WHOLE

export function rate(millionthsOfPercent: number): Rate {
  const whole = Number.isInteger(millionthsOfPercent)
  if (!whole || millionthsOfPercent < 0 || millionthsOfPercent > HIGHEST) {
    throw new RangeError(`not a rate: ${millionthsOfPercent} millionths of a percent`)
  }
  return millionthsOfPercent as Rate
}

export const ZERO_RATE = rate(0)

/**
 * The exact rate of a percentage such as 6.25, or undefined when it has more than six decimals or
 * lies outside 0 to 1000. A decimal with six places survives the trip through a double: dividing
 * the rounded millionths gives back the very same double, and only then.
 */
export function rateOfPercent(percent: number): Rate | undefined {
  const millionths = Math.round(percent * PER_PERCENT)
  const exact = millionths / PER_PERCENT === percent
  return exact && millionths >= 0 && millionths <= HIGHEST ? rate(millionths) : undefined
}

/** The percentage with as many decimals as it needs: `6.25`. */
export function percentOf(a: Rate): number {
  return a / PER_PERCENT
}
