/**
 * From the rows of a sheet to what it asks for: cells are read by their column, rows put together by their
 * product. Every fault names its line and column.
 */
import { sentence, type Sentence } from '#worker/kernel/sentence'
import * as cell from '#worker/market/selling/imports/cells'
import type { Reading } from '#worker/market/selling/imports/cells'
import type { Csv, CsvRow } from '#worker/market/selling/imports/csv'
import { choicesIn, particularsIn, type Choices } from '#worker/market/selling/imports/choices'
import { columnsOf, type Columns, type FieldName } from '#worker/market/selling/imports/layouts'
import { daysFrom, labelsFrom } from '#worker/market/selling/imports/particulars'
import type { Fault, Sheet, WantedProduct, WantedRow } from '#worker/market/selling/imports/wanted'

export const MOST_ROWS = 5000

const said = {
  title: sentence('Nama produk belum diisi.', 'The name of the product is missing.'),
  short: sentence('Nama produk 3 sampai 120 huruf.', 'A name has 3 to 120 letters.'),
  long: sentence('Tulisan ini terlalu panjang.', 'This text is too long.'),
  twice: sentence('Varian ini sudah ada di atas.', 'This variant stands above already.'),
  sku: sentence('SKU ini sudah dipakai di atas.', 'This SKU stands above already.'),
  parent: sentence('Induk baris ini tidak ada di berkas.', 'The parent of this row is not there.'),
  unseen: sentence('Ada huruf yang tidak bisa ditampilkan.', 'Characters that cannot be shown.'),
}

// Control characters but line breaks and tabs, marks that turn text around, and letters without width.
const UNSEEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/

type Draft = { head: CsvRow; key: string; rows: CsvRow[]; photos: number }

/** Null when the headings are of no sheet we know. */
export function readSheet(csv: Csv): Sheet | null {
  const columns = columnsOf(csv.rows)
  if (!columns) return null
  const faults: Fault[] = csv.faults.map(({ line, column, detail }) => {
    return { line, column, heading: columns.titles[column - 1] ?? null, detail }
  })
  const reader = new SheetReader(columns, faults)
  const goods = csv.rows.slice(columns.headRows).filter((row, i) => !reader.isNotice(row, i))
  const broken = new Set(csv.faults.map((one) => one.line))
  const { drafts, skipped } = reader.drafts(goods.filter((row) => !broken.has(row.line)))
  const products = drafts.flatMap((draft) => reader.product(draft) ?? [])
  const places = Object.fromEntries(
    Object.entries(columns.at).map(([field, at]) => {
      return [field, { column: at + 1, heading: columns.titles[at] ?? '' }]
    }),
  )
  return { layout: columns.layout, rows: goods.length, products, faults, places, skipped }
}

const CHOICES: ReadonlySet<FieldName> = new Set<FieldName>([
  ...(['option1', 'option2', 'option3', 'name', 'name2', 'name3'] as const),
])
const isChoice = (field: FieldName) => CHOICES.has(field)

class SheetReader {
  private readonly skus = new Set<string>()
  private readonly columns: Columns
  private readonly faults: Fault[]

  constructor(columns: Columns, faults: Fault[]) {
    this.columns = columns
    this.faults = faults
  }

  text(row: CsvRow, field: FieldName): string {
    const at = this.columns.at[field]
    if (at === undefined || (isChoice(field) && this.kindOf(row) === 'simple')) return ''
    return row.cells[at] ?? ''
  }

  fault(row: CsvRow, field: FieldName | null, detail: Sentence): void {
    const at = field === null ? undefined : this.columns.at[field]
    const heading = at === undefined ? null : (this.columns.titles[at] ?? null)
    this.faults.push({ line: row.line, column: at === undefined ? null : at + 1, heading, detail })
  }

  /** A line of a template below its headings that explains them: Shopee's goods begin at line six. */
  isNotice(row: CsvRow, i: number): boolean {
    if (this.columns.layout !== 'shopee' || this.columns.headRows + i >= 6) return false
    return 'fault' in cell.priceFrom(this.text(row, 'price')) && !/\d/.test(this.text(row, 'stock'))
  }

  drafts(rows: readonly CsvRow[]): { drafts: Draft[]; skipped: number } {
    const byKey = new Map<string, Draft>()
    const woo = this.columns.layout === 'woocommerce'
    const kind = (row: CsvRow) => this.kindOf(row)
    const known = woo ? rows.filter((row) => !['grouped', 'external'].includes(kind(row))) : rows
    let above: Draft | null = null
    for (const row of known) {
      if (woo && kind(row) === 'variation') continue
      const key = this.keyOf(row)
      const isOwn = this.columns.layout === 'own'
      const isVariant = isOwn && this.text(row, 'name') + this.text(row, 'value1') !== ''
      const last = isVariant ? above : null
      const draft: Draft | null = key === null ? last : (byKey.get(key) ?? null)
      if (draft) this.addTo(draft, row)
      else if (key === null) this.fault(row, 'title', said.title)
      else byKey.set(key, (above = this.begin(row, key, woo && kind(row) === 'variable')))
    }
    if (woo)
      this.addVariations(
        known.filter((row) => kind(row) === 'variation'),
        byKey,
      )
    return { drafts: [...byKey.values()], skipped: rows.length - known.length }
  }

  /** Of WooCommerce's rows: attributes of a simple product are told, not chosen. */
  private kindOf(row: CsvRow): string {
    const at = this.columns.at.kind
    return (at === undefined ? '' : (row.cells[at] ?? '')).toLowerCase().split(',')[0]!.trim()
  }

  private begin(row: CsvRow, key: string, isParent: boolean): Draft {
    return { head: row, key, rows: isParent ? [] : [row], photos: this.photosOf(row) }
  }

  private addTo(draft: Draft, row: CsvRow): void {
    draft.photos += this.photosOf(row)
    // A row of Shopify's that holds nothing but another photo.
    if (this.text(row, 'price') !== '' || this.text(row, 'name') !== '') draft.rows.push(row)
  }

  private photosOf(row: CsvRow): number {
    return this.text(row, 'photos')
      .split(/[,\s]+/)
      .filter((one) => /^https?:/i.test(one)).length
  }

  private addVariations(rows: readonly CsvRow[], byKey: ReadonlyMap<string, Draft>): void {
    const bySku = new Map([...byKey.values()].map((one) => [this.text(one.head, 'sku'), one]))
    for (const row of rows) {
      const parent = this.text(row, 'parent')
      const draft = byKey.get(parent.replace(/^id:/, '')) ?? bySku.get(parent)
      if (draft) draft.rows.push(row)
      else this.fault(row, 'parent', said.parent)
    }
  }

  /** What tells the product of a row from others; null for a row of the product above. */
  private keyOf(row: CsvRow): string | null {
    const [title, parent] = [this.text(row, 'title'), this.text(row, 'parent')]
    const id = this.text(row, 'productId')
    if (this.columns.layout === 'shopify') return parent === '' ? null : parent
    if (this.columns.layout === 'shopee') return id || parent || title || null
    if (this.columns.layout === 'woocommerce') return id || this.text(row, 'sku') || title
    return id || title.toLowerCase() || null
  }

  product({ head, key, rows, photos }: Draft): WantedProduct | null {
    const before = this.faults.length
    const { layout } = this.columns
    const own = layout === 'own'
    const title = cell.wordsOf(this.text(head, 'title'))
    if (title === '' && (!own || this.text(head, 'productId') === '')) {
      this.fault(head, 'title', said.title)
    } else if (title !== '' && (title.length < 3 || title.length > 120)) {
      this.fault(head, 'title', said.short)
    }
    const words = this.text(head, 'description')
    const description = own ? cell.wordsOf(words) : cell.plainTextFrom(words)
    if (description.length > 5000) this.fault(head, 'description', said.long)
    if (UNSEEN.test(title)) this.fault(head, 'title', said.unseen)
    if (UNSEEN.test(description)) this.fault(head, 'description', said.unseen)
    const category = this.text(head, 'category')
    const unit = this.maybe(head, 'unit', cell.unitFrom)
    const status = this.maybe(head, 'status', cell.stateFrom)
    const madeToOrderDays = this.maybe(head, 'madeToOrderDays', daysFrom)
    const labels = this.maybe(head, 'labels', labelsFrom)
    const choices = choicesIn(this, layout, rows)
    const read = rows.map((row) => this.variant(row, `${layout}:${key}`, choices))
    this.refuseDoubles(rows, read)
    if (this.faults.length > before) return null
    return {
      line: head.line,
      source: `${layout}:${key}`,
      ...(own && this.text(head, 'productId') ? { productId: this.text(head, 'productId') } : {}),
      ...(title ? { title } : {}),
      ...(this.columns.at.description === undefined ? {} : { description }),
      ...(category ? { category } : {}),
      ...(unit ? { unit } : {}),
      ...(status ? { status } : {}),
      ...(choices.options.length > 0 ? { options: choices.options } : {}),
      ...(madeToOrderDays === undefined ? {} : { madeToOrderDays }),
      ...(labels ? { labels } : {}),
      photos,
      rows: read,
    }
  }

  private variant(row: CsvRow, product: string, choices: Choices): WantedRow {
    const parts = (['name', 'name2', 'name3'] as const).map((one) => this.text(row, one))
    const plain = cell.wordsOf(parts.filter((one) => one && one !== 'Default Title').join(' / '))
    const values = choices.options.length > 0 ? choices.valuesOf(row) : null
    const name = values ? values.join(', ') : plain
    if (!values && name.length > 60) this.fault(row, 'name', said.long)
    if (UNSEEN.test(name)) this.fault(row, 'name', said.unseen)
    const sku = cell.wordsOf(this.text(row, 'sku'))
    if (sku.length > 40) this.fault(row, 'sku', said.long)
    if (sku && this.skus.has(sku.toLowerCase())) this.fault(row, 'sku', said.sku)
    this.skus.add(sku.toLowerCase())
    const price = this.maybe(row, 'price', cell.priceFrom)
    const stock = this.maybe(row, 'stock', cell.piecesFrom)
    const weightGrams = this.weight(row)
    const variantId = this.columns.layout === 'own' ? this.text(row, 'variantId') : ''
    return {
      line: row.line,
      source: `${product}|${variantId || plain || name}`,
      name,
      ...(variantId ? { variantId } : {}),
      ...(sku ? { sku } : {}),
      ...(price === undefined ? {} : { price }),
      ...(weightGrams === undefined ? {} : { weightGrams }),
      ...(stock === undefined ? {} : { stock }),
      ...(values ? { values } : {}),
      ...particularsIn(this, this.columns.layout, row),
    }
  }

  /** A weight of nothing says nothing: shops write 0 where they never weighed. */
  private weight(row: CsvRow): number | undefined {
    const isNone = (field: FieldName) => /^0*([.,]0*)?$/.test(this.text(row, field))
    if (!isNone('grams')) return this.maybe(row, 'grams', cell.gramsFrom)
    if (!isNone('kilograms')) {
      return this.maybe(row, 'kilograms', (text) => cell.gramsFrom(text, 'kg'))
    }
    return undefined
  }

  maybe<T>(row: CsvRow, field: FieldName, from: (text: string) => Reading<T>) {
    const text = this.text(row, field)
    if (text === '') return undefined
    const reading = from(text)
    if ('value' in reading) return reading.value
    this.fault(row, field, reading.fault)
    return undefined
  }

  private refuseDoubles(rows: readonly CsvRow[], read: readonly WantedRow[]): void {
    const seen = new Set<string>()
    read.forEach(({ name, variantId }, i) => {
      const key = variantId ?? name.toLowerCase()
      if (seen.has(key)) this.fault(rows[i]!, 'name', said.twice)
      seen.add(key)
    })
  }
}
