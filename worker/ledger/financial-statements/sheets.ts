/** Statements as rows of a sheet: number, account, figure, the figure it is compared with. */
import { CHART, type AccountCode } from '#worker/ledger/account'
import type { CashFlow } from '#worker/ledger/financial-statements/cash-flow'
import type {
  BalanceSheet,
  IncomeStatement,
  StatementLine,
  Sum,
} from '#worker/ledger/financial-statements/statements'

export type Row = readonly (string | number)[]

const rowOf = ({ code, amount, compared }: StatementLine): Row => [
  CHART[code].number,
  CHART[code].id,
  amount,
  compared,
]

export function trialBalanceRows(sums: readonly Sum[]): Row[] {
  const lines = sums
    .map(({ code, debits, credits }) => ({ code, left: debits - credits }))
    .sort((a, b) => (CHART[a.code].number < CHART[b.code].number ? -1 : 1))
  const side = (of: (left: number) => number) =>
    lines.reduce((sum, { left }) => sum + Math.max(0, of(left)), 0)
  return [
    ['Nomor', 'Akun', 'Debit', 'Kredit'],
    ...lines.map(({ code, left }): Row => {
      const { number, id } = CHART[code]
      return [number, id, Math.max(0, left), Math.max(0, -left)]
    }),
    ['', 'Jumlah', side((left) => left), side((left) => -left)],
  ]
}

export function balanceSheetRows(
  { lines, assets, liabilities, currentResult, equity }: BalanceSheet,
  { until, compared }: { until: string; compared: string },
): Row[] {
  const of = (type: string) => lines.filter(({ code }) => CHART[code].type === type).map(rowOf)
  return [
    ['Nomor', 'Akun', until, compared],
    ...of('asset'),
    ['', 'Jumlah aset', assets.amount, assets.compared],
    ...of('liability'),
    ['', 'Jumlah kewajiban', liabilities.amount, liabilities.compared],
    ...of('equity'),
    ['', 'Hasil usaha berjalan', currentResult.amount, currentResult.compared],
    ['', 'Jumlah modal', equity.amount, equity.compared],
    [
      '',
      'Jumlah kewajiban dan modal',
      liabilities.amount + equity.amount,
      liabilities.compared + equity.compared,
    ],
  ]
}

export function incomeRows(
  { lines, income, expense, result }: IncomeStatement,
  { now, compared }: { now: string; compared: string },
): Row[] {
  const of = (type: string) => lines.filter(({ code }) => CHART[code].type === type).map(rowOf)
  return [
    ['Nomor', 'Akun', now, compared],
    ...of('income'),
    ['', 'Jumlah pendapatan', income.amount, income.compared],
    ...of('expense'),
    ['', 'Jumlah beban', expense.amount, expense.compared],
    ['', 'Sisa hasil usaha', result.amount, result.compared],
  ]
}

const PARTS = {
  operating: 'Kegiatan usaha',
  lending: 'Pinjaman yang diberikan',
  funding: 'Pendanaan',
} as const

export function cashFlowRows({ opening, parts, change, closing }: CashFlow): Row[] {
  const nameOf = (code: AccountCode | 'result') =>
    code === 'result' ? 'Sisa hasil usaha' : CHART[code].id
  return [
    ['Bagian', 'Uraian', 'Rupiah'],
    ['', 'Kas dan bank awal', opening],
    ...parts.flatMap(({ of, lines, total }): Row[] => [
      ...lines.map(({ code, amount }): Row => [PARTS[of], nameOf(code), amount]),
      [PARTS[of], 'Jumlah', total],
    ]),
    ['', 'Perubahan kas dan bank', change],
    ['', 'Kas dan bank akhir', closing],
  ]
}
