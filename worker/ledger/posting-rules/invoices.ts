/** Postings of invoices: goods bought on paper are paid after they were handed over. */
import { subtract, type Amount } from '#worker/kernel/money'
import { account } from '#worker/ledger/account'
import type { Posting } from '#worker/ledger/entry'
import type { Common } from '#worker/ledger/posting-rules/flow'

/**
 * The operator's book: a company has paid an invoice. What it withheld it pays to the state for the seller,
 * so it does not pass here; the commission is that of the purchase order.
 */
export function invoicePaid(
  { book, on }: Common,
  invoice: { id: string; number: string; enterpriseId: string; due: Amount; commission: Amount },
): Posting {
  const bank = account(book, 'bank')
  const { id, number, enterpriseId, due, commission } = invoice
  return {
    book,
    rule: 'invoice-paid',
    subject: id,
    description: `Tagihan ${number} dibayar`,
    valueOn: on,
    transfers: [
      {
        debit: bank,
        credit: account(book, 'seller-payable', enterpriseId),
        amount: subtract(due, commission),
      },
      { debit: bank, credit: account(book, 'commission-income'), amount: commission },
    ],
  }
}
