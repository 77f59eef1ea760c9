/** What may be asked of a lender's funds. */
import * as v from 'valibot'
import { date, id, money, text } from '#worker/http/fields'
import { says } from '#worker/http/language'
import { after, limit } from '#worker/http/paging'
import { FUND_KINDS } from '#worker/lending/bookkeeping/funds/fund'
import type { FundLoansPart } from '#worker/lending/bookkeeping/funds/queries'
import { BANDS, type Band } from '#worker/lending/reporting/portfolio/grade'
import { CLASSES } from '#worker/lending/reporting/quality/quality'

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
const over = (from: Band) => BANDS.slice(BANDS.indexOf(from))
const OVER = { '30': over('d31'), '60': over('d61'), '90': over('d91') }

/** All of them, those of a class, or those more than so many days late when last counted. */
export const FundLoansQuery = v.strictObject({
  class: v.optional(v.picklist(CLASSES)),
  over: v.optional(v.picklist(['30', '60', '90'])),
  after: after([id()]),
  limit,
})

type Asked = v.InferOutput<typeof FundLoansQuery>

export function fundLoansAsked({ class: name, over: days }: Asked): FundLoansPart {
  if (name) return { class: name }
  return days ? { bands: OVER[days] } : null
}

/** The key carries the balance that the next line leaves behind. */
export const FundLinesQuery = v.strictObject({
  after: after([v.string(), v.number(), v.number()]),
  limit,
})
