/**
 * Seven products that community lenders really have, ready to be offered: a lender picks one, changes a
 * handful of figures and is done. Each names where its shape comes from; its ceiling is its programme's,
 * or one that the lender must state itself. Figures are a beginning, well below their ceilings.
 */
import { amount } from '#worker/kernel/money'
import { sentence, type Sentence } from '#worker/kernel/sentence'
import type { Offer, OfferedFee } from '#worker/lending/offering/loan-products/loan-product'
import { rate, type Rate } from '#worker/lending/offering/schedules/rate'
import type { PenaltyRule } from '#worker/lending/offering/schedules/terms'

export type Template = {
  slug: string
  /** What it is called until its owner calls it something else. */
  name: Sentence
  description: Sentence
  source: Sentence
  /** The ceiling to state where no programme has one. */
  ownCap: { effective: Rate; source: Sentence } | null
  offer: Omit<Offer, 'name' | 'description'>
}

const percent = (value: number) => rate(Math.round(value * 1_000_000))

const PLAIN: Omit<Offer, 'name' | 'description'> = {
  audience: 'any',
  programme: '',
  annualRate: percent(12),
  interestMethod: 'declining',
  amortization: 'equalInstalment',
  weights: [],
  every: 1,
  unit: 'month',
  interestPeriod: 'perInstalment',
  dayCount: '30/360',
  rest: 'instalment',
  minPrincipal: amount(1_000_000),
  maxPrincipal: amount(25_000_000),
  minInstalments: 6,
  maxInstalments: 24,
  graceOnPrincipal: 0,
  graceOnInterestPayment: 0,
  interestFreeInstalments: 0,
  roundInstalmentTo: 100,
  roundInstalment: 'up',
  fees: [],
  penalty: null,
  daysOff: { weekdays: [], holidays: false },
  allocation: ['interest', 'principal', 'fees', 'penalties'],
  earlyPayment: 'reduceNumber',
  basis: 'cash',
  payoutShare: percent(0),
}

/** A week of grace, a thousandth a day of what is late, five hundredths of it at most. */
const MILD: PenaltyRule = {
  graceDays: 7,
  rate: percent(0.1),
  base: 'instalment',
  cap: percent(5),
}

const administration = (share: number): OfferedFee => ({
  name: 'Biaya administrasi',
  kind: 'atDisbursement',
  deducted: true,
  rate: percent(share),
})

export const TEMPLATES: readonly Template[] = [
  {
    slug: 'kur',
    name: sentence('Modal usaha 6 %', 'Working capital at 6 %'),
    description: sentence(
      'Modal usaha dengan jasa 6 % setahun dari sisa pokok. Angsuran sama setiap bulan, tanpa biaya.',
      'Working capital at 6 % a year of the balance. The same instalment each month, without fees.',
    ),
    source: sentence(
      'Seperti KUR mikro: Permenko Perekonomian 7/2025',
      'As micro KUR: Permenko Perekonomian 7/2025',
    ),
    ownCap: null,
    offer: {
      ...PLAIN,
      programme: 'kur',
      annualRate: percent(6),
      maxPrincipal: amount(100_000_000),
      maxInstalments: 36,
      payoutShare: percent(15),
    },
  },
  {
    slug: 'koperasi-menurun',
    name: sentence('Pinjaman anggota, jasa menurun', 'Members’ loan, declining interest'),
    description: sentence(
      'Untuk anggota koperasi. Pokok dibagi rata; jasa 1,5 % sebulan dari sisa pokok, makin ringan.',
      'For members of the cooperative. Equal principal; 1.5 % a month of the balance, so instalments fall.',
    ),
    source: sentence(
      'Jasa menurun koperasi simpan pinjam; Permenkop UKM 8/2023',
      'Declining interest of savings and loan cooperatives; Permenkop UKM 8/2023',
    ),
    ownCap: null,
    offer: {
      ...PLAIN,
      programme: 'koperasi',
      audience: 'person',
      annualRate: percent(18),
      amortization: 'equalPrincipal',
      fees: [administration(0.5)],
      penalty: MILD,
    },
  },
  {
    slug: 'koperasi-flat',
    name: sentence('Pinjaman anggota, jasa tetap', 'Members’ loan, flat interest'),
    description: sentence(
      'Untuk anggota koperasi. Jasa 1 % sebulan dari pinjaman awal, angsuran sama setiap bulan.',
      'For members of the cooperative. 1 % a month of what was lent, the same instalment each month.',
    ),
    source: sentence(
      'Jasa tetap (flat) koperasi simpan pinjam; Permenkop UKM 8/2023',
      'Flat interest of savings and loan cooperatives; Permenkop UKM 8/2023',
    ),
    ownCap: null,
    offer: {
      ...PLAIN,
      programme: 'koperasi',
      audience: 'person',
      interestMethod: 'flat',
      earlyPayment: 'keepPlan',
      penalty: MILD,
    },
  },
  {
    slug: 'spp',
    name: sentence('SPP kelompok perempuan', 'SPP for women’s groups'),
    description: sentence(
      'Simpan pinjam kelompok perempuan dengan tanggung renteng. Angsuran tetap dibawa ke pertemuan bulanan.',
      'Savings and loans of women’s groups with joint liability. A fixed instalment at the monthly meeting.',
    ),
    source: sentence(
      'PTO PNPM Mandiri Perdesaan; jasa ditetapkan Musyawarah Antar Desa (Permendesa 15/2021)',
      'PTO PNPM Mandiri Perdesaan; the rate is set by the inter-village meeting (Permendesa 15/2021)',
    ),
    ownCap: {
      effective: percent(24),
      source: sentence('Keputusan Musyawarah Antar Desa', 'Decision of the inter-village meeting'),
    },
    offer: {
      ...PLAIN,
      audience: 'group',
      interestMethod: 'flat',
      minPrincipal: amount(5_000_000),
      maxPrincipal: amount(100_000_000),
      minInstalments: 10,
      maxInstalments: 18,
      roundInstalmentTo: 1000,
      earlyPayment: 'keepPlan',
    },
  },
  {
    slug: 'majelis',
    name: sentence('Majelis mingguan 50 pekan', 'Weekly majelis, 50 weeks'),
    description: sentence(
      'Untuk kelompok yang bertemu setiap pekan. Lima puluh angsuran kecil yang sama besar.',
      'For groups that meet every week. Fifty small instalments of the same size.',
    ),
    source: sentence(
      'Kebiasaan majelis mingguan (Grameen); batas Permenkop UKM 8/2023',
      'Practice of weekly meetings (Grameen); cap of Permenkop UKM 8/2023',
    ),
    ownCap: null,
    offer: {
      ...PLAIN,
      programme: 'koperasi',
      audience: 'group',
      annualRate: percent(10),
      interestMethod: 'flat',
      unit: 'week',
      maxPrincipal: amount(50_000_000),
      minInstalments: 50,
      maxInstalments: 50,
      roundInstalmentTo: 500,
      earlyPayment: 'keepPlan',
    },
  },
  {
    slug: 'pumk',
    name: sentence('PUMK 3 % saldo awal tahun', 'PUMK at 3 % of the year’s first balance'),
    description: sentence(
      'Pendanaan usaha mikro dan kecil dari BUMN: jasa 3 % setahun dari saldo pada awal setiap tahun.',
      'State-owned companies’ partnership funds: 3 % a year of the balance at the start of each year.',
    ),
    source: sentence(
      'PER-6/MBU/09/2022: 3 % dari saldo awal tahun, paling lama 3 tahun, paling banyak Rp 250 juta',
      'PER-6/MBU/09/2022: 3 % of the year’s first balance, 3 years and Rp 250 million at most',
    ),
    ownCap: null,
    offer: {
      ...PLAIN,
      programme: 'pumk',
      annualRate: percent(3),
      amortization: 'equalPrincipal',
      rest: 'year',
      minPrincipal: amount(5_000_000),
      maxPrincipal: amount(250_000_000),
      minInstalments: 12,
      maxInstalments: 36,
      earlyPayment: 'keepPlan',
    },
  },
  {
    slug: 'qardh',
    name: sentence('Qardh, tanpa jasa', 'Qardh, without interest'),
    description: sentence(
      'Pinjaman kebajikan. Yang dikembalikan sama dengan yang dipinjam, tanpa jasa dan tanpa denda.',
      'A benevolent loan. What is paid back is what was lent, without interest or penalties.',
    ),
    source: sentence(
      'Fatwa DSN-MUI 19/DSN-MUI/IV/2001 tentang al-Qardh',
      'DSN-MUI fatwa 19/DSN-MUI/IV/2001 on al-Qardh',
    ),
    ownCap: null,
    offer: {
      ...PLAIN,
      programme: 'qardh',
      audience: 'person',
      annualRate: percent(0),
      amortization: 'equalPrincipal',
      minPrincipal: amount(500_000),
      maxPrincipal: amount(5_000_000),
      minInstalments: 3,
      maxInstalments: 10,
    },
  },
]
