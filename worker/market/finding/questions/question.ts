/**
 * A question about something on sale, asked by somebody signed in and answered for everyone by who sells it.
 * Until it is answered only the two see it. The seller or the operator may hide one, with a reason.
 */
import type { Act, Happened } from '#worker/history/event'
import { Refusal, refuseUnless } from '#worker/kernel/refusal'
import { shortName, type Visibility } from '#worker/market/finding/reviews/review'

export type Question = {
  id: string
  productId: string
  enterpriseId: string
  personId: string
  name: string
  text: string
  askedAt: number
  answer: string | null
  answeredAt: number | null
  hiddenAt: number | null
  version: number
}

export type Decided = { question: Question; event: Happened }

type Asked = {
  id: string
  text: string
  product: { id: string; enterpriseId: string }
  person: { id: string; name: string }
}

export function ask({ id, text, product, person }: Asked, act: Act): Decided {
  const question: Question = {
    ...{ id, productId: product.id, enterpriseId: product.enterpriseId, personId: person.id },
    ...{ name: shortName(person.name), text, askedAt: act.at, answer: null, answeredAt: null },
    ...{ hiddenAt: null, version: 1 },
  }
  return { question, event: eventOf(question, act, 'asked', {}) }
}

export function answer(question: Question, text: string, act: Act): Decided {
  refuseUnless(question.hiddenAt === null, 'illegal-transition', 'This question is hidden.')
  if (question.answer !== null) throw new Refusal('already-exists', 'This has been answered.')
  const version = question.version + 1
  const answered = { ...question, answer: text, answeredAt: act.at, version }
  return { question: answered, event: eventOf(answered, act, 'answered', {}) }
}

export function show(question: Question, { hidden, reason }: Visibility, act: Act): Decided {
  refuseUnless(
    (question.hiddenAt === null) === hidden,
    'illegal-transition',
    hidden ? 'This is hidden already.' : 'This is shown already.',
  )
  const hiddenAt = hidden ? act.at : null
  const shown = { ...question, hiddenAt, version: question.version + 1 }
  return { question: shown, event: eventOf(shown, act, hidden ? 'hidden' : 'shown', { reason }) }
}

function eventOf(
  { id, version }: Question,
  act: Act,
  type: string,
  data: Record<string, unknown>,
): Happened {
  return { ...act, subject: id, seq: version, type, data }
}
