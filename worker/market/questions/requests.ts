/** What may be asked about questions; lists and hiding as for reviews. */
import * as v from 'valibot'
import { plainWords } from '#worker/http/plain-words'

export const QuestionRequest = v.object({ text: plainWords(500, 5) })
export const AnswerRequest = v.object({ text: plainWords(1000, 2) })
