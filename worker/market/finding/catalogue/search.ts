/**
 * What a buyer looks for, as a match over the index of goods: words, each in full or as a beginning, and
 * facets, one token a filter. Newest first and by price are each one walk over an index; with words, goods
 * that carry them in title, maker, category or place come before those that only mention them.
 */
import type { Amount } from '#worker/kernel/money'
import { priceCells } from '#worker/market/finding/catalogue/price-cells'
import { nearest, wordsOf } from '#worker/market/finding/catalogue/spelling'
import type { LabelKind } from '#worker/market/offering/labels/label'
import type { AreaCode } from '#worker/market/buying/shipping/area'

export const ORDERS = ['newest', 'cheapest', 'dearest'] as const
export type Order = (typeof ORDERS)[number]

export type Search = {
  text?: string | undefined
  category?: string | undefined
  /** A province or a regency. */
  region?: AreaCode | undefined
  minPrice?: Amount | undefined
  maxPrice?: Amount | undefined
  womenLed?: boolean | undefined
  inStock?: boolean | undefined
  /** Within the selling windows of the product and of its shop. */
  openNow?: boolean | undefined
  /** Carries a label of that kind which has not ended. */
  label?: LabelKind | undefined
  /** The slug of an enterprise. */
  shop?: string | undefined
  /** None means: with words the most fitting first, else the newest. */
  order?: Order | undefined
}

const MOST_WORDS = 8
const LONGEST_WORD = 40
const SMALL_WORDS = new Set(
  'di ke dan dari yang untuk dengan atau the a an of and for with in from'.split(' '),
)

/** The words to look for; small ones only when there are no others. */
export function searchWords(text: string | undefined): string[] {
  const all = wordsOf(text ?? '').map((word) => word.slice(0, LONGEST_WORD))
  const telling = all.filter((word) => !SMALL_WORDS.has(word))
  return (telling.length > 0 ? telling : all).slice(0, MOST_WORDS)
}

/** One term a facet, in the syntax of the index; `on` alone stands for all goods. */
export function facetTerms(search: Search): string[] {
  const tokens: string[] = []
  if (search.category) tokens.push(`c_${token(search.category)}`)
  if (search.region)
    tokens.push(`${search.region.length === 2 ? 'p' : 'r'}_${token(search.region)}`)
  if (search.womenLed) tokens.push('w_1')
  if (search.inStock) tokens.push('i_1')
  if (search.openNow) tokens.push('n_1')
  if (search.label) tokens.push(`l_${search.label}`)
  return (tokens.length > 0 ? tokens : ['on']).map((one) => `facets : "${one}"`)
}

/** The range of prices as one term, for the index that is not ordered by price; none where any will do. */
export function priceTerms(search: Search): string[] {
  const cells = priceCells(search).map((cell) => `"${cell}"`)
  return cells.length > 0 ? [`facets : (${cells.join(' OR ')})`] : []
}

/** Letters, digits and underscores: what the index keeps together as one token. */
export function token(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/g, '_')
}

/** Of the index ordered by price: price × 2^22 + key, so that ties have an order of their own. */
export const KEYS = 4_194_304

/** The places of the price index between the wanted prices, both inclusive. */
export function priceKeys({ minPrice, maxPrice }: Search): { from: number; to: number } {
  const most = 1_000_000_000
  const [low, high] = [Math.min(minPrice ?? 0, most), Math.min(maxPrice ?? most, most)]
  return { from: low * KEYS, to: high * KEYS + KEYS - 1 }
}

/** A word that begins none of the index, with the words nearly like it in one text; null for a known one. */
export type Term = { word: string; near: string | null }

/** What was probably meant, when a word is misspelt and another is near; null when all are known. */
export function meantBy(terms: readonly Term[]): string | null {
  if (terms.every(({ near }) => near === null)) return null
  return terms.map(({ word, near }) => nearest(word, near?.split(' ') ?? []) ?? word).join(' ')
}
