/**
 * The tables of the health assessment of a koperasi that lends (KSP/USP): from a ratio to its value of 0 to
 * 100, and the weight by which the value counts. The regulation in force at its writing is Perdep
 * 06/Per/Dep.6/IV/2016; its own text was not at hand. Each table names the text it was read in, which
 * reproduces Permen KUKM 14/Per/M.KUKM/XII/2009 or shows the 2016 sheet in use. Ratios are basis points.
 */

/** Where a table was read, and when. */
export type Source = { text: string; read: string }

/** A step ends with its limit (`upTo`) or just before it (`below`); the last has none. */
export type Step = { upTo?: number; below?: number; value: number }

export type Table = { steps: readonly Step[]; source: Source }

const READ = '2026-11-23'
const read = (text: string): Source => ({ text, read: READ })

/** Of the weights of all components; they add up to 100. */
export const WEIGHTS_SOURCE = read('Permenkop 20/Per/M.KUKM/XI/2008 (scribd.com 659936097)')

const LAWS = 'Permen KUKM 14/Per/M.KUKM/XII/2009'
const PROGRAM = 'github.com/dimasmahendra/koperasiapi, Indikatorkesehatankoperasi'

const tens = [10, 20, 30, 40, 50, 60, 70, 80, 90].map((value) => ({ upTo: value * 100, value }))

export const TABLES = {
  'own-capital': {
    steps: [
      { upTo: 0, value: 0 },
      { upTo: 2000, value: 25 },
      { upTo: 4000, value: 50 },
      { upTo: 6000, value: 100 },
      { upTo: 8000, value: 50 },
      { value: 25 },
    ],
    source: read(`${PROGRAM}; lembar KSU Setia Dharma, 66 % bernilai 50 (pdfcookie.com)`),
  },
  'loans-to-members': {
    steps: [
      { upTo: 2500, value: 0 },
      { upTo: 5000, value: 50 },
      { upTo: 7500, value: 75 },
      { value: 100 },
    ],
    source: read(`${PROGRAM}; lembar KSU Setia Dharma, 100 % bernilai 100 (pdfcookie.com)`),
  },
  'problem-risk': {
    steps: [
      { upTo: 0, value: 100 },
      { upTo: 1000, value: 80 },
      { upTo: 2000, value: 60 },
      { upTo: 3000, value: 40 },
      { upTo: 4000, value: 20 },
      { upTo: 4500, value: 10 },
      { value: 0 },
    ],
    source: read(`${LAWS}, tabel 2.4 (text-id.123dok.com 7qvxvgpry)`),
  },
  'risk-reserve': {
    steps: [{ upTo: 0, value: 0 }, ...tens, { value: 100 }],
    source: read(`${LAWS}, tabel 2.5 (text-id.123dok.com 7qvxvgpry)`),
  },
  'operating-cost': {
    steps: [
      { below: 9000, value: 100 },
      { upTo: 9500, value: 75 },
      { below: 10_000, value: 50 },
      { value: 25 },
    ],
    source: read(`${PROGRAM}; USP KPRI PGP, 1.156 % berskor 1 (text-id.123dok.com ozl1nvdgy)`),
  },
  'service-cost': {
    steps: [
      { upTo: 500, value: 100 },
      { upTo: 1000, value: 75 },
      { upTo: 1500, value: 50 },
      { value: 0 },
    ],
    source: read(PROGRAM),
  },
  'return-on-assets': {
    steps: [
      { below: 500, value: 25 },
      { below: 750, value: 50 },
      { below: 1000, value: 75 },
      { value: 100 },
    ],
    source: read(`${LAWS}, tabel 19 (text-id.123dok.com ozlvd166y)`),
  },
  'operating-independence': {
    steps: [{ upTo: 10_000, value: 0 }, { value: 100 }],
    source: read(`${LAWS}, tabel 21 (text-id.123dok.com lzg60e26q)`),
  },
  'gross-participation': {
    steps: [
      { below: 2500, value: 25 },
      { below: 5000, value: 50 },
      { below: 7500, value: 75 },
      { value: 100 },
    ],
    source: read(`${LAWS} (text-id.123dok.com lzg60e26q; situsekonomi.blogspot.com 2023-01)`),
  },
} as const satisfies Record<string, Table>

export type Scored = keyof typeof TABLES

export function valueOf(table: Scored, bps: number): number {
  const steps: readonly Step[] = TABLES[table].steps
  const step = steps.find(
    ({ upTo, below }) => bps <= (upTo ?? Infinity) && bps < (below ?? Infinity),
  )
  return step?.value ?? 0
}
