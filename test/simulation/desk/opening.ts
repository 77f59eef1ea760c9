/** A desk that is opened: its products of many kinds, its funds, and money to lend. */
import type { Command, Desk, Fund, Product, Who } from '#test/simulation/desk/scene'
import { applying } from '#test/simulation/desk/applying'
import { banking } from '#test/simulation/desk/banking'
import { bookkeeping } from '#test/simulation/desk/bookkeeping'
import { changing } from '#test/simulation/desk/changing'
import { grouping } from '#test/simulation/desk/grouping'
import { pausing } from '#test/simulation/desk/pausing'
import { repaying } from '#test/simulation/desk/repaying'
import { reserves } from '#test/simulation/desk/reserves'
import { sharing } from '#test/simulation/desk/sharing'
import { NOTHING } from '#test/simulation/desk/sums'
import { expected } from '#test/support/http'

export const AT_THE_DESK: readonly Command[] = [
  ...applying,
  ...repaying,
  ...changing,
  ...pausing,
  ...sharing,
  ...grouping,
  ...reserves,
  ...bookkeeping,
  ...banking,
]

const LIMITS = {
  ...{ description: 'Untuk bahan dan alat kerja.', audience: 'any', annualRate: 12 },
  ...{ minPrincipal: 500_000, maxPrincipal: 20_000_000, minInstalments: 3, maxInstalments: 24 },
  ...{ interestMethod: 'declining', amortization: 'equalInstalment' },
}
const PENALTY = { graceDays: 3, rate: 0.1, cap: 20 }
const KEPT = { name: 'Administrasi', kind: 'atDisbursement', percent: 1, deducted: true }

/** As lenders have them; the first of each line is what is odd about it. */
const OFFERS = [
  {
    name: 'Menurun dengan denda dan potongan',
    penalty: { ...PENALTY, base: 'instalment' },
    fees: [KEPT],
  },
  { name: 'Tetap', interestMethod: 'flat', roundInstalmentTo: 500 },
  {
    ...{ name: 'Pokok tetap, akrual', amortization: 'equalPrincipal', basis: 'accrual' },
    ...{ earlyPayment: 'reduceNumber', penalty: { ...PENALTY, base: 'principal' } },
  },
  {
    ...{ name: 'Mingguan', unit: 'week', roundInstalmentTo: 100 },
    ...{ allocation: ['penalties', 'fees', 'interest', 'principal'] },
    fees: [{ name: 'Simpanan', kind: 'perInstalment', amount: 2_000 }],
  },
  {
    ...{ name: 'Bayar sekali, bunga harian', amortization: 'bullet', interestPeriod: 'daily' },
    ...{ dayCount: 'actual/365', basis: 'accrual' },
  },
  { name: 'Tenggang, diringankan', graceOnPrincipal: 2, earlyPayment: 'reduceInstalment' },
] as const

type Given = Pick<
  Desk,
  'random' | 'now' | 'day' | 'slug' | 'id' | 'lender' | 'operator' | 'borrowers' | 'groups'
>

export async function openDesk(given: Given): Promise<Desk> {
  const { owner, treasurer } = given.lender
  const api = `/api/lenders/${given.slug}`
  const cap = { since: '2020-01-01', effective: 95, source: 'Uji' }
  expected(await owner.put(`${api}/rate-caps`, cap), 200)
  const products: Product[] = []
  for (const offer of OFFERS) {
    const { id } = expected(await owner.post(`${api}/loan-products`, { ...LIMITS, ...offer }), 201)
    products.push({
      id,
      fees: 'fees' in offer && offer.fees.includes(KEPT as never),
      most: 20_000_000,
      held: false,
    })
  }
  const funds = [{ id: given.id, isFirst: true, held: false }, await aSmallFund(treasurer, api)]
  const capital = [2_000_000_000, 30_000_000]
  for (const [n, { id }] of funds.entries()) {
    const money = { amount: capital[n], source: 'Modal', fundId: id }
    expected(await treasurer.post(`${api}/fund-receipts`, money), 201)
  }
  const money = 2_030_000_000
  return {
    ...{ ...given, products, funds, applications: [], loans: [], meetings: [], withdrawals: [] },
    ...{ pauses: [], proposals: [], credits: [], numbers: 0 },
    book: { held: false, closed: [] },
    regions: { held: false },
    transfers: { held: false },
    sums: { ...NOTHING, money, capital: money },
  }
}

async function aSmallFund(treasurer: Who, api: string): Promise<Fund> {
  const told = { name: 'CSR', kind: 'csr', funderName: 'PT Sagara (contoh)' }
  const { id } = expected(await treasurer.post(`${api}/funds`, told), 201)
  return { id, isFirst: false, held: false }
}
