/**
 * How partners' money for vouchers moves: deposited with the operator, set aside as the budget of a voucher
 * when it is made, and released when the voucher ends with some of it unused.
 */
import type { Amount } from '#worker/kernel/money'
import { account } from '#worker/ledger/account'
import type { Posting } from '#worker/ledger/entry'
import type { Common } from '#worker/ledger/posting-rules/flow'

/** A partner has transferred money to the operator. */
export function partnerDeposited(
  { book, on }: Common,
  deposit: { id: string; partnerId: string; partner: string; amount: Amount },
): Posting {
  return {
    book,
    rule: 'partner-deposited',
    subject: deposit.id,
    description: `Titipan dana dari ${deposit.partner}`,
    valueOn: on,
    transfers: [
      {
        debit: account(book, 'bank'),
        credit: account(book, 'partner-money', deposit.partnerId),
        amount: deposit.amount,
      },
    ],
  }
}

type Budget = { voucherId: string; code: string; partnerId: string; amount: Amount }

/** The budget of a partner's voucher is set aside before anybody can use it. */
export function voucherFunded({ book, on }: Common, budget: Budget): Posting {
  return {
    book,
    rule: 'voucher-funded',
    subject: budget.voucherId,
    description: `Anggaran voucher ${budget.code}`,
    valueOn: on,
    transfers: [
      {
        debit: account(book, 'partner-money', budget.partnerId),
        credit: account(book, 'voucher-budget', budget.voucherId),
        amount: budget.amount,
      },
    ],
  }
}

/** What a voucher that has ended did not use is the partner's to use again. */
export function voucherReleased({ book, on }: Common, budget: Budget): Posting {
  return {
    book,
    rule: 'voucher-released',
    subject: budget.voucherId,
    description: `Sisa anggaran voucher ${budget.code}`,
    valueOn: on,
    transfers: [
      {
        debit: account(book, 'voucher-budget', budget.voucherId),
        credit: account(book, 'partner-money', budget.partnerId),
        amount: budget.amount,
      },
    ],
  }
}
