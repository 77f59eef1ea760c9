// What a listing says beyond its story: the narrower category, options, net content, tiers of price and
// labels. All of it follows from the story's own words, so that a story stays short.

import type { ProductStory } from '#db/seed/network/story'
import { chance } from '#db/seed/random'
import { addDays, addMonths, yearOf, type LocalDate } from '#worker/kernel/calendar'

const NARROWER: Readonly<Record<string, readonly (readonly [words: RegExp, category: string])[]>> =
  {
    weaving: [
      [/tikar|alas piring/, 'mats'],
      [/keranjang|kotak/, 'baskets'],
      [/nampan/, 'trays'],
      [/kursi|bangku|meja|puf|rak/, 'rattan-furniture'],
    ],
    bags: [
      [/dompet|clutch|kecil/, 'purses'],
      [/selempang|ransel|noken/, 'shoulder-bags'],
      [/tas/, 'handbags'],
    ],
    batik: [
      [/tulis/, 'batik-tulis'],
      [/cap|kawung/, 'batik-cap'],
    ],
    textiles: [
      [/songket/, 'songket'],
      [/taplak/, 'table-linen'],
      [/sarung(?! bantal)|selendang|syal/, 'sarongs'],
      [/ikat|hinggi/, 'ikat'],
    ],
    clothing: [
      [/kemeja|rompi|outer/, 'shirts'],
      [/topi/, 'headwear'],
    ],
    pottery: [
      [/cangkir|piring|mangkuk|teko|kendi/, 'tableware'],
      [/vas|pot|guci/, 'vases'],
      [/cobek/, 'cookware'],
    ],
    wood: [
      [/ukir/, 'carving'],
      [/sendok/, 'wooden-tools'],
      [/bambu/, 'bamboo'],
    ],
    home: [
      [/lampu/, 'lamps'],
      [/cermin|hiasan|bingkai|panel/, 'decoration'],
    ],
    jewellery: [
      [/kalung|liontin/, 'necklaces'],
      [/gelang|cincin/, 'bracelets'],
      [/anting|giwang|bros/, 'earrings'],
    ],
    coffee: [
      [/teh|wedang/, 'tea'],
      [/kopi/, 'coffee-beans'],
    ],
    food: [
      [/gula|madu|sirup/, 'sugar-honey'],
      [/keripik/, 'snacks'],
      [/bubuk|jahe|kunyit/, 'spices'],
    ],
  }

/** The narrowest category whose words stand in the title. */
export function categoryOf({ title, category }: ProductStory): string {
  const name = title.toLowerCase()
  return NARROWER[category]?.find(([words]) => words.test(name))?.[1] ?? category
}

const SIZES = /^(kecil|sedang|besar|mini|s|m|l|xl|xxl|all size|\d+.*(cm|m|ml|liter))$/i
const GRINDS = /^(biji utuh|halus|kasar|sedang)$/i
const WEIGHTS = /\d+\s*(g|gram|kg)$/i

/** What the variants of a product are chosen by; none where there is one alone. */
export function optionOf({ variants }: ProductStory): string | null {
  const names = variants.map((one) => one.name)
  if (names.length < 2 || names.includes('')) return null
  if (names.every((name) => GRINDS.test(name))) return 'Gilingan'
  if (names.every((name) => WEIGHTS.test(name))) return 'Isi'
  return names.every((name) => SIZES.test(name)) ? 'Ukuran' : 'Pilihan'
}

const EATEN = new Set(['coffee', 'food'])

/** What a pack holds, where its words say so in grams or millilitres. */
export function netOf({ description, category }: ProductStory) {
  if (!EATEN.has(category)) return null
  const [, quantity, unit] = /(\d{2,4}) (gram|mililiter)/.exec(description) ?? []
  return quantity ? { quantity: Number(quantity), unit: unit === 'gram' ? 'g' : 'ml' } : null
}

const FIVE_HUNDRED = 500

/** Some cost less by the dozen: a tenth off from ten on, a seventh from thirty on. */
export function tiersOf({ slug }: ProductStory, price: number) {
  if (price > 250_000 || price < 10_000 || !chance(`tiers of ${slug}`).happens(0.4)) return []
  const off = (parts: number) => Math.floor((price - price / parts) / FIVE_HUNDRED) * FIVE_HUNDRED
  return [
    { fromQuantity: 10, price: off(10) },
    { fromQuantity: 30, price: off(7) },
  ]
}

export type LabelStory = { kind: 'pirt' | 'halal'; number: string; validUntil: LocalDate | null }

/** Fictitious numbers of the right shape; few end soon, so that somebody sees what is said then. */
export function labelsOf(product: ProductStory, village: string, today: LocalDate): LabelStory[] {
  if (!EATEN.has(product.category)) return []
  const luck = chance(`labels of ${product.slug}`)
  const until = luck.happens(0.15)
    ? addDays(today, luck.between(12, 50))
    : addMonths(today, luck.between(5, 40))
  const region = village.slice(0, 5).replace('.', '')
  const maker = String(luck.between(1, 9999)).padStart(4, '0')
  const year = String(yearOf(until)).slice(2)
  const halal = String(luck.between(1, 999_999)).padStart(11, '0')
  return [
    { kind: 'pirt', number: `206${region}01${maker}-${year}`, validUntil: until },
    { kind: 'halal', number: `ID${region}00${halal}`, validUntil: null },
  ]
}
