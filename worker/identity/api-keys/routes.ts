/** Under `/organizations`: the keys by which programs act for it. Made, seen and revoked by its leads. */
import { Hono } from 'hono'
import { read } from '#db/client'
import { about } from '#worker/http/about'
import { actOf } from '#worker/http/act'
import { allow } from '#worker/http/allow'
import { newKey } from '#worker/http/api-key'
import type { HonoEnv } from '#worker/http/context'
import { commit } from '#worker/http/idempotency'
import { ownOrganization } from '#worker/http/own'
import { parseJson } from '#worker/http/parse'
import { countUse } from '#worker/http/uses'
import { signedIn } from '#worker/identity/actor'
import {
  ApiKeyAnswer,
  ApiKeyList,
  describeKey,
  MadeKeyAnswer,
} from '#worker/identity/api-keys/answers'
import { makeKey, revokeKey, scopesOf } from '#worker/identity/api-keys/api-key'
import { changeRevoked, findKey, insertKey, listKeys } from '#worker/identity/api-keys/queries'
import { ApiKeyRequest } from '#worker/identity/api-keys/requests'
import { found } from '#worker/kernel/refusal'

const A_DAY = { most: 50, windowMs: 24 * 60 * 60 * 1000 }

export const apiKeys = new Hono<HonoEnv>()
  .get(
    '/:slug/api-keys',
    about('API keys of an organization, the latest first', ApiKeyList),
    allow('organization.manage'),
    async (c) => {
      const { db, now } = c.var
      const { organizationId, kind } = ownOrganization(c, c.req.param('slug'), 'organization')
      const [rows] = await read(db, [listKeys(db, organizationId)])
      const items = rows.map((row) => describeKey(row, now))
      return c.json({ items, next: null, scopes: scopesOf(kind) })
    },
  )
  .post(
    '/:slug/api-keys',
    about('Make an API key; the key itself is shown this once', MadeKeyAnswer, 201),
    allow('organization.manage'),
    parseJson(ApiKeyRequest),
    async (c) => {
      const { db, now, newId, random } = c.var
      const { organizationId: id, kind } = ownOrganization(c, c.req.param('slug'), 'organization')
      const secret = await newKey(random)

      const { key, event } = makeKey(c.req.valid('json'), {
        id: newId(),
        organization: { id, kind },
        prefix: secret.prefix,
        secretHash: secret.hash,
        act: actOf(c),
      })

      const counted = countUse(db, { key: `api-keys:${id}`, ...A_DAY }, now)
      await commit(c, [counted, ...insertKey(db, key, event)])
      const createdByName = signedIn(c.var.actor).name
      const row = { ...key, scopes: JSON.stringify(key.scopes), createdByName, lastUsedAt: null }
      return c.json({ ...describeKey(row, now), key: secret.key }, 201)
    },
  )
  .delete(
    '/:slug/api-keys/:id',
    about('Revoke an API key; it ends at once', ApiKeyAnswer),
    allow('organization.manage'),
    async (c) => {
      const { db, now } = c.var
      const { slug, id } = c.req.param()
      const { organizationId } = ownOrganization(c, slug, 'organization')
      const [rows] = await read(db, [findKey(db, id, [organizationId])])
      const row = found(rows[0], 'API key')

      const revoked = revokeKey({ ...row, version: row.keyVersion }, actOf(c))

      await commit(c, changeRevoked(db, revoked))
      return c.json(describeKey({ ...row, revokedAt: revoked.revokedAt }, now))
    },
  )
