import * as v from 'valibot'
import { count, id, money, text } from '#worker/http/fields'
import { says } from '#worker/http/language'
import { after, limit } from '#worker/http/paging'
import { line } from '#worker/identity/requests'
import { bankNamed, fits } from '#worker/ledger/banks'
import { NikField } from '#worker/lending/applying/identities/requests'
import {
  APPLICATION,
  type ApplicationStatus,
} from '#worker/lending/applying/loan-applications/loan-application'
import { Guarantors, Shares } from '#worker/lending/applying/pledges/requests'

const DIGITS = says(
  'Nomor rekening terdiri dari 6 sampai 20 angka.',
  'An account has 6 to 20 digits.',
)

export const AccountRequest = v.pipe(
  v.strictObject({
    bank: line(40, 2),
    number: v.pipe(
      v.string(says('Tulis nomor rekening.', 'Write the number of the account.')),
      v.transform((written) => written.replace(/[\s.-]/g, '')),
      v.regex(/^\d{6,20}$/, DIGITS),
    ),
    holder: text(80, 3),
  }),
  v.forward(
    v.check(
      ({ bank, number }) => {
        const known = bankNamed(bank)
        return known === undefined || fits(known, number)
      },
      says(
        'Banyaknya angka tidak cocok dengan bank ini. Periksa sekali lagi.',
        'This bank’s accounts have another number of digits. Look again.',
      ),
    ),
    ['number'],
  ),
  v.transform(({ bank, ...rest }) => ({ bank: bankNamed(bank)?.name ?? bank, ...rest })),
)

export const ApplicationRequest = v.strictObject({
  productId: id(),
  /** The group (an enterprise of which she is chair or treasurer) it is for; left out: for herself. */
  groupId: v.optional(v.nullable(id()), null),
  purpose: text(1000, 10),
  amount: money(),
  instalments: count(1, 600),
  monthlyIncome: money(0),
  monthlyCosts: money(0),
  /** The enterprise whose sales history the lender may see; naming it is the consent. */
  shareSalesOf: v.optional(v.nullable(id()), null),
  /** With the members who carry it the group borrows, each her share; without, the enterprise does. */
  shares: v.optional(Shares, []),
  guarantors: v.optional(Guarantors, []),
  /** Where the money is to be sent; left out: handed over in cash. */
  account: v.optional(v.nullable(AccountRequest), null),
  nik: v.optional(v.nullable(NikField), null),
  /** What she agrees to besides; a NIK is kept with the first only. */
  consents: v.optional(v.array(v.picklist(['identity', 'bureau'])), []),
  /** The draft it was typed in, which is thrown away. */
  draftId: v.optional(v.nullable(id()), null),
})

const states = Object.keys(APPLICATION) as ApplicationStatus[]

export const ApplicationsQuery = v.strictObject({
  status: v.optional(v.picklist(states, `One of ${states.join(', ')}.`)),
  after: after([id()]),
  limit,
})
