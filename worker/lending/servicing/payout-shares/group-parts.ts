/**
 * A share of sales that pays a group's loan. What the group sells together pays the parts of all its
 * members, by what each is asked; what a member sells in a shop of her own pays her own part alone, and is
 * never taken for another's. Of anybody else's sales nobody says whose part they pay.
 */
import { subtract, sum, type Amount } from '#worker/kernel/money'
import { portions } from '#worker/lending/group-lending/loan-shares/portions'
import { membersOf, type GroupLoan } from '#worker/lending/group-lending/loan-shares/group-loan'
import type { Share } from '#worker/lending/group-lending/loan-shares/share'
import type { Standing } from '#worker/lending/group-lending/loan-shares/standing'
import type { Loan } from '#worker/lending/servicing/loans/loan'
import {
  askable,
  askedUpTo,
  type PayoutShare,
} from '#worker/lending/servicing/payout-shares/payout-share'

/** Whose part is paid: all members', one member's, or it is not known. */
export type Payee = 'all' | { shareId: string } | null

export function payeeOf(
  { enterpriseId, agreedBy }: Pick<PayoutShare, 'enterpriseId' | 'agreedBy'>,
  { groupId }: Pick<Loan, 'groupId'>,
  shares: readonly Share[],
): Payee {
  if (groupId === null || shares.length === 0) return null
  if (enterpriseId === groupId) return 'all'
  const hers = shares.find((one) => one.personId === agreedBy)
  return hers === undefined ? null : { shareId: hers.id }
}

const least = (a: Amount, b: Amount): Amount => (a < b ? a : b)

export type Asking = {
  /** What may be asked on the day, of the loan or of her alone. */
  asked: Amount
  payee: Payee
  standings: readonly Standing[]
}

/** What may be asked by a share of sales: of a group's loan no more than the part it pays. */
export function askingOf(
  share: Pick<PayoutShare, 'enterpriseId' | 'agreedBy' | 'ahead'>,
  group: GroupLoan,
): Asking {
  const { loan, shares, today: on } = group
  const { ahead } = share
  const { standings } = membersOf(group, ({ instalments }) => askedUpTo(loan, instalments, on))
  const payee = payeeOf(share, loan, shares)
  const whole = askable(group, { ahead, on })
  const hers = typeof payee === 'object' && standings.find((one) => one.shareId === payee?.shareId)
  const asked = hers ? least(whole, ahead ? hers.left : hers.short) : whole
  return { asked, payee, standings }
}

/** The parts sum to the money; none where nobody knows whose they are. */
export function partsOf(
  money: Amount,
  { payee, standings }: Asking,
): { shareId: string; amount: Amount }[] {
  if (payee === null) return []
  if (payee !== 'all') return [{ ...payee, amount: money }]
  const short = standings.map((one) => one.short)
  const due = least(money, sum(short))
  const now = portions(due, short)
  const left = standings.map((one, i) => subtract(one.left, least(one.left, now[i]!)))
  const later = portions(subtract(money, due), left)
  return standings
    .map(({ shareId }, i) => ({ shareId, amount: sum([now[i]!, later[i]!]) }))
    .filter((one) => one.amount > 0)
}
