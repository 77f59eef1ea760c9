/** What a seller may ask about sheets. */
import * as v from 'valibot'
import { says } from '#worker/http/language'
import { after, limit } from '#worker/http/paging'
import { OUTCOMES } from '#worker/market/selling/imports/planning'

export const ImportQuery = v.object({
  name: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(120)), ''),
  category: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^([a-z-]{2,40})?$/, says('Pilih kategori.', 'Choose a category.')),
      v.transform((slug) => (slug === '' ? null : slug)),
    ),
    '',
  ),
  weightGrams: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^(|[1-9]\d{0,5})$/, says('Tulis berat dalam gram.', 'Give a weight in grams.')),
      v.transform((grams) => (grams === '' ? null : Number(grams))),
    ),
    '',
  ),
})

export const ItemsQuery = v.object({
  outcome: v.optional(v.picklist(OUTCOMES)),
  after: after([v.pipe(v.number(), v.safeInteger())]),
  limit,
})
