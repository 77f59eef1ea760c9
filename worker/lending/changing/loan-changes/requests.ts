/** What may be proposed about a loan, and what is asked of whoever decides. */
import * as v from 'valibot'
import { count, date, id, money, text } from '#worker/http/fields'
import { says } from '#worker/http/language'
import { after, limit } from '#worker/http/paging'
import { percent } from '#worker/lending/offering/loan-products/requests'
import { OCCASIONS } from '#worker/lending/changing/loan-changes/measure'

const HIGHEST_RATE = 100

/** What is left out stays as it is. */
const Terms = v.pipe(
  v.strictObject({
    instalments: v.optional(count(1, 360)),
    /** Instead of their number: the most that she can carry each time. */
    instalment: v.optional(money()),
    firstDueOn: v.optional(date()),
    annualRate: v.optional(percent(HIGHEST_RATE)),
    every: v.optional(count(1, 60)),
    unit: v.optional(v.picklist(['day', 'week', 'month'])),
    amortization: v.optional(v.picklist(['equalInstalment', 'equalPrincipal'])),
    graceOnPrincipal: v.optional(count(0, 60)),
    graceOnInterestPayment: v.optional(count(0, 60)),
  }),
  v.check(
    (terms) => Object.values(terms).some((one) => one !== undefined),
    says('Isi paling sedikit satu perubahan.', 'Change at least one thing.'),
  ),
)

const part = <const Parts extends readonly string[]>(parts: Parts) =>
  v.picklist(parts, says('Pilih bagiannya.', 'Choose the part.'))

export const MeasureRequest = v.variant('kind', [
  v.strictObject({ kind: v.literal('reschedule'), terms: Terms }),
  v.strictObject({
    kind: v.literal('pause'),
    until: date(),
    interest: v.picklist(['none', 'runs'], says('Pilih salah satu.', 'none or runs.')),
  }),
  v.strictObject({
    kind: v.literal('waiver'),
    part: part(['interest', 'fees', 'penalties']),
    amount: money(),
  }),
  v.strictObject({ kind: v.literal('charge'), part: part(['fees', 'penalties']), amount: money() }),
  v.strictObject({ kind: v.literal('discount'), amount: money() }),
  v.strictObject({ kind: v.literal('write-off') }),
])

export const PreviewRequest = v.strictObject({ measure: MeasureRequest })

export const ChangeRequest = v.strictObject({
  measure: MeasureRequest,
  occasion: v.optional(v.picklist(OCCASIONS), 'loan'),
  reason: text(500, 5),
})

/** The number of the loan's last event that was looked at. */
export const ApprovalRequest = v.strictObject({ loanVersion: count(1, 1_000_000) })

export const RefusalRequest = v.strictObject({ reasons: text(500, 5) })

export const ChangesQuery = v.strictObject({
  status: v.optional(v.picklist(['proposed', 'all']), 'proposed'),
  after: after([id()]),
  limit,
})

export const RecoveryRequest = v.strictObject({
  amount: money(),
  receivedOn: v.optional(date()),
  channel: v.picklist(['cash', 'transfer'], says('Tunai atau transfer.', 'cash or transfer.')),
  payerName: v.optional(text(120)),
})
