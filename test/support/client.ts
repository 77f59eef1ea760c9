/**
 * The API as a client meets it: real requests to the real app on workerd and D1. Every JSON answer of a
 * success is checked against the schema its route publishes, and that it holds nothing more.
 */
import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import * as v from 'valibot'
import type { Cost } from '#db/client'
import { api } from '#worker/api'
import { arrivalOf } from '#worker/http/arrive'
import type { Bindings } from '#worker/http/context'
import { routesOf, type Route } from '#worker/http/openapi'

/** JSON of any shape; its route's schema has been checked against it, a test reads what it needs. */
export type Json = ReturnType<typeof JSON.parse>

export type Answer = {
  status: number
  headers: Headers
  body: Json
  /** What came, as it was written. */
  text: string
  /** Trips to the database and rows read and written. */
  cost: Cost
}

export type ClientOptions = { cookies?: Map<string, string>; headers?: Record<string, string> }

/** 22 Nov 2026, 10:00 in Jakarta. */
export const START = Date.UTC(2026, 10, 22, 3, 0, 0)

/** The clock of the tests; it begins anew with each, until the test moves it. */
export const clock = { now: START }

/** What a test puts between the Worker and the world: nothing, or what fails. */
export const between = { world: (given: Bindings): Bindings => given }

export const bindings = (): Bindings =>
  between.world({
    ...(env as unknown as Bindings),
    MODE: 'demo',
    DEMO_ON_THIS_MACHINE: 'yes',
    SECRET_KEY: 'MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=',
    SETUP_TOKEN: 'the setup token of the tests',
    clock: () => clock.now,
  })

let keys = 0
/** A new idempotency key. */
export const newKey = () => `test-key-${String((keys += 1)).padStart(8, '0')}`

export class Client {
  readonly cookies = new Map<string, string>()

  get = (path: string, headers = {}) => this.send('GET', path, undefined, headers)
  put = (path: string, body: unknown, headers = {}) => this.send('PUT', path, body, headers)
  patch = (path: string, body: unknown, headers = {}) => this.send('PATCH', path, body, headers)
  delete = (path: string, headers = {}) => this.send('DELETE', path, undefined, headers)

  /** A POST with a new idempotency key unless the headers bring one. */
  post = (path: string, body: unknown = {}, headers: Record<string, string> = {}) =>
    this.send('POST', path, body, { 'idempotency-key': newKey(), ...headers })

  async send(method: string, path: string, body?: unknown, headers = {}): Promise<Answer> {
    const raw = body instanceof ArrayBuffer || body instanceof FormData || typeof body === 'string'
    const request = new Request(`http://localhost${path}`, {
      method,
      headers: {
        ...(this.cookies.size > 0 ? { cookie: this.cookieLine() } : {}),
        ...(body !== undefined && !raw ? { 'content-type': 'application/json' } : {}),
        ...headers,
      },
      ...(body === undefined ? {} : { body: raw ? (body as BodyInit) : JSON.stringify(body) }),
    })
    const ctx = createExecutionContext()
    const arrival = arrivalOf(request, bindings())
    const response = await api.fetch(request, { ...bindings(), arrival }, ctx)
    await waitOnExecutionContext(ctx)
    this.keepCookies(response)
    const { cost } = arrival.visit
    return checked(method, path, { ...(await answerOf(response)), cost: { ...cost } })
  }

  private cookieLine(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  private keepCookies(response: Response): void {
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      const at = pair.indexOf('=')
      const [name, value] = [pair.slice(0, at), pair.slice(at + 1)]
      if (value === '' || /max-age=0/i.test(line)) this.cookies.delete(name)
      else this.cookies.set(name, value)
    }
  }
}

async function answerOf(response: Response): Promise<Omit<Answer, 'cost'>> {
  const type = response.headers.get('content-type') ?? ''
  const written = /json|^text/.test(type)
  const text = written ? await response.text() : (await response.arrayBuffer(), '')
  return {
    status: response.status,
    headers: response.headers,
    text,
    body: (type.includes('json') && text !== '' ? JSON.parse(text) : {}) as Json,
  }
}

const ROUTES = routesOf(api)

/** The route that a request meets: literal segments before parameters. */
export function routeOf(method: string, path: string): Route | undefined {
  const parts = new URL(path, 'http://localhost').pathname.split('/')
  const fits = (route: Route) => {
    const pattern = route.path.split('/')
    return (
      route.method === method &&
      pattern.length === parts.length &&
      pattern.every((segment, i) => segment.startsWith(':') || segment === parts[i])
    )
  }
  const open = (route: Route) => route.path.split('/').filter((part) => part.startsWith(':')).length
  return ROUTES.filter(fits).sort((a, b) => open(a) - open(b))[0]
}

/** Which routes a test has met, and how they answered: `POST /api/loans/:id/refunds 422`. */
export const met = new Set<string>()

function checked(method: string, path: string, answer: Answer): Answer {
  const route = routeOf(method, path)
  if (route) met.add(`${method} ${route.path} ${answer.status}`)
  if (!route?.answer || answer.status >= 400) return answer
  const result = v.safeParse(route.answer, answer.body)
  if (!result.success) {
    const faults = result.issues.map((one) => `${v.getDotPath(one) ?? ''}: ${one.message}`)
    throw new Error(`${method} ${path} answers otherwise than it publishes: ${faults.join('; ')}`)
  }
  return answer
}
