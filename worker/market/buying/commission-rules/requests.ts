/** What the operator says about commission. */
import * as v from 'valibot'
import { count, date } from '#worker/http/fields'
import { says } from '#worker/http/language'
import { after, limit } from '#worker/http/paging'
import { basisPoints } from '#worker/kernel/money'
import { COMMISSION_SCOPES } from '#worker/market/buying/commission-rules/commission-rule'

export const CommissionRuleRequest = v.pipe(
  v.object({
    scope: v.picklist(COMMISSION_SCOPES),
    reference: v.pipe(
      v.optional(v.pipe(v.string(), v.trim(), v.maxLength(100)), ''),
      v.description('Slug or id of the product, category or enterprise; empty for the default'),
    ),
    bps: v.pipe(
      count(0, 10_000),
      v.transform(basisPoints),
      v.description('In hundredths of a percent: 500 is 5 %'),
    ),
    since: date(),
    until: v.optional(v.nullable(date()), null),
  }),
  v.forward(
    v.check(
      ({ since, until }) => until === null || since <= until,
      says('Tidak lebih awal dari hari pertama.', 'Not before its first day.'),
    ),
    ['until'],
  ),
)

export const EndRequest = v.object({ until: date() })

export const CommissionRulesQuery = v.object({ after: after([v.string()]), limit })
