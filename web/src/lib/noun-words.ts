/** The nouns of the API in the reader's words; one that has none is shown as programs write it. */
import { m } from '#lib/paraglide/messages.js'

const WORDS: Readonly<Record<string, () => string>> = {
  organization: m.noun_organization,
  enterprise: m.noun_enterprise,
  product: m.noun_product,
  order: m.noun_order,
  balance: m.noun_balance,
  payout: m.noun_payout,
  payment: m.noun_payment,
  purchase: m.noun_purchase,
  outbox: m.noun_outbox,
  audit: m.noun_audit,
  book: m.noun_book,
  loan: m.noun_loan,
  'loan-application': m.noun_loan_application,
  'loan-product': m.noun_loan_product,
  'api-key': m.noun_api_key,
  review: m.noun_review,
  question: m.noun_question,
  procurement: m.noun_procurement,
  quotation: m.noun_quotation,
  company: m.noun_company,
}

export const nounWords = (noun: string): string => WORDS[noun]?.() ?? noun

/** `product:write` in words: `produk: lihat dan ubah`. */
export function scopeWords(scope: string): string {
  const [noun = '', access] = scope.split(':')
  const may = access === 'write' ? m.integrations_scope_write() : m.integrations_scope_read()
  return `${nounWords(noun)}: ${may}`
}
