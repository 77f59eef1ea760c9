/** What kind of fund it is, in the reader's language. */
import { m } from '#lib/paraglide/messages.js'
import type { FundKind } from '#worker/lending/bookkeeping/funds/fund'

const KINDS: Record<FundKind, () => string> = {
  csr: m.funds_kind_csr,
  revolving: m.funds_kind_revolving,
  own: m.funds_kind_own,
  grant: m.funds_kind_grant,
}

export const fundKind = (kind: FundKind): string => KINDS[kind]()

export const fundKinds = () =>
  (Object.keys(KINDS) as FundKind[]).map((value) => ({ value, label: KINDS[value]() }))
