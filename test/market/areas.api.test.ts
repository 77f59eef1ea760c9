// The areas as a client of the API finds them. They are read by anyone, so the wrong actor is
// nobody.

import { expect, test } from 'vitest'
import { Client } from '#test/support/client'

const items = async (path: string) => {
  const { status, body } = await new Client().get(path)
  expect(status).toBe(200)
  const { items } = body as unknown as { items: { code: string; name: string }[] }
  return items.map(({ code, name }) => `${code} ${name}`)
}

test('leads anyone from the provinces to the village', async () => {
  const provinces = await items('/api/areas')
  expect(provinces).toHaveLength(38)
  expect(provinces[0]).toBe('11 Aceh')
  expect(await items('/api/areas?within=32')).toContain('32.06 Kabupaten Tasikmalaya')
  expect(await items('/api/areas?within=32.06')).toContain('32.06.34 Rajapolah')
  expect(await items('/api/areas?within=32.06.34')).toContain('32.06.34.2002 Rajapolah')
})

test.each(['99', '32.70', '32.06.99'])('knows no area %s', async (code) => {
  expect((await new Client().get(`/api/areas?within=${code}`)).status).toBe(404)
})

test.each(['Bandung', '3206', '32.06.34.2002', '../secret'])(
  'refuses to look within %s',
  async (code) => {
    const { status, body } = await new Client().get(`/api/areas?within=${encodeURIComponent(code)}`)
    expect(status).toBe(400)
    expect(body).toMatchObject({ errors: [{ pointer: '/within' }] })
  },
)

test('shows a stranger what it shows everyone', async () => {
  const stranger = new Client()
  stranger.cookies.set('__Host-lumbung_session', 'no-such-session')
  expect((await stranger.get('/api/areas?within=32')).status).toBe(200)
})
