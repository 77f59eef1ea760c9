import * as v from 'valibot'

export const TickRequest = v.strictObject({
  isMet: v.boolean(),
  /** How it was met: the number of a paper, who signed. */
  note: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(300, 'At most 300 characters.')), ''),
})
