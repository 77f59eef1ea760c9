// What is on sale at an instant of the past, and what a buyer takes from it.

import type { Chance } from '#db/seed/random'
import { fameOf, type Offered } from '#db/seed/large/goods'

export class Shelf {
  private readonly offered: readonly Offered[]
  /** Sums of fame up to and including each thing, so that one is found by halving. */
  private readonly sums: Float64Array
  private listed = 0
  private readonly shops = new Map<string, Offered[]>()

  /** `offered` oldest first. */
  constructor(offered: readonly Offered[]) {
    this.offered = offered
    this.sums = new Float64Array(offered.length)
    let sum = 0
    for (const [i, one] of offered.entries()) this.sums[i] = sum += fameOf(one)
  }

  /** Something on sale then, of which there is enough, if chance finds it. `at` never goes back. */
  some(luck: Chance, at: number, quantity: number): Offered | undefined {
    this.open(at)
    for (let tries = 0; tries < 20 && this.listed > 0; tries += 1) {
      const one = this.offered[this.at(luck.next() * (this.sums[this.listed - 1] ?? 0))]
      if (one && one.stock >= quantity) return one
    }
    return undefined
  }

  /** Something else of the same shop, as people do who pay its shipping anyway. */
  beside(luck: Chance, one: Offered, quantity: number): Offered | undefined {
    const shop = this.shops.get(one.enterpriseId) ?? []
    for (let tries = 0; tries < 8 && shop.length > 1; tries += 1) {
      const other = luck.pick(shop)
      if (other.productId !== one.productId && other.stock >= quantity) return other
    }
    return undefined
  }

  /** What has been listed by then stands on the shelf. */
  private open(at: number): void {
    for (let next = this.offered[this.listed]; next && next.listedAt < at;) {
      const shop = this.shops.get(next.enterpriseId)
      if (shop) shop.push(next)
      else this.shops.set(next.enterpriseId, [next])
      this.listed += 1
      next = this.offered[this.listed]
    }
  }

  private at(sum: number): number {
    let [low, high] = [0, this.listed - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.sums[middle] ?? 0) > sum) high = middle
      else low = middle + 1
    }
    return low
  }
}
