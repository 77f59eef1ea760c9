// Somebody's authenticator app: it keeps the secret it was shown once, in Base32 (RFC 4648), and tells
// the code of any moment.

import { codeOfStep, stepAt } from '#worker/identity/second-factor/second-factor'

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

export type Authenticator = { codeAt(at: number): string }

export function authenticator(shown: string): Authenticator {
  const bits = [...shown]
    .map((digit) => DIGITS.indexOf(digit).toString(2).padStart(5, '0'))
    .join('')
  const bytes = bits.match(/.{8}/g) ?? []
  const secret = Uint8Array.from(bytes, (byte) => parseInt(byte, 2))
  return { codeAt: (at) => codeOfStep(secret, stepAt(at)) }
}
