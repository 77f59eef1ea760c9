/** What may be asked of vouchers and of the money partners pay in for them. */
import * as v from 'valibot'
import { count, date, id, money, text } from '#worker/http/fields'
import { says } from '#worker/http/language'
import { after, limit } from '#worker/http/paging'
import { line } from '#worker/identity/requests'
import { basisPoints } from '#worker/kernel/money'
import { plainCode } from '#worker/market/buying/vouchers/voucher'

const MOST_LISTED = 50

const Code = v.pipe(
  v.string(says('Tulis kodenya.', 'Write the code.')),
  v.transform(plainCode),
  v.regex(
    /^[A-Z0-9]{4,20}$/,
    says('Kode: 4 sampai 20 huruf dan angka.', 'A code has 4 to 20 letters and digits.'),
  ),
)

const Percent = v.pipe(
  count(1, 10_000),
  v.transform(basisPoints),
  v.description('In hundredths of a percent: 1000 is 10 %'),
)

const Terms = {
  label: line(60, 3),
  minimum: v.optional(money(0), 0),
  startsOn: date(),
  endsOn: v.pipe(v.optional(v.nullable(date()), null), v.description('Its last day')),
  mostUses: v.optional(v.nullable(count(1, 1_000_000)), null),
  mostPerBuyer: v.optional(v.nullable(count(1, 1000)), null),
  budget: v.optional(v.nullable(money()), null),
  categories: v.optional(v.pipe(v.array(id()), v.maxLength(MOST_LISTED)), []),
  enterprises: v.optional(v.pipe(v.array(id()), v.maxLength(MOST_LISTED)), []),
}

export const VoucherRequest = v.pipe(
  v.variant('kind', [
    v.object({
      kind: v.literal('percent'),
      code: Code,
      percentBps: Percent,
      cap: v.optional(v.nullable(money()), null),
      ...Terms,
    }),
    v.object({ kind: v.literal('amount'), code: Code, cap: money(), ...Terms }),
    v.object({
      kind: v.literal('shipping'),
      code: v.pipe(
        v.optional(v.nullable(Code), null),
        v.description('Without one, a seller’s applies by itself'),
      ),
      cap: v.optional(v.nullable(money()), null),
      ...Terms,
    }),
  ]),
  v.forward(
    v.check(
      ({ startsOn, endsOn }) => endsOn === null || startsOn <= endsOn,
      says('Tidak lebih awal dari hari pertama.', 'Not before its first day.'),
    ),
    ['endsOn'],
  ),
)

export type VoucherInput = v.InferOutput<typeof VoucherRequest>

export const VouchersQuery = v.object({ after: after([v.string()]), limit })

/** Money that a partner has transferred to the operator. */
export const DepositRequest = v.object({
  partner: v.pipe(id(), v.description('Her slug or id')),
  amount: money(),
  receivedOn: date(),
  reference: text(80, 3),
})

export const DepositsQuery = VouchersQuery
