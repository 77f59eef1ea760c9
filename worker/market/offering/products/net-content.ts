/**
 * Net content: what a pack holds, in grams, millilitres or centimetres, and what that makes a kilogram, a
 * litre or a metre cost, so that a pack of 250 g and one of 1 kg can be compared. Prices are whole rupiah,
 * rounded half up; where a unit is sold by measure itself its price says so already.
 */
import { amount, type Amount } from '#worker/kernel/money'

export const NET_UNITS = ['g', 'ml', 'cm'] as const
export type NetUnit = (typeof NET_UNITS)[number]

export type NetContent = { quantity: number; unit: NetUnit }

const LARGE = { g: ['kg', 1000], ml: ['litre', 1000], cm: ['metre', 100] } as const
export type Measure = (typeof LARGE)[NetUnit][0]

export type MeasurePrice = { per: Measure; price: Amount }

/** What a kilogram, litre or metre of it costs. */
export function pricePer(price: Amount, net: NetContent | null): MeasurePrice | null {
  if (net === null) return null
  const [per, many] = LARGE[net.unit]
  return { per, price: amount(Math.floor((2 * price * many + net.quantity) / (2 * net.quantity))) }
}

/** As it is written on a pack: 250 g, 1 kg, 1.5 litre. */
export function inLarge({ quantity, unit }: NetContent): {
  number: number
  unit: NetUnit | Measure
} {
  const [per, many] = LARGE[unit]
  return quantity >= many ? { number: quantity / many, unit: per } : { number: quantity, unit }
}
