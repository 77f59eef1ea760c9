/** A sheet as it was typed, as the API wants it: the same in the browser and on the server. */
import { amountFrom } from '#lib/format.ts'
import { amount } from '#worker/kernel/money'
import type { Row } from '#worker/lending/group-lending/meetings/sheet'
import type { MeetingRequest } from '#worker/lending/group-lending/meetings/requests'

export type Typed = Readonly<Record<string, string | boolean | undefined>>

const text = (typed: Typed, name: string) => String(typed[name] ?? '').trim()
const ticked = (typed: Typed, name: string) => typed[name] === true || typed[name] === 'on'

/** Nothing typed is nothing paid; what is no amount is sent as it is not, so that it is pointed at. */
function rupiah(typed: Typed, name: string): number {
  const written = text(typed, name)
  return written === '' ? 0 : (amountFrom(written) ?? Number.NaN)
}

export function rowIn(typed: Typed, shareId: string) {
  return {
    shareId,
    attended: ticked(typed, `attended-${shareId}`),
    paid: rupiah(typed, `paid-${shareId}`),
    covers: ticked(typed, `covers-${shareId}`),
    saved: rupiah(typed, `saved-${shareId}`),
    paidBack: rupiah(typed, `back-${shareId}`),
  }
}

/** For the sums while one types: what is no amount counts as nothing yet. */
export function countedRow(typed: Typed, shareId: string): Row {
  const row = rowIn(typed, shareId)
  const sound = (n: number) => amount(Number.isSafeInteger(n) && n >= 0 && n <= 1e12 ? n : 0)
  return { ...row, paid: sound(row.paid), saved: sound(row.saved), paidBack: sound(row.paidBack) }
}

export function meetingIn(typed: Typed): MeetingRequest {
  const members = text(typed, 'members').split(',').filter(Boolean)
  return {
    heldOn: text(typed, 'heldOn'),
    place: text(typed, 'place'),
    note: text(typed, 'note'),
    useReserve: ticked(typed, 'useReserve'),
    rows: members.map((shareId) => rowIn(typed, shareId)),
  }
}
