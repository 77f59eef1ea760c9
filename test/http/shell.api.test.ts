import { describe, expect, it } from 'vitest'
import { api } from '#worker/api'
import { routesOf } from '#worker/http/openapi'
import { MATRIX } from '#worker/identity/permissions'
import { Client } from '#test/support/client'

describe('the API', () => {
  const client = new Client()

  it('answers that it is there, with the number of the request', async () => {
    const { status, headers, body } = await client.get('/api/health')
    expect([status, body]).toEqual([200, { ok: true }])
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
  })

  it('answers with a problem document where there is nothing', async () => {
    const { status, headers, body } = await client.get('/api/nothing-here')
    expect(status).toBe(404)
    expect(headers.get('content-type')).toBe('application/problem+json')
    expect(body).toMatchObject({ slug: 'not-found', status: 404, type: '/api/docs#not-found' })
  })

  it('publishes itself as OpenAPI 3.1, every operation with a summary and a permission', async () => {
    const { body } = await client.get('/api/openapi.json')
    expect(body.openapi).toBe('3.1.0')
    const paths = body.paths as unknown as Record<string, Record<string, { summary: string }>>
    const operations = Object.values(paths).flatMap((methods) => Object.values(methods))
    expect(operations.length).toBe(routesOf(api).length)
    expect(operations.filter((one) => one.summary === '')).toEqual([])
  })
})

describe('every route', () => {
  const routes = routesOf(api)

  it('names its permission, one of the matrix', () => {
    const known = new Set([...Object.keys(MATRIX), 'public', 'self'])
    const bare = routes.filter((route) => !known.has(route.permission ?? ''))
    expect(bare.map((route) => `${route.method} ${route.path}`)).toEqual([])
  })

  it('is handed to the count of its three tests', ({ task }) => {
    task.meta.published = routes.map(({ method, path, permission = '', body, query, once }) => ({
      route: `${method} ${path}`,
      guarded: permission !== 'public',
      refuses: Boolean(body || query || once) || path.includes(':'),
    }))
    expect(routes.length).toBeGreaterThan(50)
  })

  it('says what it is for and what it answers', () => {
    const silent = routes.filter((route) => !route.summary || route.answer === undefined)
    expect(silent.map((route) => `${route.method} ${route.path}`)).toEqual([])
  })
})
