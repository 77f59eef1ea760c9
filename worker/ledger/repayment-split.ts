/**
 * A repayment divides over principal, interest, fees and penalties, and what is too much of it. This is
 * how such a division moves money between a lender's accounts, at once or when a replay changes it.
 */
import { add, subtract, sum, ZERO, type Amount } from '#worker/kernel/money'
import { account, type AccountKey } from '#worker/ledger/account'
import type { Transfer } from '#worker/ledger/entry'

/** How a repayment divides; the parts add up to what was received. */
export type RepaymentSplit = {
  principal: Amount
  interest: Amount
  fees: Amount
  penalties: Amount
  overpayment: Amount
}

const PARTS = ['principal', 'interest', 'fees', 'penalties', 'overpayment'] as const
const ACCOUNT_OF = {
  principal: 'loans-receivable',
  interest: 'interest-income',
  fees: 'fee-income',
  penalties: 'penalty-income',
  overpayment: 'overpayments',
} as const

function partAccount(book: string, loan: string, part: (typeof PARTS)[number]): AccountKey {
  const code = ACCOUNT_OF[part]
  return account(book, code, code === 'loans-receivable' || code === 'overpayments' ? loan : '')
}

/** A repayment that came: from the bank to each part's account. */
export function splitTransfers(book: string, loan: string, split: RepaymentSplit): Transfer[] {
  return PARTS.map((part) => ({
    debit: account(book, 'bank'),
    credit: partAccount(book, loan, part),
    amount: split[part],
  }))
}

/** Parts that shrank are debited, parts that grew are credited, the rest passes through the bank. */
export function changedTransfers(
  book: string,
  loan: string,
  { before, after }: { before: RepaymentSplit; after: RepaymentSplit },
): Transfer[] {
  const sources: Side[] = []
  const targets: Side[] = []
  for (const part of PARTS) {
    const change = subtract(after[part], before[part])
    if (change < 0)
      sources.push({ account: partAccount(book, loan, part), left: subtract(ZERO, change) })
    if (change > 0) targets.push({ account: partAccount(book, loan, part), left: change })
  }
  const cash = subtract(sum(targets.map((one) => one.left)), sum(sources.map((one) => one.left)))
  const bank = account(book, 'bank')
  if (cash > 0) sources.push({ account: bank, left: cash })
  if (cash < 0) targets.push({ account: bank, left: subtract(ZERO, cash) })
  return paired(sources, targets)
}

type Side = { account: AccountKey; left: Amount }

function paired(sources: Side[], targets: Side[]): Transfer[] {
  const transfers: Transfer[] = []
  let [from, to] = [sources.shift(), targets.shift()]
  while (from && to) {
    const moved = from.left < to.left ? from.left : to.left
    transfers.push({ debit: from.account, credit: to.account, amount: add(moved, ZERO) })
    from.left = subtract(from.left, moved)
    to.left = subtract(to.left, moved)
    if (from.left === 0) from = sources.shift()
    if (to.left === 0) to = targets.shift()
  }
  return transfers
}
