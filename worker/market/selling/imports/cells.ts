/**
 * What a cell says, as shops write it: rupiah as `Rp 12.500`, `12.500`, `12500` or with zero cents
 * (`12500.00`), weights in grams or kilograms, pieces, states. What could be read in two ways is refused:
 * `12,5` is no price. A cell neutralised on export (an apostrophe before = + - @) is given back as it was.
 */
import { amount, parseRupiah, type Amount } from '#worker/kernel/money'
import { sentence, type Sentence } from '#worker/kernel/sentence'
import type { ProductStatus, Unit } from '#worker/market/offering/products/product'

/** A value, or why there is none. */
export type Reading<T> = { value: T } | { fault: Sentence }

const PRICE = sentence(
  'Tulis harga dalam rupiah bulat, seperti 12500 atau Rp 12.500.',
  'Give the price in whole rupiah, such as 12500 or Rp 12.500.',
)
const PRICE_RANGE = sentence(
  'Harga antara Rp 100 dan Rp 1.000.000.000.',
  'A price is between Rp 100 and Rp 1.000.000.000.',
)
const WHOLE = sentence('Tulis jumlah bulat, seperti 12.', 'Give a whole number, such as 12.')
const WEIGHT = sentence('Tulis berat, seperti 250 atau 0,25 kg.', 'Give a weight: 250 or 0.25 kg.')
const STATE = sentence('Tulis draf, tampil atau sembunyi.', 'Give draft, listed or hidden.')
const UNIT = sentence('Satuan ini tidak dikenal.', 'This unit is not known.')

export const wordsOf = (cell: string) => cell.replace(/^'(?='*[=+\-@\t\r])/, '')

export function priceFrom(cell: string): Reading<Amount> {
  const text = cell.replace(/\u00a0/g, ' ').trim()
  const cents = /^(?:IDR|Rp\.?)?\s*(\d+)\.00?$/i.exec(text)?.[1]
  const typed = cents ? Number(cents) : parseRupiah(text.replace(/^(IDR|Rp\.)\s*/i, 'Rp '))
  if (typed === undefined || !Number.isSafeInteger(typed)) return { fault: PRICE }
  if (typed < 100 || typed > 1_000_000_000) return { fault: PRICE_RANGE }
  return { value: amount(typed) }
}

export function piecesFrom(cell: string): Reading<number> {
  const text = cell.trim().replace(/(?<=^\d+)\.0+$/, '')
  const plain = /^(0|[1-9]\d{0,2}(\.\d{3})+|[1-9]\d*)$/.test(text)
  const value = plain ? Number(text.replaceAll('.', '')) : Number.NaN
  return value <= 1_000_000 ? { value } : { fault: WHOLE }
}

/** Grams, from a cell in grams unless its column or the cell itself says kilograms. */
export function gramsFrom(cell: string, unit: 'g' | 'kg' = 'g'): Reading<number> {
  const parts = /^(\d+(?:[.,]\d+)?)\s*(g|gr|gram|kg)?$/i.exec(cell.trim())
  if (!parts) return { fault: WEIGHT }
  const said = parts[2]?.toLowerCase() ?? unit
  const value = Number(parts[1]!.replace(',', '.')) * (said === 'kg' ? 1000 : 1)
  const grams = Math.round(value)
  return grams >= 1 && grams <= 1_000_000 ? { value: grams } : { fault: WEIGHT }
}

const STATES: Readonly<Record<string, ProductStatus>> = {
  draf: 'draft',
  draft: 'draft',
  tampil: 'listed',
  listed: 'listed',
  active: 'listed',
  aktif: 'listed',
  publish: 'listed',
  true: 'listed',
  '1': 'listed',
  sembunyi: 'hidden',
  hidden: 'hidden',
  archived: 'hidden',
  unlisted: 'hidden',
  private: 'hidden',
  false: 'draft',
  '0': 'draft',
  '-1': 'draft',
}

export function stateFrom(cell: string): Reading<ProductStatus> {
  const value = STATES[cell.trim().toLowerCase()]
  return value ? { value } : { fault: STATE }
}

const UNIT_WORDS: Readonly<Record<string, Unit>> = {
  pcs: 'pcs',
  buah: 'pcs',
  biji: 'pcs',
  pasang: 'pair',
  pair: 'pair',
  set: 'set',
  kg: 'kg',
  kilogram: 'kg',
  bungkus: 'pack',
  pak: 'pack',
  pack: 'pack',
  botol: 'bottle',
  bottle: 'bottle',
  meter: 'metre',
  metre: 'metre',
  lembar: 'sheet',
  sheet: 'sheet',
}

export function unitFrom(cell: string): Reading<Unit> {
  const value = UNIT_WORDS[cell.trim().toLowerCase()]
  return value ? { value } : { fault: UNIT }
}

/** A description as plain text: shops export it with the tags of a web page. */
export function plainTextFrom(cell: string): string {
  if (!/<\/?[a-z][^>]*>/i.test(cell)) return wordsOf(cell)
  return wordsOf(cell)
    .replace(/<(script|style)\b[\s\S]*?<\/\1\s*>/gi, '')
    .replace(/<br\s*\/?>|<\/(p|div|li|h\d|tr)>/gi, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&nbsp;/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#0?39;/g, "'")
    .replace(/&amp;/g, '&')
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}
