/** What may be asked about questions; lists and hiding as for reviews. */
import * as v from 'valibot'
import { after, limit } from '#worker/http/paging'
import { plainWords } from '#worker/http/plain-words'

export const QuestionRequest = v.object({ text: plainWords(500, 5) })
export const QuestionsQuery = v.object({
  which: v.optional(v.picklist(['hidden', 'all'])),
  after: after([v.string()]),
  limit,
})
export const AnswerRequest = v.object({ text: plainWords(1000, 2) })
