/**
 * Which open invoice a line of a bank statement may pay: one whose number stands in its words, else one of
 * which exactly this amount is missing. Numbers are given by each seller, so that the amount decides between
 * two of the same. A proposal, for a person to confirm.
 */
import type { Amount } from '#worker/kernel/money'
import type { Waiting } from '#worker/market/paying/statements/matching'

export type OpenInvoice = {
  id: string
  number: string
  buyerName: string
  missing: Amount
  issuedOn: string
}

export type InvoiceProposal = { likeness: 'exact' | 'short' | 'over'; invoice: OpenInvoice }

export function proposeInvoice(
  line: Waiting,
  invoices: readonly OpenInvoice[],
): InvoiceProposal | null {
  const words = line.description.toUpperCase()
  const possible = invoices.filter((one) => one.issuedOn <= line.receivedOn && one.missing > 0)
  const named = possible.filter((one) => words.includes(one.number))
  const isExact = (one: OpenInvoice) => one.missing === line.amount
  const exact = named.find(isExact) ?? possible.find(isExact)
  if (exact && (named.length === 0 || named.includes(exact))) {
    return { likeness: 'exact', invoice: exact }
  }
  const [invoice] = named
  if (!invoice || named.length > 1) return null
  return { likeness: line.amount < invoice.missing ? 'short' : 'over', invoice }
}
