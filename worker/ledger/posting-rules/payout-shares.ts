/** How a share of what a seller earned reaches her lender: kept by the operator, then sent on. */
import type { Amount } from '#worker/kernel/money'
import { account } from '#worker/ledger/account'
import type { Posting } from '#worker/ledger/entry'
import type { Common } from '#worker/ledger/posting-rules/flow'

type Share = { id: string; enterpriseId: string; lenderId: string; loan: string; amount: Amount }

/** The operator's book: a part of what it owes the seller is owed to her lender from now on. */
export function payoutShareTaken({ book, on }: Common, share: Share): Posting {
  return {
    book,
    rule: 'payout-share-taken',
    subject: share.id,
    description: `Potongan angsuran pinjaman ${share.loan}`,
    valueOn: on,
    transfers: [
      {
        debit: account(book, 'seller-payable', share.enterpriseId),
        credit: account(book, 'lender-payable', share.lenderId),
        amount: share.amount,
      },
    ],
  }
}

type Transfer = { id: string; lenderId: string; reference: string; amount: Amount }

/** The operator's book: what was kept for a lender has been sent. */
export function lenderTransferSent({ book, on }: Common, sent: Transfer): Posting {
  return {
    book,
    rule: 'lender-transfer-sent',
    subject: sent.id,
    description: `Potongan angsuran diteruskan (${sent.reference})`,
    valueOn: on,
    transfers: [
      {
        debit: account(book, 'lender-payable', sent.lenderId),
        credit: account(book, 'bank'),
        amount: sent.amount,
      },
    ],
  }
}

/** The lender's book: what the operator had kept for it has come. */
export function lenderTransferReceived({ book, on }: Common, sent: Transfer): Posting {
  return {
    book,
    rule: 'lender-transfer-received',
    subject: sent.id,
    description: `Potongan angsuran diterima (${sent.reference})`,
    valueOn: on,
    transfers: [
      {
        debit: account(book, 'bank'),
        credit: account(book, 'due-from-operator'),
        amount: sent.amount,
      },
    ],
  }
}
