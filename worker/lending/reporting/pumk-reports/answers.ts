/** How the PUMK report is answered, as a document and as the rows of a sheet. */
import * as v from 'valibot'
import { pageOf } from '#worker/http/paging'
import { percent } from '#worker/lending/reporting/portfolio/sheets'
import { WORDS } from '#worker/lending/reporting/portfolio/words'
import {
  collectabilityOf,
  instalmentsPaid,
  WEIGHTS_SOURCE,
  type Collected,
} from '#worker/lending/reporting/pumk-reports/pumk-report'
import type { HeldRow, PartnerRow } from '#worker/lending/reporting/pumk-reports/queries'
import { CLASSES } from '#worker/lending/reporting/quality/quality'

/** Of a sheet. */
type Cell = string | number | null

const text = v.nullable(v.string())
const Partner = v.strictObject({
  ...{ id: v.string(), number: v.number() },
  partner: v.pipe(v.string(), v.description('The group, or the person who borrowed')),
  ...{ region: text, sector: text, purpose: text, fund: text, disbursedOn: v.string() },
  ...{ disbursed: v.number(), repaid: v.number(), balance: v.number() },
  ...{ class: v.picklist(CLASSES), daysLate: v.number() },
  instalments: v.number(),
  paid: v.pipe(v.nullable(v.number()), v.description('Instalments paid; none of a new plan')),
})
const Fund = v.strictObject({ id: v.string(), name: v.string() })

export const PumkAnswer = v.strictObject({
  lender: v.strictObject({ slug: v.string(), name: v.string() }),
  day: v.pipe(text, v.description('None before the first count')),
  fund: v.nullable(Fund),
  funds: v.array(Fund),
  qualities: v.array(
    v.strictObject({
      name: v.picklist(CLASSES),
      ...{ loans: v.number(), balance: v.number(), weight: v.number(), weighted: v.number() },
    }),
  ),
  ...{ loans: v.number(), balance: v.number(), weighted: v.number() },
  collectability: v.pipe(v.nullable(v.number()), v.description('Basis points')),
  weights: v.pipe(v.string(), v.description('Where the weights come from')),
  ...pageOf(Partner).entries,
})
export type PumkAnswer = v.InferOutput<typeof PumkAnswer>
type Partner = v.InferOutput<typeof Partner>

export function describePartner(row: PartnerRow): Partner {
  const { id, number, region, sector, purpose, fund, disbursedOn, lent, balance } = row
  const { instalments, left, writtenOff } = row
  return {
    ...{ id, number, region, sector, purpose, fund, disbursedOn, balance, instalments },
    partner: row.groupName ?? row.borrower,
    disbursed: lent,
    repaid: Math.max(0, lent - balance - writtenOff),
    ...{ class: row.class, daysLate: row.daysLate ?? 0 },
    paid: instalmentsPaid({ instalments, left, rescheduled: row.rescheduled === 1 }),
  }
}

type Of = {
  lender: { slug: string; name: string }
  funds: readonly { id: string; name: string }[]
  fund: { id: string; name: string } | null
}

export function describePumk(
  { lender, funds, fund }: Of,
  held: readonly HeldRow[],
  page: { items: Partner[]; next: string | null },
): PumkAnswer {
  return {
    ...{ lender: { slug: lender.slug, name: lender.name }, day: held[0]?.day ?? null },
    ...{ fund, funds: [...funds], ...collectabilityOf(held), weights: WEIGHTS_SOURCE, ...page },
  }
}

/** What stands above the partners. */
export function headOf(
  lender: { name: string },
  { day, fund, of }: { day: string | null; fund: string | null; of: Collected },
): Cell[][] {
  return [
    ['Laporan PUMK', lender.name, `per ${day ?? '–'}`, fund ?? 'semua dana'],
    ['Kualitas piutang', 'Pinjaman', 'Saldo pokok', 'Bobot %', 'Tertimbang'],
    ...of.qualities.map((one) => [
      ...[WORDS[one.name], one.loans, one.balance, one.weight, one.weighted],
    ]),
    ['Jumlah', of.loans, of.balance, null, of.weighted],
    ['Tingkat kolektibilitas %', percent(of.collectability), null, null, null],
    [WEIGHTS_SOURCE],
    [
      ...['Mitra binaan', 'Nomor', 'Wilayah', 'Sektor usaha', 'Penggunaan', 'Dana', 'Dicairkan'],
      ...['Jumlah dicairkan', 'Pokok kembali', 'Saldo pokok', 'Kualitas', 'Hari tunggakan'],
      ...['Angsuran dibayar', 'Jumlah angsuran'],
    ],
  ]
}

export const lineOf = (row: PartnerRow): Cell[] => {
  const one = describePartner(row)
  return [
    ...[one.partner, one.number, one.region, one.sector, one.purpose, one.fund, one.disbursedOn],
    ...[one.disbursed, one.repaid, one.balance, WORDS[one.class], one.daysLate],
    ...[one.paid, one.instalments],
  ]
}
