/**
 * A visit in the field: when somebody of the lender went to see, where, and what was seen; with one
 * picture, if there is one. It belongs to an application and is never changed.
 */
import type { LocalDate } from '#worker/kernel/calendar'
import { Refusal } from '#worker/kernel/refusal'
import { sentence } from '#worker/kernel/sentence'
import type { Application } from '#worker/lending/applying/loan-applications/loan-application'
import { impartial, type Judge } from '#worker/lending/reviewing/reviews/judgement'
import { refuseUnless } from '#worker/kernel/refusal'

export type FieldVisit = {
  id: string
  applicationId: string
  officerId: string
  visitedOn: LocalDate
  place: string
  note: string
  /** The hash of its picture, and what kind it is. */
  picture: string | null
  pictureType: string | null
  createdAt: number
}

const ENDED = ['disbursed', 'withdrawn', 'expired', 'rejected']

type Seen = { id: string; visitedOn: LocalDate; place: string; note: string }

/** Refuses a day to come, what is over, and a visit to her own people. */
export function recordVisit(
  application: Application,
  judge: Judge,
  { id, visitedOn, place, note }: Seen,
  today: LocalDate,
): FieldVisit {
  refuseUnless(!ENDED.includes(application.status), 'illegal-transition', 'This is over.')
  impartial(application, judge)
  if (visitedOn > today) {
    const detail = sentence('Hari ini belum tiba.', 'This day has not come yet.')
    const errors = [{ pointer: '/visitedOn', detail }]
    throw new Refusal('outside-limits', 'A visit has taken place.', { errors })
  }
  return {
    ...{ id, visitedOn, place, note },
    applicationId: application.id,
    officerId: judge.personId,
    picture: null,
    pictureType: null,
    createdAt: judge.at,
  }
}

/** Where its picture lies: by its content, so that sending it again stores nothing new. */
export const pathOf = ({ applicationId, picture }: { applicationId: string; picture: string }) =>
  `field-visits/${applicationId}/${picture}`
