/** The documentation against the API it speaks of: every noun has an example, and each is true. */
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { Client, routeOf } from '#test/support/client'
import { api } from '#worker/api'
import { curlOf, EXAMPLES, type Example } from '#worker/http/examples'
import { routesOf } from '#worker/http/openapi'
import { scopeFor } from '#worker/identity/api-keys/api-key'
import { MATRIX, type Permission } from '#worker/identity/permissions'

/** The document and its page need none. */
const META = new Set(['docs', 'openapi.json'])

/** Routes that are matched by more than their segments are not for programs to guess. */
const published = (example: Example) => {
  const path = example.path.replace(/\/(\d+)$/, '/:width{[0-9]+}')
  return routeOf(example.method, example.path) ?? routeOf(example.method, path)
}

describe('the documentation', () => {
  it('has an example for each noun', () => {
    const nouns = new Set(routesOf(api).map((route) => route.path.split('/')[2] ?? ''))
    const shown = new Set(EXAMPLES.map((one) => one.noun))
    expect([...nouns].filter((noun) => !shown.has(noun) && !META.has(noun))).toEqual([])
  })

  it.each(EXAMPLES.map((one) => [one.noun, one] as const))(
    'shows a true example of %s',
    (noun, example) => {
      const route = published(example)
      expect(route?.path.split('/')[2]).toBe(noun)
      expect(example.status).toBe(route?.status ?? 200)
      if (route?.answer) {
        const answer = v.safeParse(route.answer, example.answer)
        expect(answer.issues?.map((one) => [v.getDotPath(one), one.message])).toBeUndefined()
      }
      if (route?.body) expect(v.safeParse(route.body, example.body).issues).toBeUndefined()
      else expect(example.body).toBeUndefined()
      if (route?.query) {
        const { searchParams } = new URL(example.path, 'http://here')
        expect(v.safeParse(route.query, Object.fromEntries(searchParams)).issues).toBeUndefined()
      }
    },
  )

  it('says rightly who may ask', () => {
    const wrong = EXAMPLES.filter((one) => {
      const { permission = '' } = published(one) ?? {}
      if (permission === 'public') return false
      if (permission === 'self') return one.as !== 'person'
      if (permission === 'change.read') return one.as !== 'key'
      const safe = one.method === 'GET'
      const scope = permission in MATRIX ? scopeFor(permission as Permission, { safe }) : null
      return one.as !== (scope === null ? 'person' : 'key')
    })
    expect(wrong.map((one) => one.noun)).toEqual([])
  })

  it('is a page that runs no script, with the guide and the examples in it', async () => {
    const response = await api.request('http://localhost/api/docs', {}, await environment())
    const page = await response.text()
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(page).not.toMatch(/<script|onclick=/)
    for (const id of ['authentication', 'idempotency', 'webhooks', 'refusals', 'orders']) {
      expect(page).toContain(`id="${id}"`)
    }
    expect(page.split('<figcaption>').length - 1).toBe(EXAMPLES.length)
    expect(page).toContain('curl')
  })

  it('writes what can be typed into a terminal', () => {
    const one = EXAMPLES.find(({ noun }) => noun === 'variants')!
    expect(curlOf(one, 'https://pasar.example')).toMatch(
      /^curl -X PATCH 'https:\/\/pasar\.example\/api\/variants\/[^']+' \\\n {2}-H "authorization: Bearer/,
    )
  })

  it('names the two ways to come in, and the scope for a program', async () => {
    const { body } = await new Client().get('/api/openapi.json')
    expect(body.components.securitySchemes.key).toMatchObject({ type: 'http', scheme: 'bearer' })
    const products = body.paths['/api/enterprises/{slug}/products']
    expect(products.get['x-scope']).toBe('product:read')
    expect(products.post['x-scope']).toBe('product:write')
    expect(body.paths['/api/payouts'].post.security).toEqual([{ session: [] }])
    expect(body.webhooks.change.post.requestBody.content['application/json']).toBeDefined()
  })
})

async function environment() {
  const { bindings } = await import('#test/support/client')
  return bindings()
}
