/** Under `/organizations`: where one wants to be told of changes, and the log of what it was told. */
import { Hono } from 'hono'
import { read } from '#db/client'
import { typesFor } from '#worker/history/changes/change'
import { about } from '#worker/http/about'
import { actOf } from '#worker/http/act'
import { allow } from '#worker/http/allow'
import type { Ctx, HonoEnv } from '#worker/http/context'
import { handOverDelivery } from '#worker/http/handover'
import { commit } from '#worker/http/idempotency'
import { ownOrganization } from '#worker/http/own'
import { paged } from '#worker/http/paging'
import { malformed, parseJson, parseQuery } from '#worker/http/parse'
import { siteOf } from '#worker/http/site'
import { countUse } from '#worker/http/uses'
import { found, refuseUnless } from '#worker/kernel/refusal'
import { sentence } from '#worker/kernel/sentence'
import * as answers from '#worker/outbox/webhooks/answers'
import * as queries from '#worker/outbox/webhooks/queries'
import { DeliveriesQuery, WebhookChange, WebhookRequest } from '#worker/outbox/webhooks/requests'
import { refusedTarget } from '#worker/outbox/webhooks/target'
import * as webhook from '#worker/outbox/webhooks/webhook'
import { vaultOf } from '#worker/providers/vault'
import { newWebhookSecret } from '#worker/providers/webhook'

const A_DAY = { most: 200, windowMs: 24 * 60 * 60 * 1000 }

export const webhooks = new Hono<HonoEnv>()
  .get(
    '/:slug/webhooks',
    about('Webhooks of an organization', answers.WebhookList),
    allow('organization.manage'),
    async (c) => {
      const { organizationId, kind } = ownOrganization(c, c.req.param('slug'), 'organization')
      const [rows] = await read(c.var.db, [queries.listWebhooks(c.var.db, organizationId)])
      const items = rows.map((row) => answers.describeWebhook(queries.webhookFrom(row)))
      return c.json({ items, next: null, types: typesFor(kind) })
    },
  )
  .post(
    '/:slug/webhooks',
    about('Register a webhook; its secret is shown this once', answers.SecretAnswer, 201),
    allow('organization.manage'),
    parseJson(WebhookRequest),
    async (c) => {
      const { db, newId } = c.var
      const { organizationId } = ownOrganization(c, c.req.param('slug'), 'organization')
      const asked = c.req.valid('json')
      refuseTarget(c, asked.url)
      const [rows] = await read(db, [queries.listWebhooks(db, organizationId)])

      const made = webhook.registerWebhook(asked, {
        ...{ id: newId(), organizationId, act: actOf(c), held: rows.length },
      })

      const { secret, sealed } = await newSecret(c, made.webhook.id)
      await commit(c, [counted(c, organizationId), ...queries.insertWebhook(db, made, sealed)])
      return c.json(answers.describeSecret(made.webhook, secret, null), 201)
    },
  )
  .get(
    '/:slug/webhooks/:id',
    about('A webhook', answers.WebhookAnswer),
    allow('organization.manage'),
    async (c) => c.json(answers.describeWebhook((await ownWebhook(c)).webhook)),
  )
  .patch(
    '/:slug/webhooks/:id',
    about('Change a webhook, pause it or let it go on', answers.WebhookAnswer),
    allow('organization.manage'),
    parseJson(WebhookChange),
    async (c) => {
      const { db, now } = c.var
      const wanted = c.req.valid('json')
      if (wanted.url !== undefined) refuseTarget(c, wanted.url)
      const { webhook: before } = await ownWebhook(c)

      const changed = webhook.changeWebhook(before, wanted, actOf(c))

      await commit(c, queries.changeWebhook(db, changed, now))
      return c.json(answers.describeWebhook(changed.webhook))
    },
  )
  .delete(
    '/:slug/webhooks/:id',
    about('Remove a webhook; what waits for it is given up', null, 204),
    allow('organization.manage'),
    async (c) => {
      const { webhook: before } = await ownWebhook(c)
      const removed = webhook.removeWebhook(before, actOf(c))
      await commit(c, queries.changeWebhook(c.var.db, removed, c.var.now))
      return c.body(null, 204)
    },
  )
  .post(
    '/:slug/webhooks/:id/secret',
    about('Replace the secret; the one before signs along for a day', answers.SecretAnswer, 201),
    allow('organization.manage'),
    async (c) => {
      const { db, now } = c.var
      const { row, webhook: before } = await ownWebhook(c)

      const replaced = webhook.replaceSecret(before, actOf(c))

      const { secret, sealed } = await newSecret(c, before.id)
      const beforeUntil = now + webhook.OVERLAP_MS
      const secrets = { sealed, before: row.secret, beforeUntil }
      await commit(c, [
        counted(c, before.organizationId),
        ...queries.changeSecret(db, replaced, secrets),
      ])
      return c.json(answers.describeSecret(replaced.webhook, secret, now), 201)
    },
  )
  .post(
    '/:slug/webhooks/:id/ping',
    about('Send a change of no meaning to this webhook alone', answers.WebhookAnswer, 201),
    allow('organization.manage'),
    async (c) => {
      const { db, now } = c.var
      const { webhook: before } = await ownWebhook(c)
      const pinged = webhook.pingWebhook(before, actOf(c))
      await commit(c, [
        counted(c, before.organizationId),
        ...queries.changeWebhook(db, pinged, now),
      ])
      return c.json(answers.describeWebhook(pinged.webhook), 201)
    },
  )
  .get(
    '/:slug/webhooks/:id/deliveries',
    about('What a webhook was told, the latest first: kept 90 days', answers.DeliveryList),
    allow('organization.manage'),
    parseQuery(DeliveriesQuery),
    async (c) => {
      const { db } = c.var
      const { after, limit } = c.req.valid('query')
      const { slug, id } = c.req.param()
      const { organizationId } = ownOrganization(c, slug, 'organization')
      const page = { webhookId: id, after: after?.[0], limit: limit + 1 }
      const [rows, deliveries] = await read(db, [
        queries.findWebhook(db, id, organizationId),
        queries.listDeliveries(db, page),
      ])
      found(rows[0], 'webhook')
      const { rows: shown, next } = paged(deliveries, limit, (row) => [row.changeKey])
      return c.json({ items: shown.map(answers.describeDelivery), next })
    },
  )
  .post(
    '/:slug/webhooks/:id/deliveries/:change/replay',
    about('Send a delivery again', answers.DeliveryAnswer, 201),
    allow('organization.manage'),
    async (c) => {
      const { db, now } = c.var
      const { slug, id, change } = c.req.param()
      const { organizationId } = ownOrganization(c, slug, 'organization')
      const key = /^\d{1,15}$/.test(change) ? Number(change) : 0
      const [rows, deliveries] = await read(db, [
        queries.findWebhook(db, id, organizationId),
        queries.findDelivery(db, id, key),
      ])
      const { status } = found(rows[0], 'webhook')
      const row = found(deliveries[0], 'delivery')
      refuseUnless(row.status !== 'waiting', 'illegal-transition', 'It waits to be sent already.')
      refuseUnless(status !== 'paused', 'illegal-transition', 'Let the webhook go on first.')

      await commit(c, [counted(c, organizationId), queries.offerAgain(db, row, now)])
      handOverDelivery(c, { webhook: id, change: key, attempt: 0 })
      const again = { ...row, status: 'waiting', attempts: 0, nextAt: now } as const
      return c.json(answers.describeDelivery(again), 201)
    },
  )

function counted(c: Ctx, organizationId: string) {
  return countUse(c.var.db, { key: `webhooks:${organizationId}`, ...A_DAY }, c.var.now)
}

function refuseTarget(c: Ctx, url: string): void {
  const ownHost = new URL(siteOf(c).url ?? c.req.url).hostname
  const detail = refusedTarget(url, { ownHost, demo: c.env.MODE === 'demo' })
  if (detail === null) return
  const id = 'Alamat penerima harus https:// dan dapat dicapai dari luar.'
  throw malformed([{ pointer: '/url', detail: sentence(id, detail) }])
}

/** The webhook of the address, among those of an organization that the actor manages. */
async function ownWebhook(c: Ctx) {
  const { slug = '', id = '' } = c.req.param() as Record<string, string>
  const { organizationId } = ownOrganization(c, slug, 'organization')
  const [rows] = await read(c.var.db, [queries.findWebhook(c.var.db, id, organizationId)])
  const row = found(rows[0], 'webhook')
  return { row, webhook: queries.webhookFrom(row) }
}

async function newSecret(c: Ctx, id: string) {
  const secret = newWebhookSecret(c.var.random(32))
  const vault = await vaultOf(c.env)
  return { secret, sealed: await vault.seal(secret, webhook.secretPlace(id)) }
}
