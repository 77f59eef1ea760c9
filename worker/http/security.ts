/**
 * What the front door asks of every request and sets on every answer: nobody else's page may make a
 * person's browser change something (Origin and Sec-Fetch-Site, on every unsafe method and every
 * content type), and browsers are told to be strict.
 */
import { Refusal } from '#worker/kernel/refusal'

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

export function refuseCrossSite(request: Request): void {
  if (SAFE.has(request.method)) return
  const site = request.headers.get('sec-fetch-site')
  const origin = request.headers.get('origin')
  const foreignSite = site !== null && site !== 'same-origin' && site !== 'none'
  const foreignOrigin = origin !== null && origin !== new URL(request.url).origin
  if (foreignSite || foreignOrigin) {
    throw new Refusal('cross-site', 'This request comes from another site.')
  }
}

const ALWAYS: Readonly<Record<string, string>> = {
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(self), geolocation=(), microphone=(), payment=()',
}

/** Answers that are no page: nothing in them may run, load or be framed. */
const CLOSED = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"

export function secured(response: Response): Response {
  const answer = new Response(response.body, response)
  for (const [name, value] of Object.entries(ALWAYS)) answer.headers.set(name, value)
  if (!answer.headers.has('content-security-policy')) {
    answer.headers.set('content-security-policy', CLOSED)
  }
  return answer
}
