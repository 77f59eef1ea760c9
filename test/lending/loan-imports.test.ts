import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, localDate, type LocalDate } from '#worker/kernel/calendar'
import { amount } from '#worker/kernel/money'
import { openingOf } from '#worker/lending/moving-in/loan-imports/opening'
import { planImport, type Item } from '#worker/lending/moving-in/loan-imports/planning'
import type { Known } from '#worker/lending/moving-in/loan-imports/judging'
import { readSheet } from '#worker/lending/moving-in/loan-imports/reading'
import { sampleRows } from '#worker/lending/moving-in/loan-imports/sheets'
import type { LoanProduct } from '#worker/lending/offering/loan-products/loan-product'
import { TEMPLATES } from '#worker/lending/offering/loan-products/templates'
import { project } from '#worker/lending/servicing/loans/projection'
import { rate } from '#worker/lending/offering/schedules/rate'
import { csvLine } from '#worker/market/selling/exports/cells'
import { parseCsv } from '#worker/market/selling/imports/csv'

const TODAY = localDate('2026-11-22')

const PRODUCT: LoanProduct = {
  ...TEMPLATES[0]!.offer,
  ...{ name: 'Umum', description: '', id: 'p', lenderId: 'l', dearestRate: 0, holidays: [] },
  ...{ status: 'offered', createdAt: 0, version: 1, fees: [], penalty: null },
  ...{ roundInstalmentTo: 1, graceOnPrincipal: 0, graceOnInterestPayment: 0 },
  ...{
    interestFreeInstalments: 0,
    earlyPayment: 'keepPlan',
    daysOff: { weekdays: [], holidays: false },
    basis: 'cash',
  },
}

const BANTUL = { code: '34.02', name: 'Kabupaten Bantul' }

const KNOWN: Known = {
  ...{ asOf: TODAY, basis: 'cash', product: PRODUCT, fundId: 'l', funds: new Map() },
  ...{ products: new Map([['umum', PRODUCT]]), numbers: new Set() },
  regions: new Map(['34.02', 'kabupaten bantul'].map((key) => [key, BANTUL])),
}

const HEAD =
  'nomor pinjaman;nama peminjam;telepon;pokok pinjaman;jasa % setahun;cara jasa;cara angsuran;' +
  'jumlah angsuran;angsuran setiap;tanggal cair;jatuh tempo pertama;sisa pokok;tunggakan jasa;' +
  'denda terutang;anggota;bagian;tanggal bayar;jumlah bayar;kelompok;kabupaten'

/** A flat loan of a year, at 12 %: each month 500.000 and 60.000. */
const FLAT = (left: string, arrears = '0') =>
  'A-1;Siti;0812-3456-7890;6.000.000;12;tetap;angsuran tetap;12;bulanan;10/05/2026;' +
  `10/06/2026;${left};${arrears};;;;;`

function plan(lines: readonly string[], known: Partial<Known> = {}): Item[] {
  const sheet = readSheet(parseCsv([HEAD, ...lines].join('\r\n')), TODAY)
  return planImport(sheet!, { ...KNOWN, ...known })
}

const stands = ({ prepared }: Item, on: LocalDate = TODAY) =>
  project(prepared!.terms, prepared!.events, on)

describe('a sheet of running loans', () => {
  it('brings a loan by its balance as the old books have it', () => {
    const [item] = plan([FLAT('3.000.000')])
    expect(item).toMatchObject({ outcome: 'ready', principal: 3_000_000, differences: [] })
    const { outstanding, instalments, arrears } = stands(item!)
    expect(outstanding).toMatchObject({ principal: 3_000_000, interest: 360_000, penalties: 0 })
    expect(arrears.amount).toBe(0)
    expect(instalments.filter((one) => one.left === 0)).toHaveLength(6)
    expect(instalments.every((one) => one.daysLate === 0)).toBe(true)
  })

  it('names the difference between payments and balance, and takes the old books’ word', () => {
    const paid = ['10/06/2026', '10/07/2026', '10/08/2026'].map(
      (day) => `A-1;;;;;;;;;;;;;;;;${day};560000;`,
    )
    const [item] = plan([FLAT('4.400.000', '180000'), ...paid])
    expect(item!.outcome).toBe('differs')
    expect(item!.differences).toEqual([{ figure: 'principal', ours: 4_500_000, theirs: 4_400_000 }])
    expect(stands(item!).outstanding.principal).toBe(4_400_000)
    expect(item!.figures).toMatchObject({ principal: 4_400_000, interestArrears: 180_000 })
  })

  it('takes principal back where the old books say that less was paid', () => {
    const [item] = plan([FLAT('4.000.000', '60000'), 'A-1;;;;;;;;;;;;;;;;10/07/2026;3000000;'])
    const { outstanding, instalments } = stands(item!)
    expect(outstanding.principal).toBe(4_000_000)
    expect(instalments.reduce((all, one) => all + one.paid.principal, 0)).toBe(2_000_000)
  })

  it('says by line and column what is wrong', () => {
    const items = plan([
      'B-1;Siti;08;6jt;12;melingkar;angsuran tetap;0;bulanan;31/02/2026;;abc;0;;;;;;',
      'B-2;Siti;081234567890;1000000;12;tetap;angsuran tetap;10;bulanan;01/08/2026;;2000000;;;;;;;',
      'B-3;;;;;;;;;;;;;;;;01/09/2026;5000;',
    ])
    expect(items.map((one) => one.outcome)).toEqual(['faulty', 'faulty', 'faulty'])
    const places = items.map((one) => one.faults.map(({ line, column }) => [line, column]))
    expect(places[0]).toEqual([3, 4, 8, 10, 12, 6].map((column) => [2, column]))
    expect(places[1]).toEqual([12, 13].map((column) => [3, column]))
    expect(places[2]).toEqual([[4, 1]])
  })

  it('brings penalties of the old books once, and counts on by the rule from that day', () => {
    const penalty = {
      ...{ graceDays: 0, rate: rate(100_000), base: 'instalment' as const, cap: rate(100_000_000) },
    }
    const late = FLAT('3.500.000', '60000').replace(';60000;;', ';60000;7500;')
    const [item] = plan([late], { product: { ...PRODUCT, penalty } })
    expect(item).toMatchObject({ outcome: 'ready', figures: { penalties: 7500 } })
    const after = stands(item!, addDays(TODAY, 10)).outstanding.penalties
    expect(after).toBe(7500 + Math.round(10 * 560_000 * 0.001))
  })

  it('shares a group’s loan among its members, and refuses shares that are not the principal', () => {
    const group = FLAT('3.000.000').replace('A-1', 'K-1').replace(/;+$/, '')
    const lines = (other: number) => [
      `${group};;Siti;4.000.000;;;Kelompok Melati;3402`,
      `K-1;;;;;;;;;;;;;;Wati;${other};;;`,
    ]
    const [item] = plan(lines(2_000_000))
    expect(item?.faults).toEqual([])
    expect(item!.prepared!.members.map((one) => one.name)).toEqual(['Siti', 'Wati'])
    expect(plan(lines(1_500_000))[0]!.faults[0]!.detail.id).toContain('Rp 5.500.000')
  })

  it('is read from the sample that is handed out, in both languages', () => {
    for (const language of ['id', 'en'] as const) {
      const text = sampleRows(language).map(csvLine).join('')
      const sheet = readSheet(parseCsv(text), TODAY)!
      const items = planImport(sheet, { ...KNOWN, asOf: localDate('2026-10-01') })
      expect(items.flatMap((one) => one.faults)).toEqual([])
      expect(items.map((one) => [one.number, one.outcome, one.differences])).toEqual([
        ['A-001', 'ready', []],
        ['A-002', 'ready', []],
        ['K-014', 'ready', []],
      ])
    }
  })
})

/** A loan that the sheet can tell, with payments up to a day. */
const anyLife = fc
  .record({
    principal: fc.integer({ min: 100_000, max: 50_000_000 }).map(amount),
    annualRate: fc.integer({ min: 0, max: 600 }).map((tenths) => rate(tenths * 100_000)),
    interestMethod: fc.constantFrom('flat' as const, 'declining' as const),
    amortization: fc.constantFrom('equalInstalment', 'equalPrincipal', 'bullet'),
    instalments: fc.integer({ min: 1, max: 24 }),
    every: fc.integer({ min: 1, max: 3 }),
    unit: fc.constantFrom('week' as const, 'month' as const),
    disbursedOn: fc.integer({ min: 0, max: 400 }).map((days) => addDays(TODAY, -days)),
    early: fc.constantFrom('keepPlan' as const, 'reduceNumber' as const),
    accrues: fc.boolean(),
  })
  .chain((said) =>
    fc.record({
      said: fc.constant(said),
      payments: fc.array(
        fc.record({ days: fc.nat(400), paid: fc.integer({ min: 1, max: said.principal }) }),
        { minLength: 1, maxLength: 6 },
      ),
    }),
  )

describe('a loan told by its history', () => {
  it('is the same to the rupiah once it was taken out and brought in again', () => {
    fc.assert(
      fc.property(anyLife, ({ said, payments }) => {
        const { early, accrues, amortization, ...terms } = said
        const product = { ...PRODUCT, earlyPayment: early }
        const paid = payments.map(({ days, paid: money }) => {
          const day = addDays(said.disbursedOn, days)
          return { line: 3, on: day > TODAY ? TODAY : day, amount: amount(money) }
        })
        const one = {
          ...{ line: 2, number: '1', borrower: 'Siti', phone: '6281234567890', region: null },
          ...{ group: null, product: null, fund: null, members: [], left: amount(0), ...terms },
          ...{ payments: paid, amortization: amortization as 'bullet' },
        }
        const basis = accrues ? 'accrual' : 'cash'
        const facts = { asOf: TODAY, basis } as const
        const { terms: told, events } = openingOf({ ...one }, product, facts)
        const own = project(told, events.slice(0, -1), TODAY)
        const again = openingOf({ ...one, left: own.outstanding.principal }, product, facts)
        const here = project(again.terms, again.events, TODAY)
        expect(again.differences).toEqual([])
        expect([here.outstanding, here.due, here.overpayment, here.instalments]).toEqual([
          ...[own.outstanding, own.due, own.overpayment, own.instalments],
        ])
      }),
      { numRuns: 300 },
    )
  })
})
