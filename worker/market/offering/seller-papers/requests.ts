/** What a seller says of itself on its papers. */
import * as v from 'valibot'
import { date, text } from '#worker/http/fields'
import { says } from '#worker/http/language'
import { OptionalNpwp } from '#worker/market/procuring/companies/requests'

const NIB = says('NIB terdiri dari 13 angka.', 'A NIB has 13 digits.')

export const PapersRequest = v.pipe(
  v.object({
    legalName: text(120, 3),
    npwp: v.optional(OptionalNpwp, ''),
    nib: v.optional(
      v.pipe(
        v.string(NIB),
        v.transform((written) => written.replace(/[\s.-]/g, '')),
        v.regex(/^(\d{13})?$/, NIB),
      ),
      '',
    ),
    address: text(300, 5),
    signatory: text(80, 3),
    signatoryTitle: v.optional(text(60, 0), ''),
    pkpSince: v.pipe(
      v.optional(v.nullable(date()), null),
      v.description('The day from which it charges VAT; null if it does not'),
    ),
  }),
  v.forward(
    v.partialCheck(
      [['npwp'], ['pkpSince']],
      ({ npwp, pkpSince }) => pkpSince === null || npwp !== '',
      says('PKP punya NPWP: isi NPWP.', 'A PKP has an NPWP: fill it in.'),
    ),
    ['npwp'],
  ),
)
