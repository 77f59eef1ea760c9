/**
 * The code with which a borrower accepts: six digits sent to her own telephone, for ten minutes, for one use
 * and five tries, and for the very agreement she read; for another text it is wrong.
 */
import { rupiah, type Amount } from '#worker/kernel/money'
import type { Message } from '#worker/outbox/message'

/** Under which the code of an application is kept; no telephone number or address looks like it. */
export const keptUnder = (applicationId: string) => `acceptance ${applicationId}`

export const secretOf = (applicationId: string, hash: string, code: string) =>
  `${applicationId}|${hash}|${code}`

/** How many codes may be asked for. */
export const CODES_ALLOWED = { most: 10, windowMs: 60 * 60 * 1000 }

type To = { destination: string; locale: 'id' | 'en' }
type About = { amount: Amount; lender: string; hash: string }

export function acceptanceMessage(
  { destination, locale }: To,
  code: string,
  { amount, lender, hash }: About,
): Message {
  const paper = shortened(hash)
  const body = {
    id:
      `${code} adalah kode untuk menerima perjanjian pinjaman ${rupiah(amount)} dari ${lender} ` +
      `(naskah ${paper}). Berlaku 10 menit. Jangan berikan kepada siapa pun, juga kepada petugas.`,
    en:
      `${code} is the code for accepting the loan agreement of ${rupiah(amount)} with ${lender} ` +
      `(text ${paper}). It is valid for 10 minutes. Tell it to nobody, not even to the officer.`,
  }
  const channel = destination.includes('@') ? 'email' : 'whatsapp'
  return { channel, destination, template: 'acceptance-code', body: body[locale] }
}

/** The beginning of a hash, as people compare it: `3F2A 90C1`. */
export const shortened = (hash: string) => `${hash.slice(0, 4)} ${hash.slice(4, 8)}`.toUpperCase()

/** Where the code went, without telling whoever looks over a shoulder: `•••••••4821`. */
export const hiddenDestination = (destination: string) =>
  destination.includes('@')
    ? destination.replace(/^(.).*@/, '$1•••@')
    : `•••••••${destination.slice(-4)}`
