/** How the money of a lender's funds comes in and goes back to whoever gave it. */
import type { Amount } from '#worker/kernel/money'
import { account, type AccountKey } from '#worker/ledger/account'
import type { Posting } from '#worker/ledger/entry'
import type { Common } from '#worker/ledger/posting-rules/flow'

/** The capital of each fund is kept apart; the first fund, which bears the book's own id, needs no name. */
export function capitalAccount(book: string, fund: string): AccountKey {
  return account(book, 'fund-capital', fund === book ? '' : fund)
}

type Moved = {
  /** What the entry is about: a receipt, a return. */
  id: string
  /** The lender's first when left out. */
  fund?: string
  source: string
  amount: Amount
  channel?: 'bank' | 'cash'
}

/** A lender's book: money to lend has come in. */
export function fundReceived(
  { book, on }: Common,
  { id, fund = book, source, amount, channel = 'bank' }: Moved,
): Posting {
  return {
    book,
    rule: 'fund-received',
    subject: id,
    description: `Dana masuk dari ${source}`,
    valueOn: on,
    transfers: [{ debit: account(book, channel), credit: capitalAccount(book, fund), amount }],
  }
}

/** A lender's book: money went back to whoever had given it. */
export function fundReturned(
  { book, on }: Common,
  { id, fund = book, source, amount, channel = 'bank' }: Moved,
): Posting {
  return {
    book,
    rule: 'fund-returned',
    subject: id,
    description: `Dana dikembalikan kepada ${source}`,
    valueOn: on,
    transfers: [{ debit: capitalAccount(book, fund), credit: account(book, channel), amount }],
  }
}
