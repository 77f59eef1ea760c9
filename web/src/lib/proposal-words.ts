/** What a proposal about a lender's book is, and where it stands, in the reader's language. */
import { month } from '#lib/format.ts'
import { m } from '#lib/paraglide/messages.js'
import { getLocale } from '#lib/paraglide/runtime.js'

export type ShownProposal = {
  kind: 'entry' | 'reversal' | 'fund-return' | 'reopening'
  status: 'proposed' | 'approved' | 'refused' | 'withdrawn'
  month: string | null
}

export function kindWords({ kind, month: of }: ShownProposal): string {
  if (kind === 'reopening') {
    return m.lbook_kind_reopening({ month: of ? month(`${of}-01`, getLocale()) : '' })
  }
  if (kind === 'reversal') return m.lbook_kind_reversal()
  return kind === 'entry' ? m.lbook_kind_entry() : m.lbook_kind_fund_return()
}

const STATES = {
  proposed: m.lbook_status_proposed,
  approved: m.lbook_status_approved,
  refused: m.lbook_status_refused,
  withdrawn: m.lbook_status_withdrawn,
} as const

export const stateWords = ({ status }: ShownProposal): string => STATES[status]()

const TONES = { proposed: 'warn', approved: 'good', refused: 'bad', withdrawn: 'quiet' } as const
export const toneOf = ({ status }: ShownProposal) => TONES[status]
