import * as v from 'valibot'
import { says } from '#worker/http/language'

const WHOLE = says('Tulis angka bulat.', 'Give a whole number.')

const digits = (most: number) =>
  v.pipe(
    v.string(WHOLE),
    v.regex(/^\d{1,13}$/, WHOLE),
    v.transform(Number),
    v.maxValue(most, says('Terlalu besar.', 'Too much.')),
  )

export const CapacityQuery = v.strictObject({
  amount: digits(1e12),
  instalments: v.pipe(digits(600), v.minValue(1, WHOLE)),
  monthlyIncome: v.optional(digits(1e12), '0'),
  monthlyCosts: v.optional(digits(1e12), '0'),
})
