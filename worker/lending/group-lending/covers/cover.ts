/**
 * One member paid for another, or the group's reserve did. The lender has its money; what is left is a
 * debt between two people, paid back in any parts, never more than was laid down. Whoever is owed may
 * say herself that she got it back.
 */
import { subtract, rupiah, type Amount } from '#worker/kernel/money'
import { Refusal, refuseUnless } from '#worker/kernel/refusal'
import { sentence } from '#worker/kernel/sentence'

export type Cover = {
  id: string
  loanId: string
  owedBy: string
  /** The reserve where it is nobody. */
  owedTo: string | null
  amount: Amount
  repaid: Amount
  coveredOn: string
  reversedAt: number | null
  version: number
}

/** Refuses more than is left, and what a reversed meeting laid down. */
export function payBack(cover: Cover, amount: Amount): Cover {
  refuseUnless(cover.reversedAt === null, 'already-reversed', 'That meeting was reversed.')
  const left = subtract(cover.amount, cover.repaid)
  refuseUnless(left > 0, 'nothing-due', 'This has been paid back.')
  if (amount > left) {
    const detail = sentence(`Sisanya ${rupiah(left)}.`, `Only ${rupiah(left)} is left.`)
    throw new Refusal('outside-limits', detail.en, { errors: [{ pointer: '/amount', detail }] })
  }
  const repaid = (cover.repaid + amount) as Amount
  return { ...cover, repaid, version: cover.version + 1 }
}
