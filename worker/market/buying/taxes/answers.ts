/** A seller's registration for value-added tax, and the rules of it, as the API answers them. */
import * as v from 'valibot'
import { fractionOf, type TaxRegistration, type TaxRule } from '#worker/market/buying/taxes/tax'

export const TaxRegistrationAnswer = v.strictObject({
  npwp: v.nullable(v.string()),
  pkpSince: v.pipe(v.nullable(v.string()), v.description('The day from which on she charges it')),
})

export function describeRegistration({ npwp, pkpSince }: TaxRegistration) {
  return { npwp, pkpSince }
}

const Rule = v.strictObject({
  name: v.literal('ppn'),
  since: v.string(),
  rateBps: v.number(),
  basePart: v.number(),
  baseWhole: v.number(),
  included: v.pipe(
    v.strictObject({ numerator: v.number(), denominator: v.number() }),
    v.description('Of a price that includes it'),
  ),
  source: v.string(),
})

export const TaxRulesAnswer = v.strictObject({ items: v.array(Rule), next: v.null() })

export function describeTaxRules(rules: readonly TaxRule[]): v.InferOutput<typeof TaxRulesAnswer> {
  const items = rules.map((rule) => {
    const [numerator, denominator] = fractionOf(rule)
    return { ...rule, included: { numerator, denominator } }
  })
  return { items: items.reverse(), next: null }
}
