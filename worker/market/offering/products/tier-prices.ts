/**
 * Tier prices: from so many of one variant on, each costs less. A variant has five tiers at most; their
 * quantities rise from 2, their prices fall from the variant's own. What one costs is decided by how many
 * of the very same variant are bought together. Prices are whole rupiah a unit.
 */
import { Refusal } from '#worker/kernel/refusal'
import { sentence, type Sentence } from '#worker/kernel/sentence'
import type { Amount } from '#worker/kernel/money'

export type TierPrice = { fromQuantity: number; price: Amount }

/** A variant with its own price and its tiers, in rising order of quantity. */
export type Priced = { price: Amount; tiers: readonly TierPrice[] }

export const MOST_TIERS = 5

/** What one of this variant costs when so many are bought together. */
export function unitPriceAt({ price, tiers }: Priced, quantity: number): Amount {
  return tiers.reduce((now, tier) => (quantity >= tier.fromQuantity ? tier.price : now), price)
}

/** The next tier that so many do not reach yet, for "2 more and each costs Rp 45.000". */
export function nextTier({ tiers }: Priced, quantity: number): TierPrice | undefined {
  return tiers.find((tier) => tier.fromQuantity > quantity)
}

const RISING = sentence(
  'Jumlahnya harus naik dari tingkat ke tingkat.',
  'Quantities rise from tier to tier.',
)
const FALLING = sentence(
  'Harganya harus lebih murah dari tingkat sebelumnya.',
  'The price is lower than that of the tier before.',
)
const TOO_MANY = sentence(
  `Paling banyak ${MOST_TIERS} tingkat harga.`,
  `At most ${MOST_TIERS} tiers.`,
)

/** Refuses tiers of which one asks more than the one before, or begins no later. */
export function refuseUnevenTiers({ price, tiers }: Priced, pointer: string): void {
  if (tiers.length > MOST_TIERS) throw uneven(pointer, TOO_MANY)
  let before: TierPrice = { fromQuantity: 1, price }
  tiers.forEach((tier, i) => {
    if (tier.fromQuantity <= before.fromQuantity) {
      throw uneven(`${pointer}/${i}/fromQuantity`, RISING)
    }
    if (tier.price >= before.price) throw uneven(`${pointer}/${i}/price`, FALLING)
    before = tier
  })
}

function uneven(pointer: string, detail: Sentence): Refusal {
  return new Refusal('malformed', 'These tiers of price do not fall.', {
    errors: [{ pointer, detail }],
  })
}
