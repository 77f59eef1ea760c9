/** The address book of who is signed in: nobody else sees it. */
import { Hono } from 'hono'
import { commit, read } from '#db/client'
import { about } from '#worker/http/about'
import { allow } from '#worker/http/allow'
import type { Ctx, HonoEnv } from '#worker/http/context'
import { parseJson } from '#worker/http/parse'
import { signedIn } from '#worker/identity/actor'
import { found } from '#worker/kernel/refusal'
import type { KeptAddress } from '#worker/market/buying/addresses/address'
import {
  AddressAnswer,
  AddressesAnswer,
  describeAddress,
} from '#worker/market/buying/addresses/answers'
import * as queries from '#worker/market/buying/addresses/queries'
import { AddressRequest } from '#worker/market/buying/addresses/requests'
import { villageLine } from '#worker/http/village-line'

export const addresses = new Hono<HonoEnv>()
  .get(
    '/',
    about('Your addresses, the preferred one first', AddressesAnswer),
    allow('self'),
    async (c) => {
      const { id: personId } = signedIn(c.var.actor)
      const [rows] = await read(c.var.db, [queries.listAddresses(c.var.db, personId)])
      return c.json({ items: rows.map(describeAddress), next: null })
    },
  )
  .post(
    '/',
    about('Keep an address; the first is preferred', AddressAnswer, 201),
    allow('self'),
    parseJson(AddressRequest),
    async (c) => {
      const { db, now, newId } = c.var
      const { preferred, ...given } = c.req.valid('json')
      const { id: personId } = signedIn(c.var.actor)
      const areaText = await villageLine(c, given.areaCode, '/areaCode')
      const [rows] = await read(db, [queries.listAddresses(db, personId)])
      const address: KeptAddress = { ...given, id: newId(), personId, areaText, createdAt: now }

      await commit(db, [
        ...queries.insertAddress(db, address),
        ...(preferred ? [queries.preferAddress(db, personId, address.id)] : []),
      ])
      const first = rows.length === 0
      return c.json(describeAddress({ ...address, preferred: preferred || first }), 201)
    },
  )
  .put(
    '/:id',
    about('Write an address anew', AddressAnswer),
    allow('self'),
    parseJson(AddressRequest),
    async (c) => {
      const { db } = c.var
      const { preferred, ...given } = c.req.valid('json')
      const kept = await ownAddress(c)
      const areaText = await villageLine(c, given.areaCode, '/areaCode')
      const { id, personId, createdAt } = kept
      const address: KeptAddress = { ...given, id, personId, createdAt, areaText }

      await commit(db, [
        queries.changeAddress(db, address),
        ...(preferred ? [queries.preferAddress(db, personId, id)] : []),
      ])
      return c.json(describeAddress({ ...address, preferred: preferred || kept.preferred === 1 }))
    },
  )
  .delete(
    '/:id',
    about('Take an address out of the book', AddressesAnswer),
    allow('self'),
    async (c) => {
      const { db } = c.var
      const { id, personId } = await ownAddress(c)
      await commit(db, queries.deleteAddress(db, personId, id))
      const [rows] = await read(db, [queries.listAddresses(db, personId)])
      return c.json({ items: rows.map(describeAddress), next: null })
    },
  )

async function ownAddress(c: Ctx) {
  const { id: personId } = signedIn(c.var.actor)
  const [rows] = await read(c.var.db, [queries.listAddresses(c.var.db, personId)])
  return found(
    rows.find((one) => one.id === c.req.param('id')),
    'address',
  )
}
