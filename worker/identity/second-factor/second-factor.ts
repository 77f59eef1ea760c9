/**
 * The second factor is a time-based one-time code (RFC 6238: SHA-1, 30 seconds, six digits), which every
 * authenticator app makes. A code is accepted one step early or late, since telephones' clocks drift,
 * and no step is accepted twice. The clock is an argument.
 */
import { createTOTPKeyURI, generateHOTP, verifyHOTP } from '@oslojs/otp'

const STEP_SECONDS = 30
const DIGITS = 6
const DRIFT = 1

/** RFC 4226 asks for 128 bits at least and recommends 160. */
export const SECRET_BYTES = 20

export function stepAt(now: number): number {
  return Math.floor(now / (STEP_SECONDS * 1000))
}

export function codeOfStep(secret: Uint8Array, step: number): string {
  return generateHOTP(secret, BigInt(step), DIGITS)
}

/** The step of which this is the code, if it is near and later than the last one used; else null. */
export function acceptedStep(
  secret: Uint8Array,
  code: string,
  { now, last }: { now: number; last: number },
): number | null {
  for (let step = stepAt(now) - DRIFT; step <= stepAt(now) + DRIFT; step += 1) {
    if (step > last && verifyHOTP(secret, BigInt(step), DIGITS, code)) return step
  }
  return null
}

/** A code that will be accepted, or, with every near step used, the first one that will be. */
export function nextCode(secret: Uint8Array, { now, last }: { now: number; last: number }): string {
  return codeOfStep(secret, Math.max(stepAt(now) - DRIFT, last + 1))
}

/** What an authenticator app reads from the QR code, and the secret for typing by hand. */
export function enrolment(
  secret: Uint8Array,
  { network, account }: { network: string; account: string },
): { uri: string; secret: string } {
  const uri = createTOTPKeyURI(network, account, secret, STEP_SECONDS, DIGITS)
  return { uri, secret: new URL(uri).searchParams.get('secret') ?? '' }
}
