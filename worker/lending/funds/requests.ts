/** What may be asked of a lender's funds. */
import * as v from 'valibot'
import { date, id, money, text } from '#worker/http/fields'
import { says } from '#worker/http/language'
import { after, limit } from '#worker/http/paging'
import { FUND_KINDS } from '#worker/lending/funds/fund'

const told = {
  name: text(80),
  kind: v.picklist(FUND_KINDS, says('Pilih jenis dananya.', 'Choose the kind of fund.')),
  funderName: text(120),
  /** The slug of the funder, where it is an organization of the network: it sees this fund. */
  funder: v.optional(v.nullable(v.pipe(v.string(), v.trim(), v.maxLength(100))), null),
  /** What the money may be used for; empty when it is free. */
  restriction: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(500)), ''),
  promised: v.optional(v.nullable(money()), null),
}

export const FundRequest = v.strictObject({ ...told, openedOn: v.optional(date()) })

export const FundChangeRequest = v.strictObject({
  ...told,
  status: v.optional(v.picklist(['open', 'closed']), 'open'),
})

export const FundReceiptRequest = v.strictObject({
  amount: money(),
  source: text(120),
  receivedOn: v.optional(date()),
  /** The lender's first fund when left out. */
  fundId: v.optional(id()),
  channel: v.optional(v.picklist(['bank', 'cash']), 'bank'),
})

export const FundsQuery = v.strictObject({ after: after([id()]), limit })
export const FundLoansQuery = v.strictObject({ after: after([id()]), limit })
/** The key carries the balance that the next line leaves behind. */
export const FundLinesQuery = v.strictObject({
  after: after([v.string(), v.number(), v.number()]),
  limit,
})
