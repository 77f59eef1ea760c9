/** What the treasurer asks and says about money that has come. */
import * as v from 'valibot'
import { date, money, text } from '#worker/http/fields'
import { after, limit } from '#worker/http/paging'
import { amount } from '#worker/kernel/money'

export const PAYMENT_STATES = ['pending', 'settled', 'expired', 'cancelled'] as const

export const PaymentsQuery = v.object({
  status: v.optional(v.picklist(PAYMENT_STATES), 'pending'),
  total: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^\d{1,13}$/, 'Whole rupiah, digits only.'),
      v.transform((digits) => amount(Number(digits))),
      v.description('Exactly this total, as it stands on the bank statement'),
    ),
  ),
  code: v.optional(
    v.pipe(
      v.string(),
      v.maxLength(20),
      v.transform((code) => code.trim().toUpperCase()),
    ),
  ),
  after: after([v.number(), v.string()]),
  limit,
})

const Received = {
  amount: money(),
  receivedOn: date(),
  reference: v.optional(text(120, 0), ''),
}

export const SettlementRequest = v.object(Received)
