import * as v from 'valibot'
import { says } from '#worker/http/language'
import { SixDigits } from '#worker/identity/requests'

const hash = v.pipe(
  v.string(says('Bacalah perjanjiannya lebih dahulu.', 'Read the agreement first.')),
  v.regex(
    /^[0-9a-f]{64}$/,
    says('Bacalah perjanjiannya lebih dahulu.', 'Read the agreement first.'),
  ),
)

/** The hash of the agreement that was read. */
export const AcceptanceCodeRequest = v.strictObject({ agreement: hash })

export const AcceptanceRequest = v.strictObject({ agreement: hash, code: SixDigits })
