/**
 * A bank statement as a list of lines: what came in, on which day, with which words. What a bank adds around
 * it (names of the account, opening and closing balances, sums) is passed over; a line that should be one
 * and cannot be read is a fault with its place. Money that left is counted and otherwise left alone.
 */
import type { LocalDate } from '#worker/kernel/calendar'
import type { Amount } from '#worker/kernel/money'
import { sentence, type Sentence } from '#worker/kernel/sentence'
import { dayWritten } from '#worker/ledger/bank-statements/day-text'
import { amountWritten, markOf, type Mark } from '#worker/ledger/bank-statements/amount-text'
import { rowsOf, SEPARATORS, type Row } from '#worker/ledger/bank-statements/csv'
import {
  BANKS,
  columnsNamed,
  columnsOf,
  type Bank,
  type Columns,
  type Named,
} from '#worker/ledger/bank-statements/layouts'

export type StatementLine = {
  /** Of the file, from 1. */
  line: number
  on: LocalDate
  amount: Amount
  description: string
  /** Which of several equal ones of a day it is, from 1. */
  nth: number
}

/** As it is kept: told from all others of its book by its fingerprint. */
export type NewLine = Omit<StatementLine, 'nth'> & { id: string; fingerprint: string }

export type Fault = { line: number; column: string; detail: Sentence }

export type Statement = {
  bank: Bank
  credits: readonly StatementLine[]
  /** How many lines of money that left. */
  debits: number
  faults: readonly Fault[]
}

export const MOST_LINES = 2_000

type Asked = { today: LocalDate; named?: Named | undefined }

/** Null when no header of a known bank, or none with the columns named, is in the file. */
export function readStatement(text: string, asked: Asked): Statement | null {
  for (const separator of SEPARATORS) {
    const rows = rowsOf(text, separator)
    for (const [i, row] of rows.slice(0, 40).entries()) {
      const known = layoutOf(row, asked.named)
      if (known) return linesOf(rows, i, { ...known, ...asked })
    }
  }
  return null
}

type Known = { bank: Bank; columns: Columns }

function layoutOf({ cells }: Row, named: Named | undefined): Known | null {
  if (named) {
    const columns = columnsNamed(named, cells)
    return columns && { bank: 'general', columns }
  }
  for (const bank of BANKS) {
    const columns = bank === 'general' ? null : columnsOf(bank, cells)
    if (columns) return { bank, columns }
  }
  return null
}

function linesOf(rows: readonly Row[], head: number, known: Known & Asked): Statement {
  const header = rows[head]!.cells
  const year = yearIn(rows.slice(0, head)) ?? known.today.slice(0, 4)
  const read: (Read | Fault)[] = []
  for (const row of rows.slice(head + 1)) {
    const one = lineOf(row, { ...known, header, year })
    if (one) read.push(one)
  }
  const lines = read.filter((one): one is Read => 'mark' in one)
  const credits = lines.filter((one) => one.mark === 'credit' && one.amount > 0)
  return {
    bank: known.bank,
    credits: numbered(credits),
    debits: lines.filter((one) => one.mark === 'debit').length,
    faults: read.filter((one): one is Fault => 'detail' in one),
  }
}

type Read = { line: number; on: LocalDate; amount: Amount; mark: Mark; description: string }
type Reading = Known & Asked & { header: readonly string[]; year: string }

/** What a bank writes around its lines, and what has not been booked yet. */
const AROUND = /^['"\s]*(saldo|mutasi|total|opening|closing|ending|ledger|pend)\b/i

function lineOf({ line, cells }: Row, reading: Reading): Read | Fault | null {
  const { columns, header, today, year } = reading
  const cell = (at: number | null) => (at === null ? '' : (cells[at] ?? '').trim())
  const day = cell(columns.on)
  const money = moneyOf(cell, columns)
  const around = (day === '' ? cells : [day]).some((one) => AROUND.test(one.trim()))
  if (around) return null
  if (day === '' && money === null) return null
  const fault = (at: number | null, id: string, en: string): Fault => ({
    line,
    column: header[at ?? 0]?.trim() || String((at ?? 0) + 1),
    detail: sentence(id, en),
  })
  const on = dayWritten(day, year, today)
  if (on === null) {
    return fault(columns.on, `Tanggal tidak terbaca: “${day}”.`, `Not a date: “${day}”.`)
  }
  const { at, text, value, ...said } = money ?? {
    at: columns.amount,
    text: '',
    mark: null,
    value: null,
  }
  // A file of one's own without a column of sides: what is above zero came in.
  const mark = said.mark ?? (reading.bank === 'general' && columns.mark === null ? 'credit' : null)
  if (value === null) {
    return fault(
      at,
      `Jumlah tidak terbaca: “${text}”. Rupiah bulat, tanpa sen.`,
      `Not an amount: “${text}”. Whole rupiah, no cents.`,
    )
  }
  if (mark === null) {
    return fault(
      columns.mark ?? at,
      'Tidak jelas ini uang masuk (CR) atau keluar (DB).',
      'It does not say whether this came in (CR) or went out (DB).',
    )
  }
  const description = columns.description.map(cell).filter(Boolean).join(' ')
  return {
    line,
    on,
    amount: value,
    mark,
    description: description
      .replace(/[\s\p{Cc}]+/gu, ' ')
      .trim()
      .slice(0, 240),
  }
}

type Money = { at: number; text: string; value: Amount | null; mark: Mark | null }

/** The side with money in it; null when the row holds none at all. */
function moneyOf(cell: (at: number | null) => string, columns: Columns): Money | null {
  const { amount, mark, debit, credit } = columns
  if (amount !== null && cell(amount) !== '') {
    const written = amountWritten(cell(amount))
    const side = markOf(cell(mark)) ?? written?.mark ?? null
    return { at: amount, text: cell(amount), value: written?.amount ?? null, mark: side }
  }
  const sides = [
    [credit, 'credit'],
    [debit, 'debit'],
  ] as const
  for (const [at, side] of sides) {
    const text = cell(at)
    if (at === null || text === '' || text === '-') continue
    const value = amountWritten(text)?.amount ?? null
    if (value !== 0) return { at, text, value, mark: side }
  }
  return null
}

/** The year of the period that a bank writes above its lines: the last one named. */
function yearIn(rows: readonly Row[]): string | null {
  const years = rows.flatMap(
    ({ cells }) => cells.join(' ').match(/\b\d{1,2}[/-]\d{1,2}[/-](20\d\d)\b/g) ?? [],
  )
  return years.at(-1)?.slice(-4) ?? null
}

/** Equal lines of a day are told apart by their number, so that importing them again adds none. */
function numbered(lines: readonly Read[]): StatementLine[] {
  const counts = new Map<string, number>()
  return lines.map(({ line, on, amount, description }) => {
    const same = `${on}|${amount}|${description}`
    const nth = (counts.get(same) ?? 0) + 1
    counts.set(same, nth)
    return { line, on, amount, description, nth }
  })
}

/** What makes two lines of a book's account the same; its hash is their key. */
export function sameness(book: string, { on, amount, description, nth }: StatementLine): string {
  const words = description.toLowerCase().replace(/[^a-z0-9]/g, '')
  return `${book}|${on}|${amount}|${words}|${nth}`
}
