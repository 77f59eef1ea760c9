import * as v from 'valibot'

/** As a reader of codes shows it; blanks around it, as copying leaves them, do not matter. */
export const QrisRequest = v.object({
  payload: v.pipe(v.string(), v.maxLength(2_000), v.trim()),
})
