/**
 * Where a person can be reached and, by proving it, signs in: a telephone number or an e-mail address.
 * One spelling is kept of each, so that a person is found however she writes hers.
 */
import { phoneFrom } from '#worker/identity/phone'
import type { Channel } from '#worker/outbox/message'

export type Destination = { channel: Channel; address: string }

/** Deliberately simple and strict: one @, no space, no control or list characters, a dotted domain. */
const EMAIL = /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[a-z0-9-]+(?:\.[a-z0-9-]+)+$/

export function emailFrom(text: string): string | null {
  const email = text.trim().toLowerCase()
  return email.length <= 254 && EMAIL.test(email) ? email : null
}

/** What was written is an address if it has an @, else a number; null when it is neither. */
export function destinationFrom(text: string): Destination | null {
  if (text.includes('@')) {
    const address = emailFrom(text)
    return address === null ? null : { channel: 'email', address }
  }
  const address = phoneFrom(text)
  return address === null ? null : { channel: 'whatsapp', address }
}
