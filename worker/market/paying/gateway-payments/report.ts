/**
 * What a payment gateway says of one payment, in our words. Only the gateway's own status answer moves
 * money; a notice is a hint to ask for it. Amounts are whole rupiah, exactly as the gateway wrote them.
 */
import type { LocalDate } from '#worker/kernel/calendar'
import type { Amount } from '#worker/kernel/money'

export const PROVIDERS = ['midtrans', 'xendit'] as const
export type Provider = (typeof PROVIDERS)[number]

export const isProvider = (word: string): word is Provider =>
  PROVIDERS.some((provider) => provider === word)

/**
 * `open`: nothing is decided; `paid`: the money is ours; `failed`: refused, cancelled, or taken back if it
 * had been ours; `expired`: nobody paid in time; `unknown`: a word we do not know, which changes nothing.
 */
export type ReportState = 'open' | 'paid' | 'failed' | 'expired' | 'unknown'

export type Report = {
  /** The reference that we gave. */
  reference: string
  providerId: string
  state: ReportState
  /** Null when it is no amount of whole rupiah. */
  amount: Amount | null
  currency: string
  /** How much of it has gone back to the payer since. */
  back: Amount
  paidOn: LocalDate | null
  /** The gateway's own word. */
  said: string
}
