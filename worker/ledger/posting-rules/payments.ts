/**
 * How money that comes to the operator moves before and beside a sale: by bank or gateway, in suspense while
 * it is not known what it pays, from a gateway to the bank less its fee, and back to whoever took it back.
 */
import { add, type Amount } from '#worker/kernel/money'
import { account } from '#worker/ledger/account'
import type { Posting } from '#worker/ledger/entry'
import { flow, type Common, type Part } from '#worker/ledger/posting-rules/flow'

/** Where money is that pays for something: in the bank, at a gateway, or in suspense. */
export const inBank = (book: string, amount: Amount): Part => ({
  account: account(book, 'bank'),
  amount,
})
export const atGateway = (book: string, provider: string, amount: Amount): Part => ({
  account: account(book, 'gateway-clearing', provider),
  amount,
})
export const inSuspense = (book: string, id: string, amount: Amount): Part => ({
  account: account(book, 'suspense', id),
  amount,
})

/** Money that came without a purchase to hold it: after expiry, twice, or too much. Kept with its age. */
export function paymentUnexplained(
  { book, on }: Common,
  payment: { subject: string; reference: string; amount: Amount },
  from: Part = inBank(book, payment.amount),
): Posting {
  return {
    book,
    rule: 'payment-unexplained',
    subject: payment.subject,
    description: `Dana belum teridentifikasi: ${payment.reference}`,
    valueOn: on,
    transfers: flow([from], [inSuspense(book, payment.subject, payment.amount)]),
  }
}

/** What stood in suspense has been transferred back to whoever sent it. */
export function suspenseReturned(
  { book, on }: Common,
  payment: { id: string; reference: string; amount: Amount },
): Posting {
  return {
    book,
    rule: 'suspense-returned',
    subject: payment.id,
    description: `Dana dikembalikan ke pengirim: ${payment.reference}`,
    valueOn: on,
    transfers: flow([inSuspense(book, payment.id, payment.amount)], [inBank(book, payment.amount)]),
  }
}

/** A gateway has transferred what it collected; its fee is the operator's. */
export function gatewayPaidOut(
  { book, on }: Common,
  transfer: { id: string; provider: string; reference: string; net: Amount; fee: Amount },
): Posting {
  const { id, provider, reference, net, fee } = transfer
  return {
    book,
    rule: 'gateway-paid-out',
    subject: id,
    description: `Pencairan dari ${provider}: ${reference}`,
    valueOn: on,
    transfers: flow(
      [inBank(book, net), { account: account(book, 'gateway-fees'), amount: fee }],
      [atGateway(book, provider, add(net, fee))],
    ),
  }
}

type TakenBack = {
  id: string
  provider: string
  code: string
  amount: Amount
  /** What is owed to the buyer of an order anyway, and is paid by this. */
  due: readonly { orderId: string; amount: Amount }[]
  /** What still stood in suspense. */
  suspense: { id: string; amount: Amount } | null
  /** What nobody gives back to the operator. */
  loss: Amount
}

/** A gateway has taken money back: out of what was owed to the buyer, of suspense, or at a loss. */
export function paymentTakenBack({ book, on }: Common, taken: TakenBack): Posting {
  const { id, provider, code, amount, due, suspense, loss } = taken
  return {
    book,
    rule: 'payment-taken-back',
    subject: id,
    description: `Pembayaran belanja ${code} ditarik kembali lewat ${provider}`,
    valueOn: on,
    transfers: flow(
      [
        ...due.map((one) => ({
          account: account(book, 'refund-payable', one.orderId),
          amount: one.amount,
        })),
        ...(suspense ? [inSuspense(book, suspense.id, suspense.amount)] : []),
        { account: account(book, 'payment-losses'), amount: loss },
      ],
      [atGateway(book, provider, amount)],
    ),
  }
}
