import * as v from 'valibot'
import { id, money } from '#worker/http/fields'
import { says } from '#worker/http/language'
import { after, limit } from '#worker/http/paging'
import { line, PersonName, Phone } from '#worker/identity/requests'
import { MOST_GUARANTORS } from '#worker/lending/applying/pledges/pledge'

/** Members of the group with what each takes of the amount. */
export const Shares = v.pipe(
  v.array(v.strictObject({ personId: id(), amount: money() })),
  v.maxLength(60, says('Paling banyak 60 anggota.', 'Sixty members at most.')),
)

export const Guarantors = v.pipe(
  v.array(
    v.strictObject({
      name: PersonName,
      phone: Phone,
      /** What she is to the applicant: sister, neighbour. */
      relation: line(60, 2),
    }),
  ),
  v.maxLength(
    MOST_GUARANTORS,
    says(`Paling banyak ${MOST_GUARANTORS} penjamin.`, `${MOST_GUARANTORS} guarantors at most.`),
  ),
)

/** All who are to stand for it from now on; whoever said yes to no less need not say it again. */
export const PledgesRequest = v.strictObject({
  shares: v.optional(Shares, []),
  guarantors: v.optional(Guarantors, []),
})

export const PledgeAnswerRequest = v.strictObject({
  /** Saying yes is the consent to the text that is shown. */
  answer: v.picklist(['confirmed', 'declined'], says('Setuju atau tolak.', 'Agree or decline.')),
})

export const PledgesQuery = v.strictObject({ after: after([id()]), limit })
