/** What a company asks for, and what a seller offers. */
import * as v from 'valibot'
import { count, date, id, money, text } from '#worker/http/fields'
import { says } from '#worker/http/language'
import { after, limit } from '#worker/http/paging'
import { amount } from '#worker/kernel/money'
import { DeliveryAddress } from '#worker/market/procuring/companies/requests'
import { QUOTATION_STATUSES } from '#worker/market/procuring/quotations/quotation'

const MOST_LINES = 50
const LINES = says('Isi paling sedikit satu barang.', 'Name at least one thing.')

export const QuotationRequest = v.object({
  enterprise: v.pipe(id(), v.description('Id or slug of the seller')),
  neededBy: v.optional(v.nullable(date()), null),
  ...DeliveryAddress,
  note: v.optional(text(1000, 0), ''),
  lines: v.pipe(
    v.array(
      v.object({
        variantId: v.pipe(
          v.optional(v.nullable(id()), null),
          v.description('One of the seller’s goods, or null for words of your own'),
        ),
        title: text(160, 2),
        quantity: count(1, 999),
        note: v.optional(text(300, 0), ''),
      }),
      LINES,
    ),
    v.minLength(1, LINES),
    v.maxLength(MOST_LINES, says('Paling banyak 50 baris.', '50 lines at most.')),
  ),
})

const price = v.pipe(
  money(100),
  v.maxValue(amount(1_000_000_000), says('Paling banyak 1.000.000.000.', 'At most 1.000.000.000.')),
)

export const QuoteRequest = v.object({
  lines: v.pipe(
    v.array(
      v.object({
        n: v.pipe(count(1, MOST_LINES), v.description('The line of the request')),
        variantId: v.pipe(
          v.optional(v.nullable(id()), null),
          v.description('What you offer for it; null: what was asked for, or a new draft product'),
        ),
        quantity: count(1, 999),
        unitPrice: price,
        madeToOrder: v.optional(v.boolean(), false),
      }),
      LINES,
    ),
    v.minLength(1, LINES),
    v.maxLength(MOST_LINES),
  ),
  discount: v.optional(money(0), 0),
  shipping: money(0),
  leadDays: count(0, 365),
  validUntil: date(),
  tempoDays: count(0, 180),
  note: v.optional(text(1000, 0), ''),
})

export const ReasonRequest = v.object({ reason: text(300, 3) })

export const AcceptanceRequest = v.object({
  revision: v.pipe(count(1, 10_000), v.description('The quote that you saw')),
})

export const QuotationsQuery = v.object({
  status: v.optional(v.picklist(QUOTATION_STATUSES)),
  after: after([v.string()]),
  limit,
})
