/** Where the money of an enterprise goes: asked for, told to all who lead it, and stopped by any of them. */
import { Hono } from 'hono'
import { read } from '#db/client'
import { recordEvents } from '#worker/history/queries'
import { about } from '#worker/http/about'
import { actOf } from '#worker/http/act'
import { allow } from '#worker/http/allow'
import type { HonoEnv } from '#worker/http/context'
import { commit } from '#worker/http/idempotency'
import { ownOrganization } from '#worker/http/own'
import { paged } from '#worker/http/paging'
import { parseJson, parseQuery } from '#worker/http/parse'
import { siteOf } from '#worker/http/site'
import { signedIn } from '#worker/identity/actor'
import { listLeads } from '#worker/identity/organizations/queries'
import { found, Refusal } from '#worker/kernel/refusal'
import { askForAccount, endWaiting } from '#worker/market/settling/account-changes/account-change'
import * as answers from '#worker/market/settling/account-changes/answers'
import { accountMessages } from '#worker/market/settling/account-changes/messages'
import * as queries from '#worker/market/settling/account-changes/queries'
import * as requests from '#worker/market/settling/account-changes/requests'
import { enterpriseOf, findOwnEnterprise } from '#worker/market/offering/enterprises/queries'
import { insertMessages } from '#worker/outbox/queries'

export const accountChangesOfEnterprises = new Hono<HonoEnv>()
  .put(
    '/:slug/bank-account',
    about(
      'Ask for another account for the money of an enterprise; it counts a day later',
      answers.AccountChangeAnswer,
    ),
    allow('bank-account.change'),
    parseJson(requests.BankAccountRequest),
    async (c) => {
      const { db, scope, now, newId } = c.var
      const slug = c.req.param('slug')
      const [rows, leads] = await read(db, [
        findOwnEnterprise(db, slug, scope),
        listLeads(db, slug),
      ])
      const enterprise = enterpriseOf(found(rows[0], 'enterprise'))
      if (enterprise.status === 'closed') {
        throw new Refusal('illegal-transition', 'This enterprise is closed.')
      }

      const { id: by, name } = signedIn(c.var.actor)
      const asking = { id: newId(), enterpriseId: enterprise.id, by, at: now }
      const change = askForAccount(c.req.valid('json'), enterprise.bankAccount, asking)
      const site = { network: c.env.NETWORK_NAME, url: siteOf(c).url }
      const told = accountMessages(leads, { enterprise, by: name, change, site })

      const act = actOf(c)
      const version = enterprise.version + 1
      const { account, status } = change
      await commit(c, [
        queries.insertChange(db, change),
        recordEvents(db, [
          { ...act, subject: change.id, seq: 1, type: 'asked', data: { ...account, status } },
        ]),
        ...(status === 'valid' ? queries.recordAccount(db, change, { act, version }) : []),
        ...insertMessages(
          db,
          told.map((one) => ({ id: newId(), ...one })),
          now,
        ),
      ])
      const named = { slug: enterprise.slug, name: enterprise.name, asker: name }
      const ender = status === 'valid' ? name : null
      return c.json(answers.describeChange({ ...change, ...named, ender }))
    },
  )
  .get(
    '/:slug/account-changes',
    about('To which accounts the money of an enterprise goes and went', answers.AccountChangePage),
    allow('balance.read'),
    parseQuery(requests.AccountChangesQuery),
    async (c) => {
      const { after, limit } = c.req.valid('query')
      const { organizationId } = ownOrganization(c, c.req.param('slug'), 'enterprise')
      const asked = { before: after?.[0], limit: limit + 1 }
      const [rows] = await read(c.var.db, [queries.listChanges(c.var.db, organizationId, asked)])

      const page = paged(rows.map(queries.changeFrom), limit, (row) => [row.id])
      return c.json({ items: page.rows.map(answers.describeChange), next: page.next })
    },
  )
  .post(
    '/:slug/account-changes/:id/stop',
    about('Stop a change of account that does not count yet', answers.AccountChangeAnswer, 201),
    allow('bank-account.stop'),
    async (c) => {
      const { db, now } = c.var
      const { organizationId } = ownOrganization(c, c.req.param('slug'), 'enterprise')
      const [rows] = await read(db, [queries.findChange(db, organizationId, c.req.param('id'))])
      const before = queries.changeFrom(found(rows[0], 'change of account'))

      const { id: by, name } = signedIn(c.var.actor)
      const change = endWaiting(before, 'stopped', { by, at: now })

      await commit(c, queries.recordEnd(db, change, actOf(c)))
      const { slug, name: enterprise, asker } = before
      const named = { slug, name: enterprise, asker, ender: name }
      return c.json(answers.describeChange({ ...change, ...named }), 201)
    },
  )

export const accountChanges = new Hono<HonoEnv>().get(
  '/',
  about('Changes of sellers’ accounts, the newest first', answers.AccountChangePage),
  allow('payment.read'),
  parseQuery(requests.AccountChangesQuery),
  async (c) => {
    const { after, limit } = c.req.valid('query')
    const asked = { before: after?.[0], limit: limit + 1 }
    const [rows] = await read(c.var.db, [queries.listChanges(c.var.db, null, asked)])

    const page = paged(rows.map(queries.changeFrom), limit, (row) => [row.id])
    return c.json({ items: page.rows.map(answers.describeChange), next: page.next })
  },
)
