/** Questions as everybody reads them, and as their seller does. */
import * as v from 'valibot'
import { instantText } from '#worker/http/fields'
import { pageOf } from '#worker/http/paging'
import type { Question } from '#worker/market/finding/questions/question'

export const QuestionAnswer = v.strictObject({
  id: v.string(),
  name: v.string(),
  text: v.string(),
  askedAt: v.string(),
  answer: v.nullable(v.strictObject({ text: v.string(), at: v.string() })),
})

export const QuestionPage = pageOf(QuestionAnswer)

export function describeQuestion(one: Question): v.InferOutput<typeof QuestionAnswer> {
  const { id, name, text, askedAt, answer, answeredAt } = one
  return {
    ...{ id, name, text },
    askedAt: instantText(askedAt),
    answer:
      answer === null || answeredAt === null ? null : { text: answer, at: instantText(answeredAt) },
  }
}

export const OwnQuestion = v.strictObject({
  ...QuestionAnswer.entries,
  hidden: v.boolean(),
  product: v.strictObject({ id: v.string(), slug: v.string(), title: v.string() }),
})

export const OwnQuestions = pageOf(OwnQuestion)

export type OwnRow = Question & {
  slug: string
  title: string
  askerPhone: string | null
  askerEmail: string | null
  askerLocale: 'id' | 'en'
}

export function describeOwn(row: OwnRow): v.InferOutput<typeof OwnQuestion> {
  const { productId: id, slug, title, hiddenAt } = row
  return { ...describeQuestion(row), hidden: hiddenAt !== null, product: { id, slug, title } }
}
