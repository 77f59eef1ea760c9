/**
 * A worked example for each noun: what is sent and what came back from a demo network, lists cut to their
 * first item. The tests hold each against the schemas that its route publishes.
 */
import examples from './examples.json' with { type: 'json' }

export type Example = {
  noun: string
  /** Who asks: anybody, a program with a key, or a person in her session. */
  as: 'guest' | 'key' | 'person'
  method: string
  path: string
  body?: unknown
  status: number
  /** Null where the answer is no JSON. */
  answer: unknown
}

export const EXAMPLES = examples as readonly Example[]

/** The request as it is typed into a terminal. */
export function curlOf({ as, method, path, body }: Example, origin: string): string {
  const lines = [`curl ${method === 'GET' ? '' : `-X ${method} `}'${origin}${path}'`]
  if (as === 'key') lines.push(`-H "authorization: Bearer $LUMBUNG_KEY"`)
  if (as === 'person') lines.push(`-b "__Host-lumbung_session=$SESSION"`)
  if (method === 'POST') lines.push(`-H "idempotency-key: $(uuidgen)"`)
  if (body !== undefined) {
    lines.push(`-H 'content-type: application/json'`, `-d '${JSON.stringify(body)}'`)
  }
  return lines.join(' \\\n  ')
}
