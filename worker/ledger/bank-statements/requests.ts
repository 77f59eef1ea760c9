/** A bank statement as the treasurer brings it: the text of the file, and which columns if need be. */
import * as v from 'valibot'
import { text } from '#worker/http/fields'
import { after, limit } from '#worker/http/paging'

const column = v.optional(v.pipe(v.string(), v.trim(), v.maxLength(60)), '')

export const StatementRequest = v.object({
  fileName: text(120),
  text: v.pipe(v.string(), v.minLength(1), v.maxLength(240_000)),
  columns: v.pipe(
    v.optional(
      v.nullable(
        v.object({
          on: text(60),
          description: text(60),
          amount: column,
          mark: column,
          credit: column,
        }),
      ),
      null,
    ),
    v.description('Names of the columns, for a bank whose layout is not known'),
  ),
})

export const StatementsQuery = v.object({ after: after([v.string()]), limit })
