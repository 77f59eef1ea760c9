/**
 * How money moves: the one page an accountant reviews. One function per business event, each naming the
 * accounts it touches, as the tables of the market and of the lending desk say. No other file names an
 * account. Amounts of zero leave no row.
 */
import type { LocalDate } from '#worker/kernel/calendar'
import { subtract, type Amount } from '#worker/kernel/money'
import { account } from '#worker/ledger/account'
import type { Posting } from '#worker/ledger/entry'
import { loanTransfers, type LoanMovement } from '#worker/ledger/loan-movement'

type Common = { book: string; on: LocalDate }

type OrderMoney = { id: string; code: string; enterpriseId: string; total: Amount }

/** The operator's book: a purchase is paid; each order's part is held for its buyer. */
export function purchasePaid(
  { book, on }: Common,
  purchase: { id: string; code: string; uniqueCode: Amount; orders: readonly OrderMoney[] },
): Posting {
  const bank = account(book, 'bank')
  return {
    book,
    rule: 'purchase-paid',
    subject: purchase.id,
    description: `Belanja ${purchase.code} dibayar`,
    valueOn: on,
    transfers: [
      ...purchase.orders.map((order) => ({
        debit: bank,
        credit: account(book, 'buyers-money', order.id),
        amount: order.total,
      })),
      { debit: bank, credit: account(book, 'unique-code-income'), amount: purchase.uniqueCode },
    ],
  }
}

/** Money that came without a purchase to hold it: after expiry, twice, or too much. Kept with its age. */
export function paymentUnexplained(
  { book, on }: Common,
  payment: { subject: string; reference: string; amount: Amount },
): Posting {
  return {
    book,
    rule: 'payment-unexplained',
    subject: payment.subject,
    description: `Dana belum teridentifikasi: ${payment.reference}`,
    valueOn: on,
    transfers: [
      {
        debit: account(book, 'bank'),
        credit: account(book, 'suspense', payment.subject),
        amount: payment.amount,
      },
    ],
  }
}

/** An order is completed: what was held is the seller's, less the commission. */
export function orderCompleted(
  { book, on }: Common,
  order: OrderMoney & { commission: Amount },
): Posting {
  const held = account(book, 'buyers-money', order.id)
  const seller = account(book, 'seller-payable', order.enterpriseId)
  return {
    book,
    rule: 'order-completed',
    subject: order.id,
    description: `Pesanan ${order.code} selesai`,
    valueOn: on,
    transfers: [
      { debit: held, credit: seller, amount: subtract(order.total, order.commission) },
      { debit: held, credit: account(book, 'commission-income'), amount: order.commission },
    ],
  }
}

/** A paid order is cancelled before completion: the buyer is owed her money. */
export function orderRefundDue({ book, on }: Common, order: OrderMoney): Posting {
  return {
    book,
    rule: 'order-refund-due',
    subject: order.id,
    description: `Pesanan ${order.code} dibatalkan, dana dikembalikan`,
    valueOn: on,
    transfers: [
      {
        debit: account(book, 'buyers-money', order.id),
        credit: account(book, 'refund-payable', order.id),
        amount: order.total,
      },
    ],
  }
}

/** The refund has left the bank. */
export function refundSent({ book, on }: Common, order: OrderMoney): Posting {
  return {
    book,
    rule: 'refund-sent',
    subject: order.id,
    description: `Pengembalian dana pesanan ${order.code}`,
    valueOn: on,
    transfers: [
      {
        debit: account(book, 'refund-payable', order.id),
        credit: account(book, 'bank'),
        amount: order.total,
      },
    ],
  }
}

/** A payout has left the bank for the seller's account. */
export function payoutSent(
  { book, on }: Common,
  payout: { id: string; code: string; enterpriseId: string; amount: Amount },
): Posting {
  return {
    book,
    rule: 'payout-sent',
    subject: payout.id,
    description: `Pencairan hasil jual ${payout.code}`,
    valueOn: on,
    transfers: [
      {
        debit: account(book, 'seller-payable', payout.enterpriseId),
        credit: account(book, 'bank'),
        amount: payout.amount,
      },
    ],
  }
}

/** A lender's book: money to lend has come in. */
export function fundReceived(
  { book, on }: Common,
  fund: { id: string; source: string; amount: Amount },
): Posting {
  return {
    book,
    rule: 'fund-received',
    subject: fund.id,
    description: `Dana masuk dari ${fund.source}`,
    valueOn: on,
    transfers: [
      { debit: account(book, 'bank'), credit: account(book, 'fund-capital'), amount: fund.amount },
    ],
  }
}

/**
 * A loan moved money: disbursed (fees deducted are income at once), repaid (its parts add up to what was
 * received), refunded, or corrected by a replay, where parts of earlier repayments change places.
 */
export function loanMoved(
  { book, on }: Common,
  loan: { id: string; rule: string; description: string },
  movements: readonly LoanMovement[],
): Posting {
  const { id: subject, rule, description } = loan
  const transfers = loanTransfers(book, subject, movements)
  return { book, rule, subject, description, valueOn: on, transfers }
}
