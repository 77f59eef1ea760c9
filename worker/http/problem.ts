/**
 * How a failure travels: one table from refusal to status and title, and one shape on the wire, the
 * problem document of RFC 9457. This is the only file that knows a status of failure.
 */
import type { Context, ErrorHandler } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { KeyTaken } from '#db/constraints'
import { Refusal, type Pointed, type RefusalType } from '#worker/kernel/refusal'
import type { HonoEnv } from '#worker/http/context'
import { Replay } from '#worker/http/idempotency'
import { languageOf } from '#worker/http/language'
import { log } from '#worker/http/log'
import { said, type Language } from '#worker/kernel/sentence'

export type Problem = {
  type: string
  slug: RefusalType
  title: string
  status: number
  detail: string
  instance: string
  errors?: readonly { pointer: string; detail: string }[]
  facts?: Readonly<Record<string, unknown>>
}

export const TABLE: Record<RefusalType, readonly [ContentfulStatusCode, string]> = {
  malformed: [400, 'The request is not as it should be'],
  'idempotency-key-missing': [400, 'An Idempotency-Key is needed'],
  'not-signed-in': [401, 'Sign in first'],
  'key-invalid': [401, 'The API key is not valid'],
  'not-permitted': [403, 'Your role does not allow this'],
  'second-factor-required': [403, 'A second factor is needed'],
  'cross-site': [403, 'Requests from other sites are refused'],
  'same-person': [403, 'Two different people must decide'],
  'own-application': [403, 'Nobody decides on her own application'],
  'above-approval-limit': [403, 'Above your approval limit'],
  'pledges-missing': [409, 'Somebody who stands for it has not agreed'],
  'reason-missing': [403, 'Say first what it is for'],
  'account-unapproved': [409, 'Another account waits for an approver'],
  'not-found': [404, 'Not found'],
  'method-not-allowed': [405, 'Not by this method'],
  outdated: [409, 'Someone was first'],
  'in-progress': [409, 'The same request is being worked on'],
  'already-exists': [409, 'It exists already'],
  'illegal-transition': [409, 'Not possible in this state'],
  'last-lead': [409, 'Someone must lead'],
  'insufficient-stock': [409, 'Not enough in stock'],
  'price-changed': [409, 'A price has changed'],
  'product-unavailable': [409, 'No longer for sale'],
  'holds-exceeded': [409, 'Too many unpaid orders'],
  'payment-expired': [409, 'The time to pay is over'],
  'account-overdrawn': [409, 'More than the account holds'],
  'fund-exhausted': [409, 'More than lies idle in the fund'],
  'period-closed': [409, 'The month is closed'],
  'bank-account-missing': [409, 'No bank account to pay to'],
  'papers-missing': [409, 'The papers of the company are missing'],
  'committee-decides': [409, 'The committee decides on this'],
  'taken-by-another': [409, 'Another officer has it in hand'],
  'conditions-unmet': [409, 'A condition is not met yet'],
  'already-disbursed': [409, 'Disbursed already'],
  'already-reversed': [409, 'Reversed already'],
  'too-large': [413, 'Too large'],
  'unsupported-media-type': [415, 'Send JSON'],
  'code-wrong': [422, 'The code is wrong'],
  'code-expired': [422, 'The code is no longer valid'],
  'invitation-invalid': [422, 'The invitation is not valid'],
  'idempotency-key-reused': [422, 'The key was used for something else'],
  'cart-empty': [422, 'The basket is empty'],
  'shipping-unavailable': [422, 'Not shipped there'],
  'voucher-refused': [422, 'The voucher does not help here'],
  'picture-refused': [422, 'This picture cannot be used'],
  'method-unavailable': [422, 'Not to be paid this way'],
  'amount-mismatch': [422, 'The amounts differ'],
  'above-cap': [422, 'Above the cap'],
  unbalanced: [422, 'Debits and credits differ'],
  'outside-limits': [422, 'Outside the limits'],
  'nothing-due': [422, 'There is nothing to pay'],
  'too-many-requests': [429, 'Too many attempts'],
  defect: [500, 'Something went wrong on our side'],
  unavailable: [503, 'Try again in a moment'],
}

export function problemOf(refusal: Refusal, requestId: string, language: Language): Problem {
  const { errors, ...facts } = refusal.more
  const [status, title] = TABLE[refusal.type]
  return {
    type: `/api/docs#${refusal.type}`,
    slug: refusal.type,
    title,
    status,
    detail: refusal.detail,
    instance: requestId,
    ...facts,
    ...(errors ? { errors: errors.map((one) => inWords(one, language)) } : {}),
  }
}

const inWords = ({ pointer, detail }: Pointed, language: Language) => ({
  pointer,
  detail: said(detail, language),
})

export function problemResponse(
  refusal: Refusal,
  requestId: string,
  language: Language = 'en',
): Response {
  const problem = problemOf(refusal, requestId, language)
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: {
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      ...(problem.status === 401 ? { 'www-authenticate': 'Bearer' } : {}),
    },
  })
}

/** D1 sheds load with these words; the client may try again, with the same key. */
const TRANSIENT = /overloaded|reset because|Network connection lost|transient issue|timed? ?out/i

export const answerFailure: ErrorHandler<HonoEnv> = (error, c) => {
  if (error instanceof Replay) return error.response()
  const requestId = c.get('requestId') ?? 'unknown'
  if (error instanceof Refusal) {
    return problemResponse(error, requestId, languageOf(c.req.raw))
  }
  if (error instanceof KeyTaken) {
    return problemResponse(
      new Refusal('in-progress', 'Send it again with the same key.'),
      requestId,
    )
  }
  const transient = TRANSIENT.test(textOf(error))
  log('error', { requestId, path: c.req.path, error: transient ? 'database' : textOf(error) })
  const refusal = transient
    ? new Refusal('unavailable', 'The database is busy. Try again with the same key.')
    : new Refusal('defect', 'Tell us the number of this request and we can find out why.')
  return problemResponse(refusal, requestId)
}

/** The message without the query's parameters, which may be personal. */
function textOf(error: Error): string {
  const cause = error.cause instanceof Error ? `: ${error.cause.message}` : ''
  return `${error.message.replace(/\nparams:[\s\S]*/, '')}${cause}`
}

export const nothingHere = (c: Context<HonoEnv>): Response =>
  problemResponse(
    new Refusal('not-found', 'There is nothing here.'),
    c.get('requestId') ?? 'unknown',
  )
