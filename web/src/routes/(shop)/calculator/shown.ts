/** A quote as the page draws it, whether the API or the engine in the browser gave it. */
import type { LoanQuote } from '#worker/lending/offering/quotes/quote'

type Plain<T> = T extends number
  ? number
  : T extends string
    ? string
    : T extends object
      ? { readonly [K in keyof T]: Plain<T[K]> }
      : T

export type Shown = Plain<LoanQuote>
