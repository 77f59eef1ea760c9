/**
 * How the money of a loan moves between a lender's accounts. The replay of the loan says which part of
 * which kind of event grew or shrank; here each finds its account and its side, and what is left net is
 * joined into transfers. On the cash basis what is only charged or waived moves nothing.
 */
import { amount, type Amount } from '#worker/kernel/money'
import { account, accountId, CHART, type AccountKey, type Side } from '#worker/ledger/account'
import type { Transfer } from '#worker/ledger/entry'

type Part = keyof typeof ACCOUNT_OF

/** A part of the money of one kind of event; below zero, less of it than was booked. */
export type LoanMovement = {
  kind: 'disbursed' | 'charged' | 'waived' | 'repaid' | 'refunded'
  part: Part
  amount: Amount
}

const ACCOUNT_OF = {
  principal: 'loans-receivable',
  interest: 'interest-income',
  fees: 'fee-income',
  penalties: 'penalty-income',
  overpayment: 'overpayments',
} as const

/** On which side the part's account is booked; the bank is on the other. */
const SIDE_OF: Record<LoanMovement['kind'], Partial<Record<Part, Side>>> = {
  disbursed: { principal: 'debit', fees: 'credit' },
  repaid: {
    principal: 'credit',
    interest: 'credit',
    fees: 'credit',
    penalties: 'credit',
    overpayment: 'credit',
  },
  refunded: { overpayment: 'debit' },
  charged: {},
  waived: {},
}

type Net = Map<string, { key: AccountKey; debit: number }>

export function loanTransfers(
  book: string,
  loan: string,
  movements: readonly LoanMovement[],
): Transfer[] {
  const net: Net = new Map()
  for (const { kind, part, amount: moved } of movements) {
    const side = SIDE_OF[kind][part]
    if (side === undefined) continue
    const debit = side === 'debit' ? moved : -moved
    put(net, partAccount(book, loan, part), debit)
    put(net, account(book, 'bank'), -debit)
  }
  return joined([...net.values()])
}

function put(net: Net, key: AccountKey, debit: number): void {
  const before = net.get(accountId(key))?.debit ?? 0
  net.set(accountId(key), { key, debit: before + debit })
}

/** What is owed for or to one loan is kept apart; income is not. */
function partAccount(book: string, loan: string, part: Part): AccountKey {
  const code = ACCOUNT_OF[part]
  return account(book, code, CHART[code].type === 'income' ? '' : loan)
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
