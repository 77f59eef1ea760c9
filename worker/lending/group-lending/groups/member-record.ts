/**
 * What one member's own record says, over all meetings of all her groups with a lender: how often she
 * came, how often she herself paid what she was asked, who helped whom. It is hers: neither the group's
 * arrears nor its good name are in it.
 */
import { ZERO, type Amount } from '#worker/kernel/money'
import { nextLimit, type Ladder, type NextLimit } from '#worker/lending/group-lending/groups/ladder'

export type MemberRecord = {
  meetings: number
  attended: number
  asked: Amount
  /** By herself. */
  paid: Amount
  /** Meetings at which she was asked something, and those where she paid all of it herself. */
  asks: number
  kept: number
  /** Meetings at which others or the reserve paid for her, and how much in all. */
  helped: number
  coveredForHer: Amount
  gave: Amount
  /** Still owed to members and to the reserve; and owed to her. */
  owes: Amount
  owed: Amount
  /** Her newest share, and whether that loan is over. */
  lastShare: Amount
  isOver: boolean
}

export const EMPTY: MemberRecord = {
  meetings: 0,
  attended: 0,
  asked: ZERO,
  paid: ZERO,
  asks: 0,
  kept: 0,
  helped: 0,
  coveredForHer: ZERO,
  gave: ZERO,
  owes: ZERO,
  owed: ZERO,
  lastShare: ZERO,
  isOver: false,
}

export type Standing = 'new' | 'good' | 'helped' | 'behind'

/** In one word: she paid everything herself, was helped and owes nothing now, or still owes. */
export function standingOf(record: MemberRecord): Standing {
  if (record.asks === 0) return 'new'
  if (record.owes > 0) return 'behind'
  return record.kept === record.asks ? 'good' : 'helped'
}

/** Her own next limit: late is where she did not pay all herself, however the group fared. */
export function limitOfMember(record: MemberRecord, ladder: Ladder): NextLimit {
  const { lastShare, asks, kept, isOver } = record
  const late = asks - kept
  const cycles = lastShare > 0 ? [{ amount: lastShare, late, isOver }] : []
  return nextLimit(cycles, ladder, ladder.firstLimit)
}
