/**
 * The readable page of the API, drawn from the OpenAPI document: nouns, their routes, what each asks and
 * answers, and the table of refusals. Plain HTML with our own style sheet; it runs no script.
 */
import { html, raw } from 'hono/html'
import { curlOf, type Example, EXAMPLES } from '#worker/http/examples'
import { guide } from '#worker/http/guide'
import { TABLE } from '#worker/http/problem'

type Schema = {
  type?: string | string[]
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  enum?: unknown[]
  const?: unknown
  anyOf?: Schema[]
  oneOf?: Schema[]
  description?: string
  minimum?: number
  maximum?: number
}
type Media = Record<string, { schema: Schema }>
type Operation = {
  tags: string[]
  summary: string
  'x-permission': string
  'x-scope'?: string
  parameters: { name: string; in: string; required: boolean; schema: Schema }[]
  requestBody?: { content: Media }
  responses: Record<string, { description: string; content?: Media }>
}
export type Document = {
  info: { title: string; description: string }
  paths: Record<string, Record<string, Operation>>
}

type Row = { method: string; path: string; operation: Operation }

export function docsPage({ info, paths }: Document, origin: string) {
  const rows = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): Row => ({ method, path, operation })),
  )
  const nouns = [...new Set(rows.map((row) => row.operation.tags[0] ?? 'api'))].sort()
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${info.title}</title>
        <link rel="stylesheet" href="/api-docs.css" />
      </head>
      <body>
        <header>
          <h1>${info.title}</h1>
          <p>${info.description}</p>
          <p><a href="/api/openapi.json">openapi.json</a> (OpenAPI 3.1)</p>
        </header>
        <nav aria-label="Guide">
          ${GUIDE.map(([id, words]) => html`<a href="#${id}">${words}</a> `)}
        </nav>
        <nav aria-label="Nouns">${nouns.map((noun) => html`<a href="#${noun}">${noun}</a> `)}</nav>
        <main>
          ${guide(origin)}
          ${nouns.map((noun) =>
            section({
              noun,
              rows: rows.filter((row) => row.operation.tags[0] === noun),
              example: EXAMPLES.find((one) => one.noun === noun),
              origin,
            }),
          )}
          ${refusals()}
        </main>
      </body>
    </html>`
}

const GUIDE = [
  ['authentication', 'Authentication'],
  ['limits', 'Limits'],
  ['pages', 'Lists'],
  ['idempotency', 'Idempotency'],
  ['errors', 'Errors'],
  ['following', 'Changes'],
  ['webhooks', 'Webhooks'],
  ['refusals', 'Refusals'],
] as const

type Section = { noun: string; rows: readonly Row[]; example: Example | undefined; origin: string }

function section({ noun, rows, example, origin }: Section) {
  return html`<section>
    <h2 id="${noun}">${noun}</h2>
    ${example ? worked(example, origin) : ''} ${rows.map(operationOf)}
  </section>`
}

function worked(example: Example, origin: string) {
  const { status, answer } = example
  return html`<figure>
    <figcaption>Example</figcaption>
    <pre><code>${curlOf(example, origin)}</code></pre>
    <pre><code>${status}${answer === null ? '' : `\n${JSON.stringify(answer, null, 2)}`}</code></pre>
  </figure>`
}

function operationOf({ method, path, operation }: Row) {
  const id = `${method}-${path.replace(/[^a-z]+/gi, '-')}`
  const [status, answer] = Object.entries(operation.responses)[0] ?? ['200', undefined]
  const body = operation.requestBody?.content['application/json']?.schema
  const answered = answer?.content?.['application/json']?.schema
  return html`<details id="${id}">
    <summary>
      <b class="${method}">${method.toUpperCase()}</b> <code>${path}</code>
      <span>${operation.summary}</span>
    </summary>
    <p>
      Permission: <code>${operation['x-permission']}</code>${
        operation['x-scope'] ? html`; a key with <code>${operation['x-scope']}</code>` : ''
      }
    </p>
    ${operation.parameters.length > 0 ? parameters(operation) : ''}
    ${
      body
        ? html`<h3>Body</h3>
            ${shape(body)}`
        : ''
    }
    <h3>${status}</h3>
    ${answered ? shape(answered) : html`<p>No JSON body is described.</p>`}
  </details>`
}

function parameters({ parameters }: Operation) {
  return html`<h3>Parameters</h3>
    <ul>
      ${parameters.map(
        (one) =>
          html`<li>
            <code>${one.name}</code> in ${one.in}${one.required ? ', required' : ''}:
            ${typeName(one.schema)}
          </li>`,
      )}
    </ul>`
}

function shape(schema: Schema): ReturnType<typeof html> {
  const inner = schema.items ?? schema.anyOf?.find((one) => one.properties) ?? schema
  if (!inner.properties) return html`<p>${typeName(schema)}</p>`
  const required = new Set(inner.required ?? [])
  return html`<ul>
    ${Object.entries(inner.properties).map(
      ([name, member]) =>
        html`<li>
          <code>${name}</code>${required.has(name) ? '' : '?'}: ${typeName(member)}
          ${member.properties || member.items?.properties ? shape(member) : ''}
        </li>`,
    )}
  </ul>`
}

function typeName(schema: Schema): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.enum) return schema.enum.map((one) => JSON.stringify(one)).join(' | ')
  const either = schema.anyOf ?? schema.oneOf
  if (either) return either.map(typeName).join(' | ')
  if (schema.type === 'array')
    return `list of ${schema.items ? typeName(schema.items) : 'anything'}`
  const bounds =
    schema.minimum !== undefined || schema.maximum !== undefined
      ? ` (${schema.minimum ?? ''}…${schema.maximum ?? ''})`
      : ''
  return `${[schema.type ?? 'anything'].flat().join(' | ')}${bounds}`
}

function refusals() {
  return html`<section>
    <h2 id="refusals">Refusals</h2>
    <p>
      A failure is a problem document (<code>application/problem+json</code>): type, slug, title,
      status, detail, instance (the request's id), and where they help errors (JSON pointers) and
      facts.
    </p>
    <table>
      <thead>
        <tr>
          <th scope="col">slug</th>
          <th scope="col">status</th>
          <th scope="col">title</th>
        </tr>
      </thead>
      <tbody>
        ${raw(
          Object.entries(TABLE)
            .map(
              ([slug, [status, title]]) =>
                `<tr id="${slug}"><td><code>${slug}</code></td><td>${status}</td><td>${title}</td></tr>`,
            )
            .join(''),
        )}
      </tbody>
    </table>
  </section>`
}
