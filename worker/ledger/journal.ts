/**
 * A book as a plain-text journal that hledger and ledger both accept, strictly: every account and the
 * one commodity are declared, debits are positive, amounts are whole rupiah. Text is folded to ASCII,
 * since hledger reads a file in the encoding of whatever terminal it was started from.
 */
import { CHART, type AccountCode } from '#worker/ledger/account'

export type JournalHead = {
  id: string
  rule: string
  description: string
  valueOn: string
  reverses: string | null
}
export type JournalTransfer = { debit: string; credit: string; amount: number }

export const JOURNAL_HEADER = `; Plain-text journal, for: hledger -f FILE check --strict
; and for: ledger -f FILE --pedantic balance
commodity IDR
    format IDR 1000.

`

/** `0192…/loans-receivable/0195…` → `assets:loans:dana-desa:0195…`, for the book `dana-desa`. */
export function journalAccount(id: string, book: string): string {
  const [, code = '', holder = ''] = id.split('/')
  const path = CHART[code as AccountCode].journal
  return [path, segment(book), segment(holder)].filter((part) => part !== '').join(':')
}

/** The declarations of accounts, before the first entry that names them. */
export function journalAccounts(ids: readonly string[], book: string): string {
  return ids.map((id) => `account ${journalAccount(id, book)}\n`).join('') + '\n'
}

export function journalEntry(
  head: JournalHead,
  transfers: readonly JournalTransfer[],
  book: string,
): string {
  const reverses = head.reverses === null ? '' : `, reverses:${head.reverses}`
  const lines = [
    `${head.valueOn} (${head.id}) ${plain(head.description)}  ; rule:${head.rule}${reverses}`,
  ]
  for (const { debit, credit, amount } of transfers) {
    lines.push(`    ${journalAccount(debit, book)}  IDR ${amount}`)
    lines.push(`    ${journalAccount(credit, book)}  IDR ${-amount}`)
  }
  return `${lines.join('\n')}\n\n`
}

/** The balances that a period begins with, account by account of the chart: together nothing. */
export function journalOpening(
  on: string,
  sums: readonly { code: string; debits: number; credits: number }[],
  book: string,
): string {
  const standing = sums.filter(({ debits, credits }) => debits !== credits)
  if (standing.length === 0) return ''
  const names = standing.map(({ code }) => journalAccount(`/${code}/`, book))
  const lines = standing.map(({ debits, credits }, i) => `    ${names[i]}  IDR ${debits - credits}`)
  const accounts = names.map((name) => `account ${name}\n`).join('')
  return `${accounts}\n${on} Saldo awal  ; rule:opening\n${lines.join('\n')}\n\n`
}

/** ASCII that cannot be taken for syntax: no line breaks, no comment mark, no double space. */
function plain(text: string): string {
  const folded = text.normalize('NFKD').replace(/\p{Mark}/gu, '')
  const words = folded.replace(/[\p{C}\p{Z}\s;|]+/gu, ' ').replace(/[^\x20-\x7e]/gu, '?')
  return words.trim() || '-'
}

/** One step of an account's path. */
function segment(text: string): string {
  return plain(text)
    .replace(/[^\w.-]+/g, '-')
    .replace(/^-$/, '')
}
