/** The first start of a deployment. */
import { expect, it } from 'vitest'
import { bindings, Client } from '#test/support/client'
import { expected, newPhone, signIn } from '#test/support/world'

const opening = (token: unknown) => ({
  name: 'Jaringan Pengrajin',
  lead: { phone: newPhone(), name: 'Siti Aminah' },
  token,
})
const TOKEN = () => bindings().SETUP_TOKEN

it('opens the network for who knows the setup token; its first owner signs in', async () => {
  const asked = opening(TOKEN())
  const operator = expected(await new Client().post('/api/network', asked), 201)
  expect(operator).toMatchObject({ kind: 'operator', slug: 'jaringan-pengrajin', status: 'open' })
  const owner = await signIn(asked.lead.phone)
  expect(expected(await owner.get('/api/me'), 200)).toMatchObject({
    person: { name: 'Siti Aminah' },
    organizations: [{ slug: 'jaringan-pengrajin', roles: ['owner'] }],
  })
})

it('opens the network once, also when two open it at once', async () => {
  const answers = await Promise.all(
    [1, 2].map(() => new Client().post('/api/network', opening(TOKEN()))),
  )
  expect(answers.map((one) => one.status).sort()).toEqual([201, 409])
  expect((await new Client().post('/api/network', opening(TOKEN()))).body.slug).toBe(
    'already-exists',
  )
})

it('does not say more to who does not know the token than that there is nothing', async () => {
  for (const token of ['', 'the setup token of the test', 'x'.repeat(200)]) {
    const answer = await new Client().post('/api/network', opening(token))
    expect([answer.status, answer.body.slug]).toEqual([404, 'not-found'])
  }
  expect((await new Client().post('/api/network', opening(undefined))).status).toBe(400)
})

it('lets nobody try tokens for long', async () => {
  for (let n = 0; n < 10; n += 1) await new Client().post('/api/network', opening(`guess ${n}`))
  expect((await new Client().post('/api/network', opening('guess'))).status).toBe(429)
})
