import { Hono } from 'hono'
import { commit } from '#db/client'
import { about } from '#worker/http/about'
import { actOf } from '#worker/http/act'
import { allow } from '#worker/http/allow'
import type { Ctx, HonoEnv } from '#worker/http/context'
import { parseJson } from '#worker/http/parse'
import { countUse } from '#worker/http/uses'
import { describeOrganization, OrganizationAnswer } from '#worker/identity/organizations/answers'
import { openOrganization } from '#worker/identity/organizations/opening'
import { insertOpened } from '#worker/identity/organizations/queries'
import { NetworkRequest } from '#worker/identity/organizations/requests'
import { findPersonAt } from '#worker/identity/people/queries'
import { found } from '#worker/kernel/refusal'
import { vaultOf } from '#worker/providers/vault'

const TRIES = { key: 'network', most: 10, windowMs: 60 * 60 * 1000 }

/**
 * The first start of a new deployment: makes the operator organization with its first owner, who then
 * signs in with her number. It answers only who knows the secret SETUP_TOKEN, and only while there is no
 * operator; afterwards the secret may be taken away.
 *
 *     npx wrangler secret put SETUP_TOKEN
 *     curl -X POST https://…/api/network -H 'content-type: application/json' -d '{ "token": "…",
 *       "name": "Jaringan Kita", "lead": { "name": "Siti", "phone": "0812…" } }'
 */
export const network = new Hono<HonoEnv>().post(
  '/',
  about('Open the network: its operator and first owner, once', OrganizationAnswer, 201),
  allow('public'),
  parseJson(NetworkRequest),
  async (c) => {
    const { db, now, newId } = c.var
    const { token, ...asked } = c.req.valid('json')
    const [leads] = await commit(db, [
      findPersonAt(db, { channel: 'whatsapp', address: asked.lead.phone }, now),
      countUse(db, TRIES, now),
    ])
    await refuseStranger(c, token)

    const opened = openOrganization({ ...asked, kind: 'operator' }, actOf(c), {
      organizationId: newId(),
      personId: newId(),
      knownLead: leads[0]?.personId,
      status: 'open',
    })

    await commit(db, insertOpened(db, opened))
    return c.json(describeOrganization(opened.organization), 201)
  },
)

/** Compares hashes, so that neither length nor place of a difference shows in the time it takes. */
async function refuseStranger(c: Ctx, token: string): Promise<void> {
  const { SETUP_TOKEN } = c.env
  const vault = await vaultOf(c.env)
  const expected = await vault.hash('setup', SETUP_TOKEN ?? c.var.newId())
  const right = await vault.matches('setup', token, expected)
  found(right && (SETUP_TOKEN ?? '').length >= 16 ? token : null, 'setup')
}
