/**
 * A sign-in code proves that a person holds a number or an address: six digits, for ten minutes, for one
 * use and five tries, of which only a keyed hash is kept. A new code replaces the one before. The limits
 * are those of OWASP ASVS 5.0 (V6.3.1, V6.6), wide enough for a training where thirty people share one
 * connection.
 */
import type { Destination } from '#worker/identity/destination'
import type { Message } from '#worker/outbox/message'

export const CODE_LASTS_MS = 10 * 60 * 1000
export const MOST_TRIES = 5

type Allowance = { most: number; windowMs: number }
type Allowances = Record<'codesTo' | 'codesFrom' | 'triesAt' | 'triesFrom', Allowance>

const MINUTES = 60 * 1000

/** How many codes may be asked for, and tried, for one destination and from one source. */
export const ALLOWED: Record<'demo' | 'production', Allowances> = {
  production: {
    codesTo: { most: 10, windowMs: 15 * MINUTES },
    codesFrom: { most: 60, windowMs: 60 * MINUTES },
    triesAt: { most: 20, windowMs: 60 * MINUTES },
    triesFrom: { most: 120, windowMs: 60 * MINUTES },
  },
  demo: {
    codesTo: { most: 200, windowMs: 15 * MINUTES },
    codesFrom: { most: 5000, windowMs: 60 * MINUTES },
    triesAt: { most: 400, windowMs: 60 * MINUTES },
    triesFrom: { most: 5000, windowMs: 60 * MINUTES },
  },
}

/** What is hashed: the code belongs to its destination and opens nothing else. */
export const secretOf = (to: Destination, code: string) => `${to.channel}|${to.address}|${code}`

export const CODE_TEMPLATE = 'sign-in-code'

export function codeMessage(
  to: Destination,
  code: string,
  { locale, network }: { locale: 'id' | 'en'; network: string },
): Message {
  const body = {
    id: `${code} adalah kode masuk ${network}. Berlaku 10 menit. Jangan berikan kepada siapa pun.`,
    en: `${code} is your ${network} sign-in code. It is valid for 10 minutes. Tell it to nobody.`,
  }
  return {
    channel: to.channel,
    destination: to.address,
    template: CODE_TEMPLATE,
    body: body[locale],
  }
}
