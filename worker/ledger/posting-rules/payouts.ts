/** How what sellers have earned leaves the operator's book, and what they owe it comes in. */
import type { Amount } from '#worker/kernel/money'
import { account } from '#worker/ledger/account'
import type { Posting } from '#worker/ledger/entry'
import type { Common } from '#worker/ledger/posting-rules/flow'

type PayoutMoney = { id: string; code: string; enterpriseId: string; amount: Amount }

/** A payout is prepared: what the seller owes is kept, the rest is set aside, so that it is paid once. */
export function payoutRequested(
  { book, on }: Common,
  payout: PayoutMoney & { offset: Amount },
): Posting {
  const { id, code, enterpriseId, amount, offset } = payout
  const payable = account(book, 'seller-payable', enterpriseId)
  const receivable = account(book, 'seller-receivable', enterpriseId)
  return {
    book,
    rule: 'payout-requested',
    subject: id,
    description: `Pencairan hasil jual ${code} disiapkan`,
    valueOn: on,
    transfers: [
      { debit: payable, credit: receivable, amount: offset },
      { debit: payable, credit: account(book, 'payouts-underway', id), amount },
    ],
  }
}

/** A payout has left the bank for the seller's account. */
export function payoutSent({ book, on }: Common, { id, code, amount }: PayoutMoney): Posting {
  const underway = account(book, 'payouts-underway', id)
  return {
    book,
    rule: 'payout-sent',
    subject: id,
    description: `Pencairan hasil jual ${code}`,
    valueOn: on,
    transfers: [{ debit: underway, credit: account(book, 'bank'), amount }],
  }
}

/** A payout was not made, or its money came back to the bank: the seller is owed it again. */
export function payoutReturned(
  { book, on }: Common,
  { id, code, enterpriseId, amount }: PayoutMoney,
  from: 'payouts-underway' | 'bank',
): Posting {
  const source = from === 'bank' ? account(book, 'bank') : account(book, from, id)
  const payable = account(book, 'seller-payable', enterpriseId)
  return {
    book,
    rule: 'payout-returned',
    subject: id,
    description: `Pencairan ${code} kembali`,
    valueOn: on,
    transfers: [{ debit: source, credit: payable, amount }],
  }
}

/** A seller has paid what she owed the network. */
export function receivablePaid(
  { book, on }: Common,
  payment: { id: string; enterpriseId: string; reference: string; amount: Amount },
): Posting {
  return {
    book,
    rule: 'receivable-paid',
    subject: payment.id,
    description: `Pembayaran dari penjual: ${payment.reference}`,
    valueOn: on,
    transfers: [
      {
        debit: account(book, 'bank'),
        credit: account(book, 'seller-receivable', payment.enterpriseId),
        amount: payment.amount,
      },
    ],
  }
}
