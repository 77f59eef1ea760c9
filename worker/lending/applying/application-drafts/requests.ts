import * as v from 'valibot'
import { count } from '#worker/http/fields'
import { says } from '#worker/http/language'

const MUCH = says('Terlalu panjang.', 'Too long.')

export const DraftRequest = v.strictObject({
  /** What was typed, by the name of its field. */
  content: v.pipe(
    v.record(
      v.pipe(v.string(), v.regex(/^[a-zA-Z][\w.-]{0,79}$/, 'A name of a field.')),
      v.pipe(v.string(), v.maxLength(2000, MUCH)),
    ),
    v.check((content) => Object.keys(content).length <= 100, MUCH),
  ),
  /** The version that this device has seen; 0 for a draft that is new. */
  seen: count(0, 1_000_000),
})
