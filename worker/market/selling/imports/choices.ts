/**
 * What the rows of a product can be chosen by: the names of its options, as its first rows give them, and
 * the value of each row. An option without a name or without any value is none; a row that leaves a value
 * out has a dash. Shopify's `Default Title` is no choice.
 */
import { sentence, type Sentence } from '#worker/kernel/sentence'
import { wordsOf, type Reading } from '#worker/market/selling/imports/cells'
import type { CsvRow } from '#worker/market/selling/imports/csv'
import type { FieldName, LayoutName } from '#worker/market/selling/imports/layouts'
import * as more from '#worker/market/selling/imports/particulars'
import type { WantedRow } from '#worker/market/selling/imports/wanted'

/** How a row is read by its fields. */
export type Cells = {
  text(row: CsvRow, field: FieldName): string
  maybe<T>(row: CsvRow, field: FieldName, from: (text: string) => Reading<T>): T | undefined
  fault(row: CsvRow, field: FieldName, detail: Sentence): void
}

export type Choices = { options: readonly string[]; valuesOf: (row: CsvRow) => string[] }

const LONG = sentence('Tulisan ini terlalu panjang.', 'This text is too long.')
const SIZE = sentence(
  'Isi panjang, lebar dan tinggi, atau kosongkan ketiganya.',
  'Give length, width and height, or none of them.',
)

const OPTIONS = ['option1', 'option2', 'option3'] as const
const OWN_VALUES = ['value1', 'value2', 'value3'] as const
const NAMES = ['name', 'name2', 'name3'] as const

const valueFields = (layout: LayoutName) => (layout === 'own' ? OWN_VALUES : NAMES)

const NO_CHOICE = 'Default Title'

export function choicesIn(cells: Cells, layout: LayoutName, rows: readonly CsvRow[]): Choices {
  const fields = valueFields(layout)
  const valueAt = (row: CsvRow, i: number) => {
    const value = wordsOf(cells.text(row, fields[i]!))
    return value === NO_CHOICE ? '' : value
  }
  const named = OPTIONS.map((field, i) => {
    const first = rows.find((row) => cells.text(row, field) !== '')
    const name = first ? wordsOf(cells.text(first, field)) : ''
    if (first && name.length > 30) cells.fault(first, field, LONG)
    return rows.some((row) => valueAt(row, i) !== '') ? name : ''
  })
  const kept = [0, 1, 2].filter((i) => named[i] !== '')
  return {
    options: kept.map((i) => named[i]!),
    valuesOf: (row) =>
      kept.map((i) => {
        const value = valueAt(row, i)
        if (value.length > 40) cells.fault(row, fields[i]!, LONG)
        return value || '–'
      }),
  }
}

/** Tiers of price, net content and size of a row, as far as it says them. */
export function particularsIn(
  cells: Cells,
  layout: LayoutName,
  row: CsvRow,
): Pick<WantedRow, 'tiers' | 'net' | 'size'> {
  const tiers = cells.maybe(row, 'tiers', more.tiersFrom)
  const net = cells.maybe(row, 'net', more.netFrom)
  const size = sizeIn(cells, layout, row)
  return { ...(tiers ? { tiers } : {}), ...(net ? { net } : {}), ...(size ? { size } : {}) }
}

const SIDES = ['lengthCm', 'widthCm', 'heightCm'] as const

/** Shops elsewhere write 0, or one side alone, where they never measured. */
function sizeIn(cells: Cells, layout: LayoutName, row: CsvRow) {
  const said = SIDES.filter((side) => !/^0*([.,]0*)?$/.test(cells.text(row, side)))
  if (said.length === 0) return undefined
  if (said.length < SIDES.length) {
    const missing = SIDES.find((side) => !said.includes(side))!
    if (layout === 'own') cells.fault(row, missing, SIZE)
    return undefined
  }
  const [lengthCm, widthCm, heightCm] = SIDES.map((side) =>
    cells.maybe(row, side, more.centimetresFrom),
  )
  if (lengthCm === undefined || widthCm === undefined || heightCm === undefined) return undefined
  return { lengthCm, widthCm, heightCm }
}
