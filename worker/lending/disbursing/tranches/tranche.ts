/**
 * A loan may be handed over in parts, each after something was done: decided by an approver before it is
 * accepted, written into the agreement, and handed over in order, each part once.
 */
import { rupiah, sum, type Amount } from '#worker/kernel/money'
import { Refusal } from '#worker/kernel/refusal'
import { sentence } from '#worker/kernel/sentence'
import type { Application } from '#worker/lending/applying/loan-applications/loan-application'

export type Tranche = {
  n: number
  amount: Amount
  /** What it is for, or what is to be done before. */
  note: string
  /** The event of the loan by which it was handed over. */
  seq: number | null
}

type Part = { amount: Amount; note: string }

/** In parts that sum to what was approved; none: handed over whole. */
export function divide(application: Application, parts: readonly Part[]): Tranche[] {
  const approved = application.approvedAmount
  if (application.status !== 'approved' || approved === null) {
    throw new Refusal('illegal-transition', 'Only what was approved and not accepted is divided.')
  }
  if (parts.length === 0) return []
  const whole = sum(parts.map((one) => one.amount))
  if (parts.length < 2 || whole !== approved) {
    const detail = sentence(
      `Paling sedikit dua bagian, berjumlah ${rupiah(approved)}.`,
      `At least two parts, which come to ${rupiah(approved)}.`,
    )
    throw new Refusal('amount-mismatch', 'The parts do not sum to it.', {
      errors: [{ pointer: '/tranches', detail }],
    })
  }
  return parts.map((one, i) => ({ n: i + 1, ...one, seq: null }))
}

/** The next part to hand over, in order. */
export function nextOf(tranches: readonly Tranche[]): Tranche {
  const next = tranches.find((one) => one.seq === null)
  if (!next) throw new Refusal('already-disbursed', 'Every part has been handed over.')
  return next
}
