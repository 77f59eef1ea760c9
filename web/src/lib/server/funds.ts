/** What a form says of a fund, as the API wants it. */
import { rupiahIn, type Typed } from '#lib/server/forms.ts'
import type { FundKind } from '#worker/lending/bookkeeping/funds/fund'

export function fundIn(typed: Typed) {
  return {
    name: typed.name ?? '',
    kind: (typed.kind ?? '') as FundKind,
    funderName: typed.funderName ?? '',
    funder: typed.funder?.trim() ? typed.funder.trim() : null,
    restriction: typed.restriction ?? '',
    promised: typed.promised?.trim() ? rupiahIn(typed, 'promised') : null,
  }
}
