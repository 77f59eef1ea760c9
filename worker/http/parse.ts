/**
 * Parse, don't validate: a schema turns what was sent into domain values, or the request is malformed
 * and each fault is pointed at. The schema also stands in the OpenAPI document.
 */
import * as v from 'valibot'
import type { MiddlewareHandler } from 'hono'
import { isJson, jsonBody } from '#worker/http/fingerprint'
import type { Ctx, HonoEnv } from '#worker/http/context'
import { languageOf } from '#worker/http/language'
import { Refusal, type Pointed } from '#worker/kernel/refusal'
import { said, type Language } from '#worker/kernel/sentence'
import { annotate } from '#worker/http/about'

export type Schema = v.GenericSchema

type JsonInput<S extends Schema> = {
  in: { json: v.InferInput<S> }
  out: { json: v.InferOutput<S> }
}
type QueryInput<S extends Schema> = {
  in: { query: v.InferInput<S> }
  out: { query: v.InferOutput<S> }
}

/** The body as a domain value: `c.req.valid('json')`. */
export function parseJson<S extends Schema>(
  schema: S,
): MiddlewareHandler<HonoEnv, string, JsonInput<S>> {
  const middleware: MiddlewareHandler<HonoEnv, string, JsonInput<S>> = async (c, next) => {
    if (!isJson(c.req.header('content-type')) && (await (c as Ctx).req.text()) !== '') {
      throw new Refusal('unsupported-media-type', 'Send the body as application/json.')
    }
    c.req.addValidatedData(
      'json',
      parsed(schema, await jsonBody(c as Ctx), languageOf(c.req.raw)) as object,
    )
    await next()
  }
  return annotate(middleware, { body: schema })
}

/** The query string as a domain value: `c.req.valid('query')`. A repeated parameter is a fault. */
export function parseQuery<S extends Schema>(
  schema: S,
): MiddlewareHandler<HonoEnv, string, QueryInput<S>> {
  const middleware: MiddlewareHandler<HonoEnv, string, QueryInput<S>> = async (c, next) => {
    const given: Record<string, string> = {}
    for (const [key, values] of Object.entries(c.req.queries())) {
      if (values.length > 1) throw malformed([{ pointer: `/${key}`, detail: 'Give it once.' }])
      given[key] = values[0]!
    }
    c.req.addValidatedData('query', parsed(schema, given, languageOf(c.req.raw)) as object)
    await next()
  }
  return annotate(middleware, { query: schema })
}

export function parsed<S extends Schema>(
  schema: S,
  value: unknown,
  language: Language = 'en',
): v.InferOutput<S> {
  const result = v.safeParse(schema, value, { lang: language, abortPipeEarly: true })
  if (result.success) return result.output
  throw malformed(result.issues.map(pointed))
}

export function malformed(errors: readonly Pointed[]): Refusal {
  return new Refusal('malformed', errors.map((one) => said(one.detail, 'en')).join(' '), { errors })
}

function pointed(issue: v.BaseIssue<unknown>): Pointed {
  const path = (issue.path ?? []).map((part) => String((part as { key: unknown }).key))
  const escaped = path.map((key) => key.replaceAll('~', '~0').replaceAll('/', '~1'))
  return { pointer: escaped.map((key) => `/${key}`).join(''), detail: issue.message }
}
