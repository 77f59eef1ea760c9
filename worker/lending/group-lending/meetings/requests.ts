import * as v from 'valibot'
import { date, id, money, text } from '#worker/http/fields'
import { says } from '#worker/http/language'
import { after, limit } from '#worker/http/paging'

const row = v.strictObject({
  shareId: id(),
  attended: v.boolean(),
  paid: money(0),
  /** Lays something down for who is short, unless she is short herself. */
  covers: v.boolean(),
  /** Into the group's reserve. */
  saved: v.optional(money(0), 0),
  /** Back to members, and the reserve, who once paid for her. */
  paidBack: v.optional(money(0), 0),
})

export const MeetingRequest = v.strictObject({
  heldOn: date(),
  place: v.optional(text(120, 0), ''),
  note: v.optional(text(1000, 0), ''),
  /** What is short comes out of the reserve first. */
  useReserve: v.boolean(),
  rows: v.pipe(
    v.array(row),
    v.minLength(1, says('Isi lembarnya dulu.', 'Fill in the sheet.')),
    v.maxLength(60, says('Paling banyak 60 anggota.', 'At most 60 members.')),
  ),
})
export type MeetingRequest = v.InferInput<typeof MeetingRequest>

export const SheetQuery = v.strictObject({ on: v.optional(date()) })

export const HandOverRequest = v.strictObject({ amount: money() })

export const MeetingReversalRequest = v.strictObject({ reason: text(500, 5) })

/** `carried`: their cash has not been counted by the lender yet. */
export const MeetingsQuery = v.strictObject({
  which: v.optional(v.picklist(['all', 'carried']), 'all'),
  after: after([id()]),
  limit,
})
