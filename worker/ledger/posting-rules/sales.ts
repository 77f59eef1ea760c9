/**
 * How the money of a sale moves in the operator's book: a purchase is paid and each order's part is held
 * for its buyer; a completed order is the seller's, less the commission; what is given back leaves where
 * it stands now. Who bears a discount in the seller's place (a sponsor) pays it with the buyer and gets it
 * back with her. Amounts of zero leave no row.
 */
import { subtract, sum, ZERO, type Amount } from '#worker/kernel/money'
import { account, type AccountKey } from '#worker/ledger/account'
import type { Posting } from '#worker/ledger/entry'
import { flow, type Common, type Part } from '#worker/ledger/posting-rules/flow'

/** Part of a discount that the operator, or a partner out of a voucher's budget, bears. */
export type Sponsor = { payer: 'operator' | 'partner'; voucherId: string; amount: Amount }

type OrderName = { id: string; code: string; enterpriseId: string }
/** `total` is what the buyer pays for the order. */
type OrderMoney = OrderName & { total: Amount; sponsors?: readonly Sponsor[] }

const sponsorAccount = (book: string, { payer, voucherId }: Sponsor): AccountKey =>
  payer === 'partner'
    ? account(book, 'voucher-budget', voucherId)
    : account(book, 'voucher-expense')

const sponsorParts = (book: string, sponsors: readonly Sponsor[] = []): Part[] =>
  sponsors.map((one) => ({ account: sponsorAccount(book, one), amount: one.amount }))

/**
 * A purchase is paid. `from` says where the money is: in the bank unless told otherwise (a gateway, what
 * stood in suspense); its parts add up to the purchase's orders and its unique code.
 */
export function purchasePaid(
  { book, on }: Common,
  purchase: { id: string; code: string; uniqueCode: Amount; orders: readonly OrderMoney[] },
  from?: readonly Part[],
): Posting {
  const held = (order: OrderMoney) => account(book, 'buyers-money', order.id)
  const credits = [
    ...purchase.orders.map((order) => ({ account: held(order), amount: order.total })),
    { account: account(book, 'unique-code-income'), amount: purchase.uniqueCode },
  ]
  const total = credits.reduce((all, part) => all + part.amount, 0) as Amount
  return {
    book,
    rule: 'purchase-paid',
    subject: purchase.id,
    description: `Belanja ${purchase.code} dibayar`,
    valueOn: on,
    transfers: [
      ...flow(from ?? [{ account: account(book, 'bank'), amount: total }], credits),
      ...purchase.orders.flatMap((order) =>
        sponsorParts(book, order.sponsors).map((part) => ({
          debit: part.account,
          credit: held(order),
          amount: part.amount,
        })),
      ),
    ],
  }
}

/** An order is completed: what is still `held` for its buyer is the seller's, less the commission. */
export function orderCompleted(
  { book, on }: Common,
  order: OrderName & { held: Amount; commission: Amount },
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
      { debit: held, credit: seller, amount: subtract(order.held, order.commission) },
      { debit: held, credit: account(book, 'commission-income'), amount: order.commission },
    ],
  }
}

/**
 * An order paid to the seller on delivery is completed: the cash is hers and was never the network's. She
 * owes the commission; what sponsors bear is owed to her.
 */
export function orderCompletedOnDelivery(
  { book, on }: Common,
  order: OrderName & { commission: Amount; sponsors?: readonly Sponsor[] },
): Posting {
  const payable = account(book, 'seller-payable', order.enterpriseId)
  const receivable = account(book, 'seller-receivable', order.enterpriseId)
  return {
    book,
    rule: 'order-completed-on-delivery',
    subject: order.id,
    description: `Pesanan ${order.code} selesai, dibayar di tempat`,
    valueOn: on,
    transfers: [
      { debit: receivable, credit: account(book, 'commission-income'), amount: order.commission },
      ...sponsorParts(book, order.sponsors).map((part) => ({
        debit: part.account,
        credit: payable,
        amount: part.amount,
      })),
    ],
  }
}

/** What goes back: to the buyer, to sponsors. */
export type GivenBack = { amount: Amount; sponsors?: readonly Sponsor[] }

const backParts = (book: string, order: OrderName, back: GivenBack): Part[] => [
  { account: account(book, 'refund-payable', order.id), amount: back.amount },
  ...sponsorParts(book, back.sponsors),
]

/** Money of an order that is not completed goes back, whole or in part: the buyer is owed it. */
export function orderRefundDue({ book, on }: Common, order: OrderName, back: GivenBack): Posting {
  const held = account(book, 'buyers-money', order.id)
  return {
    book,
    rule: 'order-refund-due',
    subject: order.id,
    description: `Dana pesanan ${order.code} dikembalikan`,
    valueOn: on,
    transfers: backParts(book, order, back).map((part) => ({
      debit: held,
      credit: part.account,
      amount: part.amount,
    })),
  }
}

/** Where what goes back after completion comes from; their sum is what goes back. */
export type Sources = { commission: Amount; payable: Amount; receivable: Amount }

/**
 * After completion the network gives back its commission on the same basis, the seller the rest: out of
 * what she is owed, and what has been paid out already she owes from now on.
 */
export function orderRefundDueAfter(
  { book, on }: Common,
  order: OrderName,
  { back, sources }: { back: GivenBack; sources: Sources },
): Posting {
  const debits = [
    { account: account(book, 'commission-income'), amount: sources.commission },
    { account: account(book, 'seller-payable', order.enterpriseId), amount: sources.payable },
    { account: account(book, 'seller-receivable', order.enterpriseId), amount: sources.receivable },
  ]
  return {
    book,
    rule: 'order-refund-due-after',
    subject: order.id,
    description: `Dana pesanan ${order.code} dikembalikan setelah selesai`,
    valueOn: on,
    transfers: flow(debits, backParts(book, order, back)),
  }
}

/**
 * Part of an order that was paid at the door is undone after completion: the seller gives her buyer the
 * cash herself. The commission on it comes back to her, sponsors get back what they had put in; the balance
 * of the two lowers what she owes or raises what she is owed, or the reverse.
 */
export function orderUndoneAfterDelivery(
  { book, on }: Common,
  order: OrderName,
  undone: { commission: Amount; sponsors: readonly Sponsor[]; payable: Amount; receivable: Amount },
): Posting {
  const payable = account(book, 'seller-payable', order.enterpriseId)
  const receivable = account(book, 'seller-receivable', order.enterpriseId)
  const back = sponsorParts(book, undone.sponsors)
  const net = subtract(undone.commission, sum(back.map((part) => part.amount)))
  const owes = net > 0 ? least(net, undone.receivable) : ZERO
  const bears = net < 0 ? subtract(ZERO, net) : ZERO
  const fromPayable = least(bears, undone.payable)
  return {
    book,
    rule: 'order-undone-after-delivery',
    subject: order.id,
    description: `Pesanan ${order.code} dikembalikan, dibayar di tempat`,
    valueOn: on,
    transfers: flow(
      [
        { account: account(book, 'commission-income'), amount: undone.commission },
        { account: payable, amount: fromPayable },
        { account: receivable, amount: subtract(bears, fromPayable) },
      ],
      [
        ...back,
        { account: receivable, amount: owes },
        { account: payable, amount: net > 0 ? subtract(net, owes) : ZERO },
      ],
    ),
  }
}

const least = (a: Amount, b: Amount): Amount => (a < b ? a : b)

/** The refund has left the bank. */
export function refundSent(
  { book, on }: Common,
  order: Pick<OrderName, 'id' | 'code'>,
  amount: Amount,
): Posting {
  return {
    book,
    rule: 'refund-sent',
    subject: order.id,
    description: `Pengembalian dana pesanan ${order.code}`,
    valueOn: on,
    transfers: [
      { debit: account(book, 'refund-payable', order.id), credit: account(book, 'bank'), amount },
    ],
  }
}
