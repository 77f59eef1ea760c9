import type { Database, Statement } from '#db/client'
import type { Act } from '#worker/history/event'
import { shortCode, type Random } from '#worker/kernel/id'
import type { LocalDate } from '#worker/kernel/calendar'
import type { Amount } from '#worker/kernel/money'
import { found } from '#worker/kernel/refusal'
import type { LoanChange } from '#worker/lending/servicing/loans/change'
import type { Split } from '#worker/lending/servicing/loans/entry'
import { changeLoan, recordLoanChange, type LoanRow } from '#worker/lending/servicing/loans/queries'
import { insertReceipt } from '#worker/lending/servicing/receipts/queries'
import { receivedMessage, type Payer } from '#worker/lending/servicing/repayments/messages'
import { insertMessages } from '#worker/outbox/queries'

const CODE_LENGTH = 12

type Receiving = {
  act: Act
  today: LocalDate
  newId: () => string
  random: Random
  site: { url: string | null }
}

type Money = {
  amount: Amount
  on: LocalDate
  channel: 'cash' | 'transfer' | 'payout'
  payer: Payer
  payerId: string | null
  issuedBy: string | null
  description: string
}

type Received = { statements: Statement[]; receipt: string; split: Split }

/** Money that came for a loan: what it changed, its entry, the numbered receipt, and word to the payer. */
export function recordReceived(
  db: Database,
  { row, change, money }: { row: LoanRow; change: LoanChange; money: Money },
  { act, today, newId, random, site }: Receiving,
): Received {
  const { seq } = change.event
  const { split } = found(
    change.after.entries.find((one) => one.seq === seq),
    'repayment',
  )
  const receipt = shortCode(random, CODE_LENGTH)
  const { amount, on, channel, payer, payerId, issuedBy, description } = money
  const { id: loanId, lenderId, balance, status } = change.loan
  const entry = { act, today, entryId: newId(), rule: 'loan-repaid', description }
  const told = {
    lender: row.lenderName,
    loan: row.number,
    amount,
    balance,
    ofSales: channel === 'payout',
    paidOff: status === 'closed' || status === 'overpaid',
    overpayment: split.overpayment,
  }
  const messages = receivedMessage(payer, told, { code: receipt, site })
  return {
    receipt,
    split,
    statements: [
      changeLoan(db, change.loan),
      ...recordLoanChange(db, change, entry),
      insertReceipt(db, {
        ...{
          code: receipt,
          lenderId,
          loanId,
          seq,
          payerName: payer.name,
          payerId,
          channel,
          amount,
        },
        ...{ receivedOn: on, split, balance, issuedAt: act.at, issuedBy },
      }),
      ...insertMessages(
        db,
        messages.map((one) => ({ ...one, id: newId() })),
        act.at,
      ),
    ],
  }
}
