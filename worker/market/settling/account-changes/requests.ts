/** What is asked of someone who says where the money of an enterprise goes. */
import * as v from 'valibot'
import { text } from '#worker/http/fields'
import { says } from '#worker/http/language'
import { after, limit } from '#worker/http/paging'
import { line } from '#worker/identity/requests'
import { bankNamed, fits } from '#worker/ledger/banks'

const DIGITS = says(
  'Nomor rekening terdiri dari 6 sampai 20 angka.',
  'An account has 6 to 20 digits.',
)

export const BankAccountRequest = v.pipe(
  v.object({
    bank: line(40, 2),
    number: v.pipe(
      v.string(says('Tulis nomor rekening.', 'Write the number of the account.')),
      v.transform((written) => written.replace(/[\s.-]/g, '')),
      v.regex(/^\d{6,20}$/, DIGITS),
    ),
    holder: v.pipe(
      text(80, 3),
      v.check(
        (name) => /\p{L}/u.test(name),
        says('Tulis nama pemilik rekening.', 'Write who holds the account.'),
      ),
    ),
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

export const AccountChangesQuery = v.object({ after: after([v.string()]), limit })
