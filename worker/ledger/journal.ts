/**
 * A book as a plain-text journal that hledger and ledger accept: one dated entry with its postings,
 * debits positive. Amounts carry the commodity IDR and no decimals.
 */
import type { AccountCode } from '#worker/ledger/account'
import { CHART } from '#worker/ledger/account'

type Head = { id: string; rule: string; subject: string; description: string; valueOn: string }
type Row = { entryId: string; debit: string; credit: string; amount: number }

export const JOURNAL_HEADER = `; Plain-text journal. Check it with: hledger check -f FILE
commodity 1000. IDR
decimal-mark .

`

/** `lender/loans-receivable/0192…` → `assets:loans:0192…`, under the book's name. */
export function journalAccount(id: string, bookName: string): string {
  const [, code = '', holder = ''] = id.split('/')
  const path = CHART[code as AccountCode].journal
  return [path, bookName, holder].filter((part) => part !== '').join(':')
}

/** Text that cannot be taken for syntax: no line breaks, no comment mark, no double space. */
function plain(text: string): string {
  return text.replace(/[\r\n;|]+/g, ' ').replace(/\s+/g, ' ').trim()
}

export function journalEntry(head: Head, rows: readonly Row[], bookName: string): string {
  const lines = [`${head.valueOn} (${head.id}) ${plain(head.description)}  ; rule:${head.rule}`]
  for (const { debit, credit, amount } of rows) {
    lines.push(`    ${journalAccount(debit, bookName)}  ${amount} IDR`)
    lines.push(`    ${journalAccount(credit, bookName)}  ${-amount} IDR`)
  }
  return `${lines.join('\n')}\n\n`
}
