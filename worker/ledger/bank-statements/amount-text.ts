/**
 * Amounts as banks and gateways write them: `1.234.567,00`, `1,234,567.00 CR`, `15000.00`, `Rp 125.345`.
 * Rupiah have no cents: what has some is refused, never rounded, and nothing is ever multiplied.
 */
import { amount, ZERO, type Amount } from '#worker/kernel/money'

const LARGEST = 1_000_000_000_000

/** A mark of the side, as it stands before, behind or beside an amount. */
export type Mark = 'credit' | 'debit'

export type WrittenAmount = { amount: Amount; mark: Mark | null }

/** Null when the text is no amount of whole rupiah. */
export function amountWritten(text: string): WrittenAmount | null {
  const bare = text.replace(/\u00a0/g, ' ').trim()
  const marked =
    /^(?:rp\.?|idr)?\s*([+-]?)\s*(?:rp\.?|idr)?\s*([\d.,]+)\s*(cr|db|dr|k|d|c)?\.?$/i.exec(bare)
  if (!marked) return null
  const [, sign = '', figures = '', letters = ''] = marked
  const value = wholeRupiah(figures)
  if (value === null) return null
  const said = markOf(letters)
  return { amount: value, mark: sign === '-' ? 'debit' : said }
}

export function markOf(letters: string): Mark | null {
  const said = letters.trim().replace(/\.$/, '').toLowerCase()
  if (['cr', 'c', 'k', 'kredit', 'credit'].includes(said)) return 'credit'
  if (['db', 'dr', 'd', 'debet', 'debit'].includes(said)) return 'debit'
  return null
}

/** `15000.00` as gateways send it: digits, and decimals that are all zero. */
export function exactRupiah(text: string): Amount | null {
  const found = /^(0|[1-9]\d{0,12})(?:\.0{1,2})?$/.exec(text)
  return found ? within(Number(found[1])) : null
}

function wholeRupiah(figures: string): Amount | null {
  const decimals = /[.,](\d{1,2})$/.exec(figures)
  const whole = decimals ? figures.slice(0, decimals.index) : figures
  if (decimals && !/^0+$/.test(decimals[1]!)) return null
  const mark = decimals ? figures[decimals.index] : null
  const groups = [...new Set(whole.replace(/\d/g, ''))]
  if (groups.length > 1 || (groups.length === 1 && groups[0] === mark)) return null
  const isGrouped = groups.length === 0 || /^\d{1,3}([.,]\d{3})+$/.test(whole)
  if (!isGrouped) return null
  // `.00` is how one bank writes nothing.
  if (whole === '') return decimals ? ZERO : null
  return within(Number(whole.replace(/[.,]/g, '')))
}

const within = (value: number) => (value <= LARGEST ? amount(value) : null)
