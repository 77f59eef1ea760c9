/** What a buyer may complain of, in words. */
import { m } from '#lib/paraglide/messages.js'
import type { ComplaintKind } from '#worker/market/fulfilling/complaints/complaint'

const WORDS: Readonly<Record<ComplaintKind, () => string>> = {
  'not-arrived': m.returns_kind_not_arrived,
  damaged: m.returns_kind_damaged,
  wrong: m.returns_kind_wrong,
  other: m.returns_kind_other,
  'return-refused': m.returns_kind_return_refused,
}

export const complaintWords = (kind: ComplaintKind): string => WORDS[kind]()
