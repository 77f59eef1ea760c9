/**
 * What the reader of a dossier may do with the application now, found by trying: each act is decided as
 * if she did it, and only the refusal is kept. So a page never offers what would be refused.
 */
import type { Amount } from '#worker/kernel/money'
import { Refusal } from '#worker/kernel/refusal'
import {
  refuseAlone,
  type ApprovalRules,
  type Vote,
} from '#worker/lending/reviewing/approvals/approval'
import type { Application } from '#worker/lending/applying/loan-applications/loan-application'
import type { LoanProduct } from '#worker/lending/offering/loan-products/loan-product'
import { voted } from '#worker/lending/reviewing/reviews/committee'
import { decide, recommend, take, type Judge } from '#worker/lending/reviewing/reviews/judgement'
import type { ScoreSheet } from '#worker/lending/reviewing/scorecards/scorecard'

type Read = {
  row: Application
  product: LoanProduct
  rules: ApprovalRules
  judge: Judge
  limit: Amount | null
  standing: { round: number | null; owed: number }
  votes: readonly (Vote & { reason: string; causes: string })[]
}

function refusalOf(act: () => unknown): string | null {
  try {
    act()
    return null
  } catch (reason) {
    if (reason instanceof Refusal) return reason.type
    throw reason
  }
}

/** The permissions she holds at this lender. */
type Held = { recommends: boolean; decides: boolean }

export type May = Record<'take' | 'handOver' | 'recommend' | 'decide' | 'vote', string | null>

export function mayDo(read: Read, sheet: ScoreSheet, { recommends, decides }: Held): May {
  const { row, product, rules, judge, limit } = read
  const amount = row.recommendedAmount ?? row.amount
  const instalments = row.recommendedInstalments ?? row.instalments
  const advice = { amount, instalments, note: '', conditions: [], why: '' }
  const rejection = { outcome: 'rejected', causes: [], reasons: '' } as const
  const as = (holds: boolean, act: () => unknown) => (holds ? refusalOf(act) : 'not-permitted')
  const reading = { product, judge, sheet, version: 0 }
  return {
    take: as(recommends, () => take(row, judge)),
    handOver: row.officerId === judge.personId ? null : 'taken-by-another',
    recommend: as(recommends, () => recommend(row, reading, { advice: 'lend', ...advice })),
    decide: as(decides, () => {
      decide(row, product, judge, rejection)
      refuseAlone(rules, amount, limit)
    }),
    vote: as(decides, () => voted(read, { outcome: 'reject', reason: '', causes: [] })),
  }
}
