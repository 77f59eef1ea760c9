/** What may be proposed about a lender's book. */
import * as v from 'valibot'
import { date, id, money, text } from '#worker/http/fields'
import { says } from '#worker/http/language'
import { after, limit } from '#worker/http/paging'
import { BY_HAND, EXPENSES, type Expense } from '#worker/ledger/chart/hand'

const reason = text(300, 5)
const expenses = Object.keys(EXPENSES) as [Expense, ...Expense[]]

const Line = v.strictObject({
  code: v.picklist(BY_HAND, says('Pilih akunnya.', 'Choose an account.')),
  /** Of operating expenses: what for. */
  category: v.optional(v.picklist(expenses)),
  debit: v.optional(money(0), 0),
  credit: v.optional(money(0), 0),
})

export const EntryProposal = v.strictObject({
  kind: v.literal('entry'),
  on: v.optional(date()),
  description: text(200, 3),
  lines: v.pipe(
    v.array(Line),
    v.minLength(2, says('Paling sedikit dua baris.', 'At least two lines.')),
    v.maxLength(20, says('Paling banyak dua puluh baris.', 'Twenty lines at most.')),
  ),
})

export const ProposalRequest = v.variant('kind', [
  EntryProposal,
  v.strictObject({
    kind: v.literal('reversal'),
    on: v.optional(date()),
    entryId: id(),
    reason,
  }),
  v.strictObject({
    kind: v.literal('fund-return'),
    on: v.optional(date()),
    fundId: id(),
    amount: money(),
    channel: v.optional(v.picklist(['bank', 'cash']), 'bank'),
    reason,
  }),
  v.strictObject({
    kind: v.literal('reopening'),
    month: v.pipe(v.string(), v.regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'A month as 2026-11.')),
    reason,
  }),
])

export const RefusalRequest = v.strictObject({ reasons: text(300, 5) })

export const ProposalsQuery = v.strictObject({
  status: v.optional(v.picklist(['proposed', 'all']), 'proposed'),
  after: after([id()]),
  limit,
})
