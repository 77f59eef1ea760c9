/** The builders of the tests are themselves the story of how a network begins. */
import { expect, it } from 'vitest'
import { aLender, anOperator, aPerson, expected } from '#test/support/world'

it('opens a network, a lender in it, and fills its desks by invitation', async () => {
  const operator = await anOperator(['treasurer'])
  const lender = await aLender(operator)

  const { organizations, permissions, secondFactor } = expected(
    await lender.cashier.get('/api/me'),
    200,
  )
  expect(organizations).toMatchObject([{ slug: lender.slug, kind: 'lender', roles: ['cashier'] }])
  expect(permissions).toContain('loan.disburse')
  expect(secondFactor).toEqual({ enrolled: true, fresh: true })

  const { members } = expected(await lender.owner.get(`/api/organizations/${lender.slug}`), 200)
  expect((members as unknown as { roles: string[] }[]).flatMap((one) => one.roles).sort()).toEqual([
    'approver',
    'cashier',
    'officer',
    'owner',
    'treasurer',
  ])
  expect(operator.treasurer.id).not.toBe(operator.owner.id)
})

it('lets a newcomer belong nowhere', async () => {
  const person = await aPerson()
  const me = expected(await person.get('/api/me'), 200)
  expect(me.organizations).toEqual([])
  expect(me.permissions).toEqual([])
})
