/** The engine of the contract in the browser: a quote while one types, without asking anyone. */
import { safeParse } from 'valibot'
import { quote, type LoanQuote } from '#worker/lending/offering/quotes/quote'
import { LoanQuoteRequest } from '#worker/lending/offering/quotes/requests'
import { asked, fieldsAt, type Field, type Typed } from './asked.ts'

export type Counted = { quote: LoanQuote | null; wrong: readonly Field[] }

export function counted(typed: Typed, language: 'id' | 'en'): Counted {
  const parsed = safeParse(LoanQuoteRequest, asked(typed))
  if (parsed.success) return { quote: quote(parsed.output, language), wrong: [] }
  const pointers = parsed.issues.map(({ path }) => `/${path?.map(({ key }) => key).join('/')}`)
  return { quote: null, wrong: fieldsAt(pointers, typed) }
}
