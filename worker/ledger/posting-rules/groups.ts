/**
 * How money moves around the meetings of a group. Cash paid at a meeting is in somebody's hands until the
 * lender's cashier has counted it: meanwhile it stands in an account of cash of that meeting, so the books
 * say who owes it. A group's reserve is the lender's debt to the group.
 */
import type { Amount } from '#worker/kernel/money'
import { account } from '#worker/ledger/account'
import type { Posting } from '#worker/ledger/entry'
import type { Common } from '#worker/ledger/posting-rules/flow'

type Gathered = { id: string; groupId: string; toLoan: Amount; toReserve: Amount }

/** Repayments stand in cash already; what is carried from the meeting moves to its own account. */
export function meetingHeld({ book, on }: Common, meeting: Gathered): Posting {
  const { id, groupId, toLoan, toReserve } = meeting
  const carried = account(book, 'cash', id)
  return {
    book,
    rule: 'meeting-held',
    subject: id,
    description: 'Uang pertemuan kelompok, dibawa ke kantor',
    valueOn: on,
    transfers: [
      { debit: carried, credit: account(book, 'cash'), amount: toLoan },
      { debit: carried, credit: account(book, 'group-reserve', groupId), amount: toReserve },
    ],
  }
}

export function handOverReceived(
  { book, on }: Common,
  { id, cash }: { id: string; cash: Amount },
): Posting {
  return {
    book,
    rule: 'hand-over-received',
    subject: id,
    description: 'Setoran uang pertemuan kelompok diterima kasir',
    valueOn: on,
    transfers: [{ debit: account(book, 'cash'), credit: account(book, 'cash', id), amount: cash }],
  }
}

/** The loan takes its repayments back by itself; here goes what lay beside it. */
export function meetingReversed(
  { book, on }: Common,
  { isCarried, ...meeting }: Gathered & { isCarried: boolean },
): Posting {
  const { id, groupId, toLoan, toReserve } = meeting
  const where = isCarried ? account(book, 'cash', id) : account(book, 'cash')
  const reserve = account(book, 'group-reserve', groupId)
  return {
    book,
    rule: 'meeting-reversed',
    subject: id,
    description: 'Pembatalan lembar pertemuan kelompok',
    valueOn: on,
    transfers: [
      ...(isCarried ? [{ debit: account(book, 'cash'), credit: where, amount: toLoan }] : []),
      { debit: reserve, credit: where, amount: toReserve },
    ],
  }
}

/** A debt to the reserve is paid back at the counter. */
export function reserveFilled(
  { book, on }: Common,
  { id, groupId, amount }: { id: string; groupId: string; amount: Amount },
): Posting {
  return {
    book,
    rule: 'reserve-filled',
    subject: id,
    description: 'Cadangan tanggung renteng diisi kembali',
    valueOn: on,
    transfers: [
      { debit: account(book, 'cash'), credit: account(book, 'group-reserve', groupId), amount },
    ],
  }
}

export function reserveWithdrawn(
  { book, on }: Common,
  { id, groupId, amount }: { id: string; groupId: string; amount: Amount },
): Posting {
  return {
    book,
    rule: 'reserve-withdrawn',
    subject: id,
    description: 'Cadangan tanggung renteng diambil kelompok',
    valueOn: on,
    transfers: [
      { debit: account(book, 'group-reserve', groupId), credit: account(book, 'cash'), amount },
    ],
  }
}
