/**
 * A refusal as a page shows it: the API's problem document, with the sentence the server chose for the
 * reader's language. A page needs no list of refusals of its own.
 */
import type { Problem } from '#worker/http/problem'

export type SaidProblem = Problem & { sentence?: string }

/**
 * What is wrong with one part of a form, for the `error` of its field: the detail at that JSON pointer,
 * `/phone` or `/items/0/quantity`.
 */
export function errorAt(problem: SaidProblem | null | undefined, pointer: string): string | null {
  return problem?.errors?.find((one) => one.pointer === pointer)?.detail ?? null
}
