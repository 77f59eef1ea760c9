/**
 * Sheets that go out: a sample to fill in, with loans of every shape, and what is wrong with a file, line
 * by line, to mend it beside the file itself.
 */
import type { Language } from '#worker/kernel/sentence'
import { HEADINGS, type FieldName } from '#worker/lending/moving-in/loan-imports/columns'
import type { ItemAnswer } from '#worker/lending/moving-in/loan-imports/answers'
import type { Figure } from '#worker/lending/moving-in/loan-imports/opening'

type Cells = readonly (string | number | null)[]

const SAMPLE_FIELDS = [
  ...(['number', 'borrower', 'phone', 'region', 'group', 'principal', 'yearlyRate'] as const),
  ...(['method', 'amortization', 'instalments', 'period', 'disbursedOn', 'firstDueOn'] as const),
  ...(['left', 'interestArrears', 'penalties', 'member', 'memberPhone', 'share'] as const),
  ...(['paidOn', 'paid'] as const),
] satisfies readonly FieldName[]

type Sampled = (typeof SAMPLE_FIELDS)[number]
type SampleRow = Partial<Record<Sampled, string | number | readonly [string, string]>>

const FLAT = ['tetap', 'flat'] as const
const DECLINING = ['menurun', 'declining'] as const
const LEVEL = ['angsuran tetap', 'equal instalment'] as const
const MONTHLY = ['bulanan', 'monthly'] as const

/** A loan by its balance, one by its payments, one of a group with the shares of its members. */
const SAMPLE: readonly SampleRow[] = [
  {
    ...{ number: 'A-001', borrower: 'Contoh Satu', phone: '081200000001' },
    ...{ region: 'Kabupaten Bantul', principal: 6_000_000, yearlyRate: 12, method: FLAT },
    ...{ amortization: LEVEL, instalments: 12, period: MONTHLY, disbursedOn: '2026-03-10' },
    ...{ firstDueOn: '2026-04-10', left: 3_000_000, interestArrears: 0, penalties: 0 },
  },
  {
    ...{ number: 'A-002', borrower: 'Contoh Dua', phone: '081200000002' },
    ...{ region: '34.02', principal: 2_000_000, yearlyRate: 18, method: DECLINING },
    ...{ amortization: LEVEL, instalments: 10, period: MONTHLY, disbursedOn: '2026-07-01' },
    ...{ firstDueOn: '2026-08-01', left: 1_623_461 },
  },
  { number: 'A-002', paidOn: '2026-08-01', paid: 216_868 },
  { number: 'A-002', paidOn: '2026-09-01', paid: 216_868 },
  {
    ...{ number: 'K-014', borrower: 'Contoh Ketua', phone: '081200000003' },
    ...{ region: '34.02', group: 'Kelompok Contoh', principal: 9_000_000, yearlyRate: 12 },
    ...{ method: FLAT, amortization: LEVEL, instalments: 10, period: MONTHLY },
    ...{ disbursedOn: '2026-05-05', firstDueOn: '2026-06-05', left: 5_400_000 },
    ...{
      interestArrears: 0,
      member: 'Contoh Ketua',
      memberPhone: '081200000003',
      share: 4_000_000,
    },
  },
  { number: 'K-014', member: 'Contoh Anggota', share: 5_000_000 },
]

export function sampleRows(language: Language): Cells[] {
  const at = language === 'id' ? 0 : 1
  const inWords = (cell: SampleRow[Sampled]) =>
    typeof cell === 'string' || typeof cell === 'number' ? cell : (cell?.[at] ?? null)
  return [
    SAMPLE_FIELDS.map((field) => HEADINGS[field][at]),
    ...SAMPLE.map((row) => SAMPLE_FIELDS.map((field) => inWords(row[field]))),
  ]
}

export const PROBLEM_HEADINGS: Readonly<Record<Language, Cells>> = {
  id: [
    'baris',
    'kolom',
    'judul kolom',
    'nomor pinjaman',
    'keterangan',
    'menurut kami',
    'menurut buku lama',
  ],
  en: [
    'line',
    'column',
    'heading',
    'loan number',
    'what is wrong',
    'by our count',
    'by the old books',
  ],
}

const FIGURE_WORDS: Readonly<Record<Language, Readonly<Record<Figure, string>>>> = {
  id: {
    principal: 'Sisa pokok berbeda',
    principalArrears: 'Tunggakan pokok berbeda',
    interestArrears: 'Tunggakan jasa berbeda',
    penalties: 'Denda berbeda',
  },
  en: {
    principal: 'The principal left differs',
    principalArrears: 'The principal overdue differs',
    interestArrears: 'The interest overdue differs',
    penalties: 'The penalties differ',
  },
}

/** One row a fault, and one a difference with both figures. */
export function problemRows({ line, number, faults, differences }: ItemAnswer, language: Language) {
  return [
    ...faults.map((one): Cells => {
      return [one.line, one.column, one.heading, number, one.detail, null, null]
    }),
    ...differences.map(({ figure, ours, theirs }): Cells => {
      return [line, null, null, number, FIGURE_WORDS[language][figure], ours, theirs]
    }),
  ]
}
