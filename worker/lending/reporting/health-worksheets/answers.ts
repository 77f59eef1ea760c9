/** How the health worksheet is answered, as a document and as the rows of a sheet. */
import * as v from 'valibot'
import { WEIGHTS_SOURCE } from '#worker/lending/reporting/health-worksheets/tables'
import {
  ASPECT_WORDS,
  COMPONENT_WORDS,
  REASON_WORDS,
} from '#worker/lending/reporting/health-worksheets/words'
import {
  ASPECTS,
  COMPONENTS,
  REASONS,
  type Component,
  type Worksheet,
} from '#worker/lending/reporting/health-worksheets/worksheet'

/** Of a sheet. */
type Cell = string | number | null

const Source = v.strictObject({ text: v.string(), read: v.string() })
const number = v.nullable(v.number())
const names = COMPONENTS.map(([name]) => name) as [Component, ...Component[]]

export const WorksheetAnswer = v.strictObject({
  lender: v.strictObject({ slug: v.string(), name: v.string() }),
  day: v.pipe(v.nullable(v.string()), v.description('The day the loans were counted')),
  year: v.pipe(v.string(), v.description('Earned and spent are of this year up to now')),
  membersOnly: v.boolean(),
  rows: v.array(
    v.strictObject({
      component: v.picklist(names),
      aspect: v.picklist(ASPECTS),
      weight: v.number(),
      ...{ part: number, whole: number },
      ratio: v.pipe(number, v.description('Basis points')),
      value: number,
      score: v.pipe(number, v.description('Hundredths')),
      source: v.nullable(Source),
      reason: v.nullable(v.picklist(REASONS)),
    }),
  ),
  score: v.pipe(v.number(), v.description('Hundredths, of what could be scored')),
  weight: v.pipe(v.number(), v.description('The weight of what could be scored, of 100')),
  weights: Source,
})
export type WorksheetAnswer = v.InferOutput<typeof WorksheetAnswer>

type Of = { lender: { slug: string; name: string }; day: string | null; year: string }

export function describeWorksheet(
  { lender, day, year }: Of,
  sheet: Worksheet,
  membersOnly: boolean,
): WorksheetAnswer {
  return { ...sheet, lender: { slug: lender.slug, name: lender.name }, day, year, membersOnly }
}

const hundredths = (n: number | null): Cell => (n === null ? null : (n / 100).toFixed(2))

export function sheetOf(of: WorksheetAnswer): Cell[][] {
  const members = of.membersOnly ? 'semua peminjam dianggap anggota' : 'keanggotaan tidak dicatat'
  return [
    ['Kertas kerja kesehatan KSP/USP', 'Perdep 06/Per/Dep.6/IV/2016', of.lender.name],
    [`per ${of.day ?? '–'}`, `pendapatan dan beban tahun ${of.year}`, members],
    [
      ...['Aspek', 'Komponen', 'Pembilang', 'Penyebut', 'Rasio %', 'Nilai', 'Bobot', 'Skor'],
      'Sumber tabel, atau alasan tanpa skor',
    ],
    ...of.rows.map((row) => [
      ...[ASPECT_WORDS[row.aspect], COMPONENT_WORDS[row.component], row.part, row.whole],
      ...[hundredths(row.ratio), row.value, row.weight, hundredths(row.score)],
      row.source
        ? `${row.source.text}, dibaca ${row.source.read}`
        : `Tanpa skor: ${row.reason ? REASON_WORDS[row.reason] : '–'}`,
    ]),
    ['Jumlah yang dapat diskor', null, null, null, null, null, of.weight, hundredths(of.score)],
    ['Bobot', `${WEIGHTS_SOURCE.text}, dibaca ${WEIGHTS_SOURCE.read}`],
    ['Predikat tidak ditetapkan: tidak semua komponen dapat diskor.'],
  ]
}
