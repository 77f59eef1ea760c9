import * as v from 'valibot'
import { count, id, text } from '#worker/http/fields'
import { says } from '#worker/http/language'
import { after, limit } from '#worker/http/paging'

const pieces = count(0, 2_000_000)

export const StockCountRequest = v.object({
  reason: text(200, 3),
  counts: v.pipe(
    v.array(v.object({ variantId: id(), counted: pieces, seen: pieces })),
    v.minLength(1, says('Isi paling sedikit satu hitungan.', 'Count at least one.')),
    v.maxLength(500, says('Paling banyak 500 sekaligus.', '500 at once at most.')),
    v.check(
      (all) => new Set(all.map((one) => one.variantId)).size === all.length,
      says('Setiap varian hanya sekali.', 'Each variant once.'),
    ),
  ),
})

export const ShelvesQuery = v.object({ after: after([v.pipe(v.number(), v.safeInteger())]), limit })
