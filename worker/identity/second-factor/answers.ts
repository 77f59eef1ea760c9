import { renderSVG } from 'uqr'
import * as v from 'valibot'
import { SecondFactorState } from '#worker/identity/people/answers'
import { enrolment } from '#worker/identity/second-factor/second-factor'

export const SecondFactorAnswer = v.strictObject({
  ...SecondFactorState.entries,
  /** Only in demo mode: a code that the authenticator app would show. */
  demoCode: v.optional(v.string()),
})

export const EnrolmentAnswer = v.strictObject({
  /** `otpauth://…`, for an app on the same telephone. */
  uri: v.string(),
  /** The same secret in Base32, for typing. */
  secret: v.string(),
  /** The same as a picture to scan: an SVG in a `data:` address. */
  qr: v.string(),
  demoCode: v.optional(v.string()),
})

export function describeEnrolment(key: Uint8Array, names: { network: string; account: string }) {
  const { uri, secret } = enrolment(key, names)
  const svg = renderSVG(uri, { border: 2 })
  return { uri, secret, qr: `data:image/svg+xml;base64,${btoa(svg)}` }
}
