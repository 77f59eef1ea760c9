/**
 * The pages' way to the API: the same addresses, permissions and refusals as for any other client, called
 * in process. `read` is for `load`, where a refusal becomes the error page; `problemOf` is for actions,
 * where it becomes `fail(problem.status, { problem })` beside the form.
 */
import { error, redirect, type RequestEvent } from '@sveltejs/kit'
import { hc, type ClientResponse } from 'hono/client'
import type { Api } from '#worker/api'
import type { Problem } from '#worker/http/problem'
import type { SaidProblem } from '#lib/problem.ts'
import { localizeHref } from '#lib/paraglide/runtime.js'
import { inWords } from '#lib/server/problem-sentence.ts'

export type ApiClient = ReturnType<typeof hc<Api>>

export type Fetcher = { fetch(request: Request): Promise<Response> }
type Visitor = Pick<RequestEvent, 'url' | 'request' | 'cookies' | 'locals'>

/** What the API needs to know of the visitor that the page's own request tells. */
const CARRIED = ['user-agent', 'cf-connecting-ip', 'cf-ipcountry', 'cf-ray']

export function apiFor(visitor: Visitor, api: Fetcher): ApiClient {
  const carried = CARRIED.flatMap((name) => {
    const value = visitor.request.headers.get(name)
    return value === null ? [] : [[name, value] as const]
  })
  return hc<Api>(`${visitor.url.origin}/api`, {
    headers: { 'accept-language': visitor.locals.locale, origin: visitor.url.origin },
    fetch: async (input: RequestInfo | URL, init?: RequestInit) => {
      const request = new Request(input, init)
      for (const [name, value] of carried) request.headers.set(name, value)
      const cookie = cookieLine(visitor)
      if (cookie) request.headers.set('cookie', cookie)
      const response = await api.fetch(request)
      keepCookies(visitor, response)
      return response
    },
  })
}

/** The visitor's cookies as they are now: an earlier call of this visit may have signed her in or out. */
function cookieLine({ cookies }: Visitor): string {
  return cookies
    .getAll()
    .map(({ name, value }) => `${name}=${encodeURIComponent(value ?? '')}`)
    .join('; ')
}

/** A cookie that the API sets in process is the browser's, as if it had asked itself. */
function keepCookies({ cookies }: Visitor, response: Response): void {
  for (const line of response.headers.getSetCookie()) {
    const { name, value, ...options } = cookies.parse(line)
    cookies.set(name, value ?? '', { httpOnly: false, secure: false, ...options })
  }
}

type Json<R> = R extends { json(): Promise<infer T> } ? T : never

/** The answer's data, or the error page with the problem that came instead. */
export async function read<R extends ClientResponse<unknown>>(
  answer: R | Promise<R>,
): Promise<Json<R>> {
  const response = await answer
  if (response.ok) return (await response.json()) as Json<R>
  const problem = await problemOf(response)
  error(problem.status, problem.title, { problem, requestId: problem.instance })
}

/** The same for a page of one's own: a guest signs in first, and comes back. */
export async function readOwn<R extends ClientResponse<unknown>>(
  answer: R | Promise<R>,
  { pathname, search }: URL,
): Promise<Json<R>> {
  const response = await answer
  if (response.status !== 401) return read(response)
  redirect(303, `${localizeHref('/sign-in')}?next=${encodeURIComponent(pathname + search)}`)
}

/** Why the API refused, with a sentence in the reader's language. */
export async function problemOf(response: Pick<Response, 'json'>): Promise<SaidProblem> {
  return inWords((await response.json()) as Problem)
}
