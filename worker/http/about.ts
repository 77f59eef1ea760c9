/**
 * What a route says of itself, carried by its middlewares: summary, permission, schemas. The OpenAPI
 * document, the permission matrix test and the tests' check of every answer are read from here.
 */
import type { MiddlewareHandler } from 'hono'
import type { HonoEnv } from '#worker/http/context'
import type { Schema } from '#worker/http/parse'

export type About = {
  noun?: string
  summary?: string
  /** The schema of the answer in case of success; null for one without JSON. */
  answer?: Schema | null
  status?: number
  permission?: string
  body?: Schema
  query?: Schema
  once?: true
}

const ABOUT = Symbol('about')
type Annotated = { [ABOUT]?: About }

export function annotate<T extends object>(middleware: T, about: About): T {
  return Object.assign(middleware, { [ABOUT]: about })
}

export function aboutOf(handler: unknown): About {
  return (handler as Annotated)[ABOUT] ?? {}
}

/** First on the route line: what the route is for and what it answers. */
export function about(
  summary: string,
  answer: Schema | null,
  status = 200,
): MiddlewareHandler<HonoEnv> {
  return annotate<MiddlewareHandler<HonoEnv>>((_, next) => next(), { summary, answer, status })
}
