/**
 * A condition is what must be done before the money is handed over: a signature, a paper, an account. It
 * is written with the approval and ticked by an officer; while one is open nothing is disbursed.
 */
import { found, refuseUnless } from '#worker/kernel/refusal'
import type { Application } from '#worker/lending/applying/loan-applications/loan-application'

export type Condition = {
  n: number
  text: string
  metBy: string | null
  metAt: number | null
  note: string
}

type Tick = { n: number; isMet: boolean; note: string; personId: string; at: number }

/** Ticked, or opened again while the money is not handed over. Refuses what stands so already. */
export function tick(
  application: Application,
  conditions: readonly Condition[],
  { n, isMet, note, personId, at }: Tick,
): { application: Application; condition: Condition } {
  const { status } = application
  refuseUnless(personId !== application.applicantId, 'own-application', 'Not of her own.')
  const isWaiting = status === 'approved' || status === 'accepted'
  refuseUnless(isWaiting, 'illegal-transition', 'Its conditions are no longer asked for.')
  const condition = found(
    conditions.find((one) => one.n === n),
    'condition',
  )
  refuseUnless((condition.metAt !== null) !== isMet, 'already-exists', 'It stands so already.')
  const ticked = isMet ? { metBy: personId, metAt: at } : { metBy: null, metAt: null }
  return {
    application: { ...application, version: application.version + 1 },
    condition: { ...condition, ...ticked, note },
  }
}
