/** Rules of commission as the API answers them. */
import * as v from 'valibot'
import { pageOf } from '#worker/http/paging'
import type { LocalDate } from '#worker/kernel/calendar'
import {
  COMMISSION_SCOPES,
  inForce,
  type CommissionRule,
} from '#worker/market/buying/commission-rules/commission-rule'

export const CommissionRuleAnswer = v.strictObject({
  id: v.string(),
  scope: v.picklist(COMMISSION_SCOPES),
  reference: v.string(),
  named: v.pipe(v.nullable(v.string()), v.description('Of what it speaks')),
  bps: v.number(),
  since: v.string(),
  until: v.pipe(v.nullable(v.string()), v.description('Its last day')),
  inForce: v.boolean(),
})

export const CommissionRulePage = v.strictObject({
  ...pageOf(CommissionRuleAnswer).entries,
  settingBps: v.pipe(v.number(), v.description('The network’s, where no rule is in force')),
})

export function describeCommissionRule(
  rule: CommissionRule,
  { named, on }: { named: string | null; on: LocalDate },
): v.InferOutput<typeof CommissionRuleAnswer> {
  return { ...rule, named, inForce: inForce(rule, on) }
}
