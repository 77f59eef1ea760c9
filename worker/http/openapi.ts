/**
 * The OpenAPI 3.1 document, written from the routes themselves: the schemas that validate are the
 * schemas that are published, and a route that says nothing of itself shows up as such in a test.
 */
import { toJsonSchema } from '@valibot/to-json-schema'
import type { Hono } from 'hono'
import { aboutOf, type About } from '#worker/http/about'
import type { HonoEnv } from '#worker/http/context'
import type { Schema } from '#worker/http/parse'
import { TABLE } from '#worker/http/problem'
import { ChangeAnswer } from '#worker/history/changes/answers'
import { scopeFor } from '#worker/identity/api-keys/api-key'
import { MATRIX, type Permission } from '#worker/identity/permissions'

export type Route = About & { method: string; path: string }

/** Every route of the app with what its middlewares say of it, merged. */
export function routesOf(app: Hono<HonoEnv>): Route[] {
  const routes = new Map<string, Route>()
  for (const { method, path, handler } of app.routes) {
    if (method === 'ALL') continue
    const key = `${method} ${path}`
    routes.set(key, { ...(routes.get(key) ?? { method, path }), ...aboutOf(handler) })
  }
  return [...routes.values()]
}

type Json = Record<string, unknown>

export function openApiDocument(app: Hono<HonoEnv>, network: string): Json {
  const paths: Record<string, Record<string, Json>> = {}
  for (const route of routesOf(app)) {
    const path = route.path.replace(/:(\w+)(\{[^}]*\})?/g, '{$1}')
    paths[path] ??= {}
    paths[path][route.method.toLowerCase()] = operation(route, path)
  }
  return {
    openapi: '3.1.0',
    info: {
      title: `${network}: the Lumbung API`,
      version: '1',
      description:
        'Amounts are whole rupiah (integers), instants ISO 8601 in UTC, due dates ISO dates. Lists answer ' +
        '{ items, next } and take ?after= and ?limit=. A POST that moves money or stock carries an ' +
        'Idempotency-Key. Failures are problem documents (RFC 9457).',
    },
    paths,
    components: {
      schemas: { Problem: PROBLEM },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: '__Host-lumbung_session' },
        key: {
          type: 'http',
          scheme: 'bearer',
          description: 'An API key of an organization, `lk_…`, within its scopes (`x-scope`).',
        },
      },
    },
    webhooks: {
      change: {
        post: {
          summary: 'Something changed; signed as Standard Webhooks says',
          requestBody: { required: true, content: json(outputSchema(ChangeAnswer)) },
          responses: { '2XX': { description: 'Received' } },
        },
      },
    },
  }
}

/** Who may ask, as OpenAPI says it: nobody in particular, a person, or a program too. */
function securityOf({ permission = 'none', method }: Route): Json {
  if (permission === 'public') return {}
  if (permission === 'change.read') return { security: [{ session: [] }, { key: [] }] }
  const safe = method === 'GET'
  const scope = permission in MATRIX ? scopeFor(permission as Permission, { safe }) : null
  if (scope === null) return { security: [{ session: [] }] }
  return { security: [{ session: [] }, { key: [] }], 'x-scope': scope }
}

function operation(route: Route, path: string): Json {
  const status = String(route.status ?? 200)
  return {
    operationId: operationId(route.method, path),
    tags: [path.split('/')[2] ?? 'api'],
    summary: route.summary ?? '',
    'x-permission': route.permission ?? 'none',
    ...securityOf(route),
    parameters: [...pathParameters(path), ...queryParameters(route.query), ...keyParameter(route)],
    ...(route.body
      ? { requestBody: { required: true, content: json(inputSchema(route.body)) } }
      : {}),
    responses: {
      [status]: {
        description: route.summary ?? '',
        ...(route.answer ? { content: json(outputSchema(route.answer)) } : {}),
      },
      default: {
        description: 'A problem document',
        content: {
          'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
        },
      },
    },
  }
}

function operationId(method: string, path: string): string {
  const words = path.split(/[^a-zA-Z]+/).filter((word) => word && word !== 'api')
  return [method.toLowerCase(), ...words].join('-')
}

const json = (schema: Json) => ({ 'application/json': { schema } })

function inputSchema(schema: Schema): Json {
  return toJsonSchema(schema, { typeMode: 'input', errorMode: 'ignore' }) as unknown as Json
}

function outputSchema(schema: Schema): Json {
  return toJsonSchema(schema, { typeMode: 'output', errorMode: 'ignore' }) as unknown as Json
}

function pathParameters(path: string): Json[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }))
}

function queryParameters(schema: Schema | undefined): Json[] {
  if (!schema) return []
  const { properties = {}, required = [] } = inputSchema(schema) as {
    properties?: Record<string, Json>
    required?: string[]
  }
  return Object.entries(properties).map(([name, member]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema: member,
  }))
}

function keyParameter(route: Route): Json[] {
  if (!route.once) return []
  return [{ name: 'Idempotency-Key', in: 'header', required: true, schema: { type: 'string' } }]
}

const PROBLEM: Json = {
  type: 'object',
  required: ['type', 'slug', 'title', 'status', 'detail', 'instance'],
  properties: {
    type: { type: 'string' },
    slug: { type: 'string', enum: Object.keys(TABLE) },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    instance: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        properties: { pointer: { type: 'string' }, detail: { type: 'string' } },
      },
    },
    facts: { type: 'object' },
  },
}
