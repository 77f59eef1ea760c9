/** What a product lends: amounts and numbers of instalments; by seasons only whole rounds of them. */
import { amount, rupiah, type Amount } from '#worker/kernel/money'
import { Refusal } from '#worker/kernel/refusal'
import { sentence } from '#worker/kernel/sentence'
import type { Offer } from '#worker/lending/offering/loan-products/loan-product'
import { termsOffered } from '#worker/lending/offering/loan-products/price'

const between = (least: string | number, most: string | number) =>
  sentence(`Dari ${least} sampai ${most}.`, `From ${least} to ${most}.`)

/** Refuses what the product does not lend, beside the fields. */
export function withinLimits(
  product: Offer,
  { amount: wanted, instalments }: { amount: Amount; instalments: number },
): void {
  const { minPrincipal, maxPrincipal, minInstalments, maxInstalments, weights } = product
  const seasons = weights.length
  const errors = [
    ...(wanted < minPrincipal || wanted > maxPrincipal
      ? [{ pointer: '/amount', detail: between(rupiah(minPrincipal), rupiah(maxPrincipal)) }]
      : []),
    ...(instalments < minInstalments || instalments > maxInstalments
      ? [{ pointer: '/instalments', detail: between(minInstalments, maxInstalments) }]
      : seasons > 0 && instalments % seasons !== 0
        ? [{ pointer: '/instalments', detail: wholeSeasons(seasons) }]
        : []),
  ]
  if (errors.length > 0) {
    throw new Refusal('outside-limits', 'The product does not lend this.', { errors })
  }
}

const wholeSeasons = (seasons: number) =>
  sentence(
    `Kelipatan ${seasons}, supaya berakhir dengan panen.`,
    `A multiple of ${seasons}, so that it ends with a harvest.`,
  )

const USUAL_AMOUNT = 10_000_000
const USUAL_INSTALMENTS = 12

/** A loan such as many take: near ten million in a dozen instalments, within the limits. */
export function exampleOf(offer: Offer): { amount: Amount; instalments: number } {
  const { minPrincipal, maxPrincipal, minInstalments } = offer
  const near = (value: number) => Math.abs(value - USUAL_INSTALMENTS)
  const [first = minInstalments, ...others] = termsOffered(offer)
  return {
    amount: amount(Math.min(maxPrincipal, Math.max(minPrincipal, USUAL_AMOUNT))),
    instalments: others.reduce((best, one) => (near(one) < near(best) ? one : best), first),
  }
}
