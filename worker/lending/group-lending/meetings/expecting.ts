/**
 * What a sheet expects of each member before the meeting: what she is behind up to the due date that the
 * meeting asks for, what is left of her share, and whom she owes.
 */
import { subtract } from '#worker/kernel/money'
import type { Cover } from '#worker/lending/group-lending/covers/cover'
import type { Share } from '#worker/lending/group-lending/loan-shares/share'
import type { Standing } from '#worker/lending/group-lending/loan-shares/standing'
import type { Expected } from '#worker/lending/group-lending/meetings/sheet'

export function expectedOf(
  shares: readonly Share[],
  standings: readonly Standing[],
  covers: readonly Cover[],
): Expected[] {
  return shares.map(({ id, name }, i) => ({
    shareId: id,
    name,
    asked: standings[i]!.short,
    left: standings[i]!.left,
    debts: covers
      .filter((one) => one.owedBy === id && one.reversedAt === null && one.repaid < one.amount)
      .map((one) => ({
        coverId: one.id,
        owedTo: one.owedTo,
        left: subtract(one.amount, one.repaid),
      })),
  }))
}
