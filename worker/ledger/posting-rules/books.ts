/** How a lender's book is kept in order: entries written by hand, years closed, losses provided for. */
import { amount, type Amount } from '#worker/kernel/money'
import { account, type AccountCode } from '#worker/ledger/account'
import type { Posting } from '#worker/ledger/entry'
import { flow, type Common, type Part } from '#worker/ledger/posting-rules/flow'

export type HandLine = { code: AccountCode; holder: string; debit: Amount; credit: Amount }

/** Whatever no rule writes: rent paid, a computer bought, interest of the bank. Its sums are equal. */
export function entryWritten(
  { book, on }: Common,
  { id, description, lines }: { id: string; description: string; lines: readonly HandLine[] },
): Posting {
  const side = (of: 'debit' | 'credit'): Part[] =>
    lines
      .filter((line) => line[of] > 0)
      .map((line) => ({ account: account(book, line.code, line.holder), amount: line[of] }))
  const transfers = flow(side('debit'), side('credit'))
  return { book, rule: 'entry-written', subject: id, description, valueOn: on, transfers }
}

/** What an account of income or expense holds: above zero on its debit side. */
export type Closing = { code: AccountCode; holder: string; debit: number }

/** Income and expenses begin the new year with nothing; their difference is what was earned. */
export function yearClosed(
  { book, on }: Common,
  { id, year, balances }: { id: string; year: string; balances: readonly Closing[] },
): Posting {
  const result = -balances.reduce((sum, one) => sum + one.debit, 0)
  const all: Closing[] = [...balances, { code: 'retained-earnings', holder: '', debit: result }]
  const part = ({ code, holder, debit }: Closing): Part => ({
    account: account(book, code, holder),
    amount: amount(Math.abs(debit)),
  })
  const transfers = flow(
    all.filter((one) => one.debit < 0).map(part),
    all.filter((one) => one.debit > 0).map(part),
  )
  const description = `Penutupan tahun buku ${year}`
  return { book, rule: 'year-closed', subject: id, description, valueOn: on, transfers }
}

/** What is set aside for loans that may be lost grows by an expense, or shrinks against it. */
export function provisionChanged(
  { book, on }: Common,
  { id, change }: { id: string; change: Amount },
): Posting {
  const [expense, allowance] = [account(book, 'provision-expense'), account(book, 'loss-allowance')]
  const transfer =
    change > 0
      ? { debit: expense, credit: allowance, amount: change }
      : { debit: allowance, credit: expense, amount: amount(-change) }
  return {
    book,
    rule: 'provision-changed',
    subject: id,
    description: 'Penyesuaian cadangan kerugian pinjaman',
    valueOn: on,
    transfers: [transfer],
  }
}
