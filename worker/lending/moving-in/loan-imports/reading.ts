/**
 * From the rows of a sheet to the loans it speaks of. Rows of one loan are those of one number, or
 * without a number below it; the row with a principal is the loan itself.
 */
import type { LocalDate } from '#worker/kernel/calendar'
import { sentence, type Sentence } from '#worker/kernel/sentence'
import * as cell from '#worker/lending/moving-in/loan-imports/cells'
import type { Reading } from '#worker/lending/moving-in/loan-imports/cells'
import {
  columnsOf,
  type Columns,
  type FieldName,
} from '#worker/lending/moving-in/loan-imports/columns'
import type {
  Fault,
  Member,
  Payment,
  ReadLoan,
  Sheet,
  WantedLoan,
} from '#worker/lending/moving-in/loan-imports/wanted'

export const MOST_LINES = 5000

export type Row = { line: number; cells: readonly string[] }
export type Csv = {
  rows: readonly Row[]
  faults: readonly { line: number; column: number; detail: Sentence }[]
}

const said = {
  missing: sentence('Belum diisi.', 'This is missing.'),
  long: sentence('Tulisan ini terlalu panjang.', 'This text is too long.'),
  twice: sentence(
    'Nomor pinjaman ini sudah ada di atas dengan pokoknya sendiri.',
    'This loan number stands above with a principal of its own.',
  ),
  stray: sentence(
    'Baris ini tidak ada pinjamannya: nomor ini tidak punya baris pokok pinjaman.',
    'This line belongs to no loan: its number has no line with a principal.',
  ),
  empty: sentence(
    'Baris ini bukan pinjaman, anggota, atau setoran.',
    'This line is no loan, no member and no payment.',
  ),
  rate: sentence('Isi jasa setahun atau sebulan, satu saja.', 'Give the rate a year or a month.'),
}

/** Null when the headings are not those of a sheet of loans. */
export function readSheet(csv: Csv, today: LocalDate): Sheet | null {
  const columns = columnsOf(csv.rows)
  if (!columns) return null
  const rows = csv.rows.slice(columns.headRows)
  const places = Object.fromEntries(
    Object.entries(columns.at).map(([field, at]) => {
      return [field, { column: at + 1, heading: columns.titles[at] ?? '' }]
    }),
  )
  const broken = csv.faults.map((one): Fault => {
    return { ...one, heading: columns.titles[one.column - 1] ?? null }
  })
  const loans = drafts(rows, columns).map((draft) =>
    new LoanReader(draft, columns, today).read(broken),
  )
  return { lines: rows.length, loans, places }
}

type Draft = { number: string; head: Row | null; rows: Row[]; again: Row[] }

function drafts(rows: readonly Row[], { at }: Columns): Draft[] {
  const textOf = (row: Row, field: FieldName) => row.cells[at[field] ?? -1]?.trim() ?? ''
  const byNumber = new Map<string, Draft>()
  let above = ''
  for (const row of rows) {
    const number = textOf(row, 'number') || above
    const key = number.toLowerCase()
    const draft = byNumber.get(key) ?? { number, head: null, rows: [], again: [] }
    byNumber.set(key, draft)
    above = number
    const isLoan = textOf(row, 'principal') !== ''
    if (isLoan && draft.head) draft.again.push(row)
    else draft.rows.push(row)
    if (isLoan) draft.head ??= row
  }
  return [...byNumber.values()]
}

class LoanReader {
  private readonly faults: Fault[] = []
  private readonly draft: Draft
  private readonly columns: Columns
  private readonly today: LocalDate

  constructor(draft: Draft, columns: Columns, today: LocalDate) {
    this.draft = draft
    this.columns = columns
    this.today = today
  }

  read(broken: readonly Fault[]): ReadLoan {
    const { number, head, rows, again } = this.draft
    const lines = new Set([...rows, ...again].map((row) => row.line))
    this.faults.push(...broken.filter((one) => lines.has(one.line)))
    for (const row of again) this.fault(row, 'principal', said.twice)
    const wanted = head === null ? null : this.loan(head)
    if (head === null) this.fault(rows[0]!, 'number', said.stray)
    const known = { line: (head ?? rows[0]!).line, number, borrower: wanted?.borrower ?? '' }
    if (wanted === null || this.faults.length > 0)
      return { ...known, wanted: null, faults: this.faults }
    return { ...known, wanted, faults: null }
  }

  private fault(row: Row, field: FieldName, detail: Sentence): void {
    const at = this.columns.at[field]
    const heading = at === undefined ? null : (this.columns.titles[at] ?? null)
    this.faults.push({ line: row.line, column: at === undefined ? null : at + 1, heading, detail })
  }

  private text(row: Row, field: FieldName, most = 120): string {
    const text = row.cells[this.columns.at[field] ?? -1]?.replace(/[\s\p{Cc}]+/gu, ' ').trim() ?? ''
    if (text.length > most) this.fault(row, field, said.long)
    return text.slice(0, most)
  }

  private maybe<T>(row: Row, field: FieldName, read: (text: string) => Reading<T>): T | undefined {
    const text = this.text(row, field)
    if (text === '') return undefined
    const reading = read(text)
    if ('value' in reading) return reading.value
    this.fault(row, field, reading.fault)
    return undefined
  }

  private needed<T>(row: Row, field: FieldName, read: (text: string) => Reading<T>): T | undefined {
    if (this.text(row, field) === '') this.fault(row, field, said.missing)
    return this.maybe(row, field, read)
  }

  private loan(row: Row): WantedLoan | null {
    const day = (text: string) => cell.dayFrom(text, this.today)
    const plain = (text: string): Reading<string> => ({ value: text })
    const borrower = this.needed(row, 'borrower', plain)
    const phone = this.needed(row, 'phone', cell.phoneOf)
    const principal = this.needed(row, 'principal', cell.moneyFrom)
    const instalments = this.needed(row, 'instalments', (text) => cell.countFrom(text, 600))
    const disbursedOn = this.needed(row, 'disbursedOn', day)
    const left = this.needed(row, 'left', cell.moneyFrom)
    if (this.draft.number === '') this.fault(row, 'number', said.missing)
    if (this.draft.number.length > 60) this.fault(row, 'number', said.long)
    const told = { ...this.terms(row, day), ...this.balances(row) }
    const members = this.draft.rows.flatMap((one) => this.member(one) ?? [])
    const payments = this.draft.rows.flatMap((one) => this.payment(one, day) ?? [])
    for (const one of this.draft.rows)
      if (this.isEmpty(one, row)) this.fault(one, 'number', said.empty)
    if (!borrower || !phone || !principal || !instalments || !disbursedOn || left === undefined) {
      if (principal === 0) this.fault(row, 'principal', said.missing)
      return null
    }
    const names = {
      region: this.text(row, 'region') || null,
      group: this.text(row, 'group') || null,
      product: this.text(row, 'product') || null,
      fund: this.text(row, 'fund') || null,
    }
    const { number } = this.draft
    const known = { line: row.line, number, borrower, phone, ...names, principal, instalments }
    return { ...known, ...told, disbursedOn, left, members, payments }
  }

  private terms(row: Row, day: (text: string) => Reading<LocalDate>) {
    const yearly = this.maybe(row, 'yearlyRate', (text) => cell.rateFrom(text, 1))
    const monthly = this.maybe(row, 'monthlyRate', (text) => cell.rateFrom(text, 12))
    if (yearly !== undefined && monthly !== undefined) this.fault(row, 'monthlyRate', said.rate)
    const told = {
      annualRate: yearly ?? monthly,
      interestMethod: this.maybe(row, 'method', cell.methodFrom),
      amortization: this.maybe(row, 'amortization', cell.amortizationFrom),
      firstDueOn: this.maybe(row, 'firstDueOn', day),
      ...this.maybe(row, 'period', cell.periodFrom),
    }
    return withoutUnsaid(told)
  }

  private balances(row: Row) {
    return withoutUnsaid({
      principalPaid: this.maybe(row, 'principalPaid', cell.moneyFrom),
      interestPaid: this.maybe(row, 'interestPaid', cell.moneyFrom),
      principalArrears: this.maybe(row, 'principalArrears', cell.moneyFrom),
      interestArrears: this.maybe(row, 'interestArrears', cell.moneyFrom),
      penalties: this.maybe(row, 'penalties', cell.moneyFrom),
    })
  }

  private member(row: Row): Member | null {
    const name = this.text(row, 'member')
    if (name === '' && this.text(row, 'share') === '') return null
    if (name === '') this.fault(row, 'member', said.missing)
    const amount = this.needed(row, 'share', cell.moneyFrom)
    const phone = this.maybe(row, 'memberPhone', cell.phoneOf) ?? null
    return amount === undefined ? null : { line: row.line, name, phone, amount }
  }

  private payment(row: Row, day: (text: string) => Reading<LocalDate>): Payment | null {
    if (this.text(row, 'paidOn') === '' && this.text(row, 'paid') === '') return null
    const on = this.needed(row, 'paidOn', day)
    const amount = this.needed(row, 'paid', cell.moneyFrom)
    if (amount === 0) this.fault(row, 'paid', said.missing)
    return on && amount ? { line: row.line, on, amount } : null
  }

  private isEmpty(row: Row, head: Row): boolean {
    const fields = ['member', 'share', 'paidOn', 'paid'] as const
    return row !== head && fields.every((field) => this.text(row, field) === '')
  }
}

type Said<T> = { [K in keyof T]?: Exclude<T[K], undefined> }

function withoutUnsaid<T extends object>(told: T): Said<T> {
  return Object.fromEntries(
    Object.entries(told).filter(([, value]) => value !== undefined),
  ) as Said<T>
}
