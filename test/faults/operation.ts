/** An operation that moves money or stock, or gives and takes a role, as the crash points are tried on it. */
import type { Answer } from '#test/support/client'

export type Act = (key: string) => Promise<Answer>

export type Operation = {
  name: string
  /** Without an idempotency key: a repeat is refused rather than answered again. */
  keyless?: true
  /** Makes the world once; what it returns makes a new subject each time, and returns the act upon it. */
  begin: () => Promise<() => Promise<Act>>
}
