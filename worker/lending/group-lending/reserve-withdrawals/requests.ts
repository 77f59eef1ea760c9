import * as v from 'valibot'
import { money, text } from '#worker/http/fields'
import { says } from '#worker/http/language'

export const WithdrawalRequest = v.strictObject({ amount: money(), reason: text(500, 5) })

export const WithdrawalDecisionRequest = v.strictObject({
  outcome: v.picklist(['paid', 'refused'], says('Bayar atau tolak.', 'paid or refused')),
  answer: v.optional(text(500, 0), ''),
})
