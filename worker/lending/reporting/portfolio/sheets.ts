/**
 * The tables of a portfolio as sheets, with what they are as of above them. Shares are percent with two
 * decimals.
 */
import type { PortfolioAnswer, PortfolioLoan } from '#worker/lending/reporting/portfolio/answers'
import type { SheetName } from '#worker/lending/reporting/portfolio/requests'
import { WORDS } from '#worker/lending/reporting/portfolio/words'

type Cell = string | number | null
type Row = readonly Cell[]

export const percent = (bps: number | null): Cell => (bps === null ? null : (bps / 100).toFixed(2))

const TABLES: Record<SheetName, (of: PortfolioAnswer) => Row[]> = {
  classes: ({ classes, target }) => [
    ['Golongan', 'Pinjaman', 'Saldo pokok', 'Tunggakan', 'Cadangan %', 'Cadangan'],
    ...classes.map((one) => [
      ...[WORDS[one.name], one.loans, one.balance, one.overdue, percent(one.bps), one.provision],
    ]),
    ['Jumlah', null, null, null, null, target],
  ],
  risk: ({ risk, tkb90, balance }) => [
    ['Ukuran', 'Pinjaman', 'Saldo pokok', '%'],
    ...risk.map((one) => [`PAR ${one.over || 1}`, one.loans, one.balance, percent(one.bps)]),
    ['TKB90', null, null, percent(tkb90)],
    ['Saldo pokok', null, balance, null],
  ],
  officers: ({ officers }) => [
    ['Petugas', 'Pinjaman', 'Saldo pokok', 'Tunggakan', 'Lewat 30 hari', 'PAR30 %'],
    ...officers.map((one) => [
      ...[one.name ?? '–', one.loans, one.balance, one.overdue, one.atRisk, percent(one.bps)],
    ]),
  ],
  vintage: ({ vintages }) => [
    ['Triwulan pencairan', 'Pinjaman', 'Dipinjamkan', 'Saldo pokok', 'Lewat 30 hari', 'PAR30 %'],
    ...vintages.map((one) => [
      ...[one.quarter, one.loans, one.lent, one.balance, one.atRisk, percent(one.bps)],
    ]),
  ],
  dues: ({ dues }) => [
    ['Jatuh tempo', 'Angsuran', 'Jumlah'],
    ...dues.map((one) => [one.on, one.loans, one.amount]),
  ],
  days: ({ days }) => [
    ['Hari', 'Saldo pokok', 'Lewat 30 hari', 'PAR30 %'],
    ...days.map((one) => [one.day, one.balance, one.atRisk, percent(one.bps)]),
  ],
}

export function sheetRows(name: SheetName, of: PortfolioAnswer): Row[] {
  const { lender, day, profile } = of
  const basis = profile.dated ? `${profile.source} (${profile.dated})` : profile.source
  return [[lender.name, `per ${day ?? '–'}`, basis], ...TABLES[name](of)]
}

export const loanHead = (day: string | null): Cell[] => [
  ...[`Nomor (per ${day ?? '–'})`, 'Peminjam', 'Kelompok', 'Produk', 'Petugas', 'Golongan'],
  ...['Hari tunggakan', 'Dipinjamkan', 'Saldo pokok', 'Tunggakan', 'Jasa akrual'],
]

export const loanLine = (loan: PortfolioLoan): Cell[] => [
  ...[loan.number, loan.borrower, loan.group, loan.product, loan.officer, WORDS[loan.class]],
  ...[loan.daysLate, loan.lent, loan.balance, loan.overdue, loan.receivable],
]
