/** Roles given and taken: whoever has one may move money. */
import type { Operation } from '#test/faults/operation'
import {
  aLender,
  anOperator,
  aPerson,
  expected,
  inviteAndJoin,
  type World,
} from '#test/support/world'

const aWorkplace = async (): Promise<World<'owner'>> => aLender(await anOperator(), [])

export const IDENTITY: readonly Operation[] = [
  {
    name: 'accepting an invitation',
    keyless: true,
    begin: async () => {
      const { owner, slug } = await aWorkplace()
      return async () => {
        const person = await aPerson()
        const asked = { phone: person.phone, role: 'officer' }
        const path = `/api/organizations/${slug}/invitations`
        const { id } = expected(await owner.post(path, asked), 201)
        return (key) =>
          person.post(`/api/invitations/${id}/acceptance`, {}, { 'idempotency-key': key })
      }
    },
  },
  {
    name: 'removing a member',
    keyless: true,
    begin: async () => {
      const { owner, slug } = await aWorkplace()
      return async () => {
        const { id } = await inviteAndJoin(owner, slug, 'cashier')
        return () => owner.delete(`/api/organizations/${slug}/members/${id}`)
      }
    },
  },
]
