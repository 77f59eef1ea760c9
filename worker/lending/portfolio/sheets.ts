/**
 * The tables of a portfolio as sheets, with what they are as of above them. Shares are percent with two
 * decimals. The health worksheet of a koperasi (Perdep 06/Per/Dep.6/IV/2016) and the PUMK report are filled
 * as far as the loans tell; what they do not tell stands there as not covered, never as zero.
 */
import type { PortfolioAnswer } from '#worker/lending/portfolio/answers'
import type { SheetName } from '#worker/lending/portfolio/requests'
import { WORDS } from '#worker/lending/portfolio/words'

type Cell = string | number | null
type Row = readonly Cell[]

export const percent = (bps: number | null): Cell => (bps === null ? null : (bps / 100).toFixed(2))

/** How much of one figure another is, in basis points. */
const ratio = (part: number, whole: number) =>
  whole === 0 ? null : Math.round((part / whole) * 10_000)

const balanceOf = ({ classes }: PortfolioAnswer, name: string) =>
  classes.find((one) => one.name === name)?.balance ?? 0

const TABLES: Record<Exclude<SheetName, 'ksp-health'>, (of: PortfolioAnswer) => Row[]> = {
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
  pumk: (of) => {
    const held = PUMK.map(([name, weight]) => ({ name, weight, balance: balanceOf(of, name) }))
    const weighted = held.reduce((total, one) => total + (one.balance * one.weight) / 100, 0)
    const special = balanceOf(of, 'special-mention')
    return [
      ['Kualitas piutang PUMK', 'Saldo pokok', 'Bobot %', 'Tertimbang'],
      ...held.map(({ name, balance, weight }) => {
        const whole = name === 'current' ? balance + special : balance
        return [WORDS[name], whole, weight, Math.round((whole * weight) / 100)]
      }),
      ['Jumlah', of.balance, null, Math.round(weighted + special)],
      ['Tingkat kolektibilitas %', percent(ratio(weighted + special, of.balance)), null, null],
      ['Dipinjamkan menurut triwulan', 'Dipinjamkan', 'Saldo pokok', null],
      ...of.vintages.map((one) => [one.quarter, one.lent, one.balance, null]),
      ['Efektivitas penyaluran', UNCOVERED, 'Lihat dana pada buku', null],
      ['Sektor usaha dan wilayah mitra binaan', UNCOVERED, null, null],
    ]
  },
}

/** Weights of the four qualities in the collectability of PUMK. */
const PUMK = [
  ['current', 100],
  ['substandard', 75],
  ['doubtful', 25],
  ['loss', 0],
] as const

const UNCOVERED = 'tidak tercakup'

/** The ratios of productive assets; of the rest of the worksheet the loans tell nothing. */
function health(of: PortfolioAnswer, allowance: number): Row[] {
  const [bad, doubtful, lost] = ['substandard', 'doubtful', 'loss'].map((one) => balanceOf(of, one))
  const problem = bad! + doubtful! + lost!
  const risk = Math.round(bad! * 0.5 + doubtful! * 0.75 + lost!)
  const later = of.risk.find(({ over }) => over === 0)?.balance ?? 0
  return [
    ['Kertas kerja kesehatan KSP/USP', 'Perdep 06/Per/Dep.6/IV/2016', null, null],
    ['Aspek dan komponen', 'Pembilang', 'Penyebut', 'Rasio %'],
    ['2.1 Pinjaman pada anggota : pinjaman diberikan', UNCOVERED, of.balance, null],
    [
      ...['2.2 Risiko pinjaman bermasalah (50% KL + 75% D + 100% M) : pinjaman diberikan', risk],
      ...[of.balance, percent(ratio(risk, of.balance))],
    ],
    [
      '2.3 Cadangan risiko : pinjaman bermasalah',
      allowance,
      problem,
      percent(ratio(allowance, problem)),
    ],
    [
      '2.4 Pinjaman berisiko : pinjaman diberikan',
      later,
      of.balance,
      percent(ratio(later, of.balance)),
    ],
    ...[
      '1 Permodalan',
      '3 Manajemen',
      '4 Efisiensi',
      '5 Likuiditas',
      '6 Kemandirian',
      '7 Jati diri',
    ].map((aspect) => [aspect, UNCOVERED, null, null]),
  ]
}

export function sheetRows(name: SheetName, of: PortfolioAnswer, allowance: number): Row[] {
  const { lender, day, profile } = of
  const rows = name === 'ksp-health' ? health(of, allowance) : TABLES[name](of)
  const basis = profile.dated ? `${profile.source} (${profile.dated})` : profile.source
  return [[lender.name, `per ${day ?? '–'}`, basis], ...rows]
}
