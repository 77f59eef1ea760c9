/**
 * The rules of loan quality that lenders in Indonesia follow, as data: the limits of each class, what is
 * set aside for it, and where each comes from. Limits count days, weeks or months since the oldest due date
 * that was missed, or instalments missed; tests of collateral are not among them, since a desk of unsecured
 * loans keeps none. Where a source gives no rate, the rate is the customary one and its note says so.
 */
import type {
  ClassName,
  Limit,
  Quality,
  QualityClass,
} from '#worker/lending/reporting/quality/quality'

export const PROFILES = ['bank', 'bpr', 'lkm', 'koperasi', 'upk', 'own'] as const
export type ProfileName = (typeof PROFILES)[number]

const days = (over: number): Limit => ({ over, unit: 'day' })
const weeks = (over: number): Limit => ({ over, unit: 'week' })
const months = (over: number): Limit => ({ over, unit: 'month' })
const missed = (n: number): Limit => ({ missed: n })

type Row = readonly [name: ClassName, begins: QualityClass['begins'], bps: number]
const classes = (...rows: readonly Row[]): QualityClass[] =>
  rows.map(([name, begins, bps]) => ({ name, begins, bps }))

type Written = Quality & {
  /** Where the rates come from, which may be another text than that of the limits. */
  rates: string
}

/** What lenders may choose besides a rule of their own. */
export const RULES: Readonly<Record<Exclude<ProfileName, 'own'>, Written>> = {
  bank: {
    classes: classes(
      ['current', null, 100],
      ['special-mention', days(0), 500],
      ['substandard', days(90), 1500],
      ['doubtful', days(120), 5000],
      ['loss', days(180), 10_000],
    ),
    nonPerforming: 'substandard',
    source: 'POJK 40/POJK.03/2019',
    dated: '2019-12-19',
    rates: 'PPKA menurut POJK 40/POJK.03/2019: 1/5/15/50/100 %. CKPN (PSAK 109) tidak dihitung.',
  },
  bpr: {
    classes: classes(
      ['current', null, 50],
      ['special-mention', days(30), 300],
      ['substandard', days(90), 1000],
      ['doubtful', days(180), 5000],
      ['loss', days(360), 10_000],
    ),
    nonPerforming: 'substandard',
    source:
      'POJK 1/2024 (BPR), sebelumnya 33/2018; batas 30/90/180/360 hari di bss.mediabpr.com (2019-05)',
    dated: '2024-01-19',
    rates: 'PPKA POJK 1/2024: 0,5/3/10/50/100 %, sebelum dikurangi agunan.',
  },
  lkm: {
    classes: classes(
      ['current', null, 50],
      ['doubtful', { day: days(4), week: weeks(4), month: months(3), season: missed(1) }, 5000],
      ['loss', { day: days(8), week: weeks(8), month: months(9), season: missed(2) }, 10_000],
    ),
    nonPerforming: 'doubtful',
    source: 'POJK 62/2015 Lampiran III (batas hari POJK 41/2024 Pasal 106 belum terbaca)',
    dated: '2015-12-23',
    rates: 'Kelaziman: 0,5/50/100 %. Sesuaikan dengan ketentuan yang berlaku bagi LKM Anda.',
  },
  koperasi: {
    classes: classes(
      ['current', null, 0],
      [
        'substandard',
        { day: months(1), week: months(1), month: months(3), season: months(6) },
        5000,
      ],
      ['doubtful', { day: months(2), week: months(2), month: months(6), season: months(12) }, 7500],
      [
        'loss',
        { day: months(14), week: months(14), month: months(18), season: months(24) },
        10_000,
      ],
    ),
    nonPerforming: 'substandard',
    source: 'Permenkop UKM 20/2008, diubah 14/2009; tanpa uji agunan',
    dated: '2009-12-22',
    rates: 'Perdep 06/Per/Dep.6/IV/2016: risiko pinjaman bermasalah 50/75/100 %.',
  },
  upk: {
    classes: classes(
      ['current', null, 100],
      ['special-mention', missed(1), 1000],
      ['substandard', missed(4), 2500],
      ['doubtful', missed(5), 5000],
      ['loss', missed(7), 10_000],
    ),
    nonPerforming: 'substandard',
    source:
      'POB PNPM 2013: sampai 3 angsuran dalam perhatian khusus; batas 5 dan 7 kelaziman, belum terbaca',
    dated: '2013-01-01',
    rates: 'Kelaziman UPK SPP: cadangan 1/10/25/50/100 %.',
  },
}

/** With what a rule of one's own begins: classes by days with the usual five rates. */
export const OWN_START: readonly QualityClass[] = classes(
  ['current', null, 100],
  ['special-mention', days(30), 1000],
  ['substandard', days(60), 2500],
  ['doubtful', days(90), 5000],
  ['loss', days(180), 10_000],
)

/** Whoever has chosen none is judged as a koperasi. */
export const USUAL: ProfileName = 'koperasi'

export type Chosen = {
  profile: ProfileName
  classes: readonly QualityClass[] | null
  source: string | null
  since: string
}

/** The rule behind a choice; of one's own, whatever is worse than special mention does not perform. */
export function qualityOf(chosen: Chosen | null): Quality {
  const name = chosen?.profile ?? USUAL
  if (name !== 'own') return RULES[name]
  return {
    classes: chosen?.classes ?? OWN_START,
    nonPerforming: 'substandard',
    source: chosen?.source ?? '',
    dated: chosen?.since ?? '',
  }
}
