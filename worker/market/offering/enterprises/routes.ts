/** Enterprises: registered by whoever will chair them, shown to everybody as shops once they are open. */
import { Hono } from 'hono'
import { read } from '#db/client'
import { recordEvents } from '#worker/history/queries'
import { about } from '#worker/http/about'
import { actOf } from '#worker/http/act'
import { allow } from '#worker/http/allow'
import type { Ctx, HonoEnv } from '#worker/http/context'
import { commit, once } from '#worker/http/idempotency'
import { paged } from '#worker/http/paging'
import { parseJson, parseQuery } from '#worker/http/parse'
import { countUse } from '#worker/http/uses'
import { organizationsWith, signedIn } from '#worker/identity/actor'
import { insertMembership, insertOrganization } from '#worker/identity/organizations/queries'
import { freeSlug, slugFrom } from '#worker/identity/organizations/slug'
import { LEAD } from '#worker/identity/permissions'
import { dateIn } from '#worker/kernel/calendar'
import { found } from '#worker/kernel/refusal'
import { ShopsQuery } from '#worker/market/finding/catalogue/requests'
import * as answers from '#worker/market/offering/enterprises/answers'
import {
  editProfile,
  organizationOf,
  registerEnterprise,
  type Enterprise,
} from '#worker/market/offering/enterprises/enterprise'
import * as queries from '#worker/market/offering/enterprises/queries'
import * as requests from '#worker/market/offering/enterprises/requests'
import { learnWords } from '#worker/market/offering/products/queries'

/** Nobody founds more than five groups a day. */
const REGISTRATIONS = { most: 5, windowMs: 24 * 60 * 60 * 1000 }

async function ownEnterprise(c: Ctx): Promise<Enterprise> {
  const { db, scope } = c.var
  const [rows] = await read(db, [queries.findOwnEnterprise(db, c.req.param('slug') ?? '', scope)])
  return queries.enterpriseOf(found(rows[0], 'enterprise'))
}

function eventOf(c: Ctx, { id, version }: Enterprise, type: string, data = {}) {
  return recordEvents(c.var.db, [{ ...actOf(c), subject: id, seq: version, type, data }])
}

const wordsOf = ({ name, craft, regencyName }: Enterprise) => [name, craft, regencyName]

export const enterprises = new Hono<HonoEnv>()
  .post(
    '/',
    about('Register an enterprise of which you become the chair', answers.OwnEnterprise, 201),
    allow('self'),
    once(),
    parseJson(requests.EnterpriseRequest),
    async (c) => {
      const { db, now, newId } = c.var
      const profile = c.req.valid('json')
      const { id: personId } = signedIn(c.var.actor)
      const base = slugFrom(profile.name)
      const [taken] = await read(db, [queries.listSlugsLike(db, base)])

      const id = newId()
      const slug = freeSlug(
        base || id,
        taken.map((one) => one.slug),
      )
      const enterprise = registerEnterprise(profile, { id, slug, createdAt: now })

      const body = answers.describeEnterprise(enterprise)
      const chair = { organizationId: id, personId, role: LEAD.enterprise, since: now }
      await commit(
        c,
        [
          countUse(db, { key: `register-enterprise:${personId}`, ...REGISTRATIONS }, now),
          insertOrganization(db, organizationOf(enterprise)),
          insertMembership(db, chair),
          queries.insertEnterprise(db, enterprise),
          learnWords(db, wordsOf(enterprise)),
          eventOf(c, enterprise, 'registered', { name: enterprise.name, lead: personId }),
        ],
        body,
      )
      return c.json(body, 201)
    },
  )
  .get(
    '/:slug',
    about('An enterprise of yours with its bank account', answers.OwnEnterprise),
    allow('product.manage'),
    async (c) => {
      const enterprise = await ownEnterprise(c)
      // A companion helps with goods; where the money goes is the group's alone.
      const isOurs = organizationsWith(c.var.actor, 'organization.read').includes(enterprise.id)
      const shown = isOurs ? enterprise : { ...enterprise, bankAccount: null }
      return c.json(answers.describeEnterprise(shown))
    },
  )
  .patch(
    '/:slug',
    about('Say something else about an enterprise', answers.OwnEnterprise),
    allow('enterprise.edit'),
    parseJson(requests.EditEnterpriseRequest),
    async (c) => {
      const { db } = c.var
      const change = c.req.valid('json')
      const enterprise = editProfile(await ownEnterprise(c), change)

      await commit(c, [
        ...queries.changeEnterprise(db, enterprise),
        learnWords(db, wordsOf(enterprise)),
        eventOf(c, enterprise, 'profile-edited', change),
      ])
      return c.json(answers.describeEnterprise(enterprise))
    },
  )

export const shops = new Hono<HonoEnv>()
  .get(
    '/',
    about('Open shops, the newest first', answers.ShopCards),
    allow('public'),
    parseQuery(ShopsQuery),
    async (c) => {
      const { region, after, limit } = c.req.valid('query')
      const page = { region, after: after?.[0], limit: limit + 1 }
      const [rows] = await read(c.var.db, [queries.listShops(c.var.db, page)])
      const { rows: shown, next } = paged(rows, limit, (row) => [row.id])
      return c.json({ items: shown.map(answers.describeShopCard), next })
    },
  )
  .get('/:slug', about('A shop', answers.ShopAnswer), allow('public'), async (c) => {
    const [rows] = await read(c.var.db, [queries.findShop(c.var.db, c.req.param('slug'))])
    const at = { now: c.var.now, today: dateIn(c.env.ZONE, c.var.now) }
    return c.json(answers.describeShop(found(rows[0], 'shop'), at))
  })
