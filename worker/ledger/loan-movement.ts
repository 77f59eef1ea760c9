/**
 * How the money of a loan moves between a lender's accounts. The replay of the loan says which part of
 * which kind of event grew or shrank, and by which way it came; here each finds its two accounts, and
 * what is left net is joined into transfers. Interest is income as it is paid; on the accrual basis what
 * is earned and unpaid stands besides as a receivable, what is paid and unearned as a liability, both
 * against that income. Fees and penalties are income when they are paid, on either basis.
 *
 * Principal that is given up goes to the loss allowance always: how much stands there, and the expense
 * that makes it up, is decided when provisions are made. What comes back after a write-off is income. A
 * loan that moved in from other books stands against the opening balances; so does interest that was
 * income there and is not paid yet.
 */
import { amount, type Amount } from '#worker/kernel/money'
import { account, accountId, type AccountCode, type AccountKey } from '#worker/ledger/account'
import type { Transfer } from '#worker/ledger/entry'

type Part = 'principal' | 'interest' | 'fees' | 'penalties' | 'overpayment'
type Channel = 'bank' | 'cash' | 'payout' | 'reserve' | 'opening'
type Kind =
  | 'disbursed'
  | 'movedIn'
  | 'drawn'
  | 'repaid'
  | 'refunded'
  | 'charged'
  | 'waived'
  | 'discounted'
  | 'writtenOff'
  | 'recovered'
  | 'rescheduled'
  | 'paused'
  | 'accrued'
  | 'unearned'

/** A part of the money of one kind of event; below zero, less of it than was booked. */
export type LoanMovement = { kind: Kind; part: Part; channel?: Channel; amount: Amount }

/** The book it stands in, the loan and the group whose reserve may pay for it. */
export type LoanOf = { book: string; id: string; groupId?: string | null }

type Pair = [debit: AccountCode, credit: AccountCode]

const MONEY: Record<Channel, AccountCode> = {
  bank: 'bank',
  cash: 'cash',
  payout: 'due-from-operator',
  reserve: 'group-reserve',
  opening: 'opening-balances',
}

const ACCOUNT_OF: Record<Part, AccountCode> = {
  principal: 'loans-receivable',
  interest: 'interest-income',
  fees: 'fee-income',
  penalties: 'penalty-income',
  overpayment: 'overpayments',
}

/** What was income before the books began is in their opening balances already, on both sides. */
function isIncomeOfBefore(part: Part, channel: Channel): boolean {
  return channel === 'opening' && part !== 'principal' && part !== 'overpayment'
}

/** Which account is debited and which credited by more of it; none where nothing is booked. */
function pairOf(kind: Kind, part: Part, channel: Channel): Pair | undefined {
  const money = MONEY[channel]
  switch (kind) {
    case 'disbursed':
    case 'drawn':
      return part === 'principal' ? ['loans-receivable', money] : [money, ACCOUNT_OF[part]]
    case 'repaid':
      return [money, ACCOUNT_OF[part]]
    case 'movedIn':
      return part === 'principal' ? [money, 'loans-receivable'] : ['interest-income', money]
    case 'recovered':
      return [money, part === 'principal' ? 'recoveries' : ACCOUNT_OF[part]]
    case 'refunded':
      return ['overpayments', money]
    case 'discounted':
    case 'writtenOff':
      return part === 'principal' ? ['loss-allowance', 'loans-receivable'] : undefined
    case 'accrued':
      return ['interest-receivable', 'interest-income']
    case 'unearned':
      return ['interest-income', 'unearned-interest']
    case 'charged':
    case 'waived':
    case 'rescheduled':
    case 'paused':
      return undefined
  }
}

const OF_THE_LOAN: readonly AccountCode[] = [
  'loans-receivable',
  'interest-receivable',
  'overpayments',
  'unearned-interest',
]

/** What is owed for or to one loan is kept apart, and a reserve by its group; the rest is not. */
function keyOf({ book, id, groupId }: LoanOf, code: AccountCode): AccountKey {
  if (code === 'group-reserve') return account(book, code, groupId ?? '')
  return account(book, code, OF_THE_LOAN.includes(code) ? id : '')
}

type Net = Map<string, { key: AccountKey; debit: number }>

function put(net: Net, key: AccountKey, debit: number): void {
  const before = net.get(accountId(key))?.debit ?? 0
  net.set(accountId(key), { key, debit: before + debit })
}

/** What each account holds of the loan: above zero on its debit side, below on its credit side. */
export function loanPositions(loan: LoanOf, movements: readonly LoanMovement[]): Net {
  const net: Net = new Map()
  for (const { kind, part, channel = 'bank', amount: moved } of movements) {
    const isOfBefore = kind !== 'movedIn' && isIncomeOfBefore(part, channel)
    const pair = isOfBefore ? undefined : pairOf(kind, part, channel)
    if (pair === undefined) continue
    put(net, keyOf(loan, pair[0]), moved)
    put(net, keyOf(loan, pair[1]), -moved)
  }
  return net
}

export function loanTransfers(loan: LoanOf, movements: readonly LoanMovement[]): Transfer[] {
  return joined([...loanPositions(loan, movements).values()])
}

/** Net debits and net credits, equal in sum, joined into transfers. */
function joined(net: readonly { key: AccountKey; debit: number }[]): Transfer[] {
  const debits = net.filter((one) => one.debit > 0).map(({ key, debit }) => ({ key, left: debit }))
  const credits = net
    .filter((one) => one.debit < 0)
    .map(({ key, debit }) => ({ key, left: -debit }))
  const transfers: Transfer[] = []
  for (const to of debits) {
    for (const from of credits) {
      const moved = Math.min(to.left, from.left)
      if (moved === 0) continue
      transfers.push({ debit: to.key, credit: from.key, amount: amount(moved) })
      to.left -= moved
      from.left -= moved
    }
  }
  return transfers
}
