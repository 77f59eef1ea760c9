/**
 * A tie says who is kin, of one household, or in business with whom, so that nobody judges the application
 * of her own people. It names the other by telephone number. Stated by herself it is confidential: it
 * holds at every lender and only she reads it; recorded by a lender's owner it holds at that lender.
 */
import { refuseUnless } from '#worker/kernel/refusal'

export const RELATIONS = ['household', 'family', 'business'] as const
export type Relation = (typeof RELATIONS)[number]

export type Tie = {
  id: string
  personId: string
  phone: string
  relation: Relation
  /** Where it was recorded; null: she stated it herself. */
  lenderId: string | null
  statedBy: string
  statedAt: number
}

type Of = { id: string; phone: string | null }

/** Refuses a tie of somebody to herself. */
export function stateTie(of: Of, phone: string, tie: Omit<Tie, 'personId' | 'phone'>): Tie {
  refuseUnless(of.phone !== phone, 'outside-limits', 'Nobody is tied to herself.')
  return { ...tie, personId: of.id, phone }
}
