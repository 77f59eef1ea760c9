/** Postings of invoices: goods bought on paper are paid after they were handed over. */
import { subtract, type Amount } from '#worker/kernel/money'
import { account } from '#worker/ledger/account'
import type { Posting } from '#worker/ledger/entry'
import { flow, type Common, type Part } from '#worker/ledger/posting-rules/flow'
import { inBank } from '#worker/ledger/posting-rules/payments'

/**
 * The operator's book: a company has paid an invoice, by bank or out of suspense. What it withheld it pays
 * to the state for the seller, so it does not pass here; the commission is that of the purchase order.
 */
export function invoicePaid(
  { book, on }: Common,
  invoice: { id: string; number: string; enterpriseId: string; due: Amount; commission: Amount },
  from: readonly Part[] = [inBank(book, invoice.due)],
): Posting {
  const { id, number, enterpriseId, due, commission } = invoice
  return {
    book,
    rule: 'invoice-paid',
    subject: id,
    description: `Tagihan ${number} dibayar`,
    valueOn: on,
    transfers: flow(from, [
      {
        account: account(book, 'seller-payable', enterpriseId),
        amount: subtract(due, commission),
      },
      { account: account(book, 'commission-income'), amount: commission },
    ]),
  }
}
