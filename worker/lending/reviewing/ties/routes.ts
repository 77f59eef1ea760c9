/** Who is kin to whom: stated by herself, in confidence, or recorded by a lender's owner. */
import { sql } from 'drizzle-orm'
import { Hono } from 'hono'
import { read } from '#db/client'
import { recordEvents } from '#worker/history/queries'
import { about } from '#worker/http/about'
import { actOf } from '#worker/http/act'
import { allow } from '#worker/http/allow'
import type { Ctx, HonoEnv } from '#worker/http/context'
import { commit } from '#worker/http/idempotency'
import { paged } from '#worker/http/paging'
import { parseJson, parseQuery } from '#worker/http/parse'
import { signedIn } from '#worker/identity/actor'
import { found } from '#worker/kernel/refusal'
import { lenderIn } from '#worker/lending/offering/loan-products/routes'
import { describeTie, TieAnswer, TiesAnswer } from '#worker/lending/reviewing/ties/answers'
import * as queries from '#worker/lending/reviewing/ties/queries'
import * as requests from '#worker/lending/reviewing/ties/requests'
import { stateTie, type Tie } from '#worker/lending/reviewing/ties/tie'

/** Under `/me/ties`. */
export const ownTies = new Hono<HonoEnv>()
  .get(
    '/',
    about('My household and kin, which nobody else reads', TiesAnswer),
    allow('self'),
    async (c) => {
      const [rows] = await read(c.var.db, [queries.listOwnTies(c.var.db, signedIn(c.var.actor).id)])
      return c.json({ items: rows.map(describeTie), next: null as string | null })
    },
  )
  .post(
    '/',
    about('State a tie, so that I am not asked to judge it', TieAnswer, 201),
    allow('self'),
    parseJson(requests.OwnTieRequest),
    async (c) => {
      const me = signedIn(c.var.actor)
      const { phone, relation } = c.req.valid('json')
      const tie = stateTie(me, phone, { ...beginning(c, me.id), relation, lenderId: null })
      await commit(c, stated(c, tie))
      return c.json(describeTie({ ...tie, personName: me.name }), 201)
    },
  )
  .delete('/:id', about('A tie that no longer holds', null, 204), allow('self'), async (c) => {
    const personId = signedIn(c.var.actor).id
    await end(c, c.req.param('id'), { personId })
    return c.body(null, 204)
  })

/** Under `/lenders/{slug}`. */
export const tiesOfLenders = new Hono<HonoEnv>()
  .get(
    '/:slug/ties',
    about('Ties that the owner has recorded of her people', TiesAnswer),
    allow('approval-limit.manage'),
    parseQuery(requests.TiesQuery),
    async (c) => {
      const lender = lenderIn(c, c.req.param('slug'))
      const { after, limit } = c.req.valid('query')
      const page = { after: after?.[0], limit }
      const [rows] = await read(c.var.db, [queries.listTiesOf(c.var.db, lender.id, page)])
      const { rows: shown, next } = paged(rows, limit, (row) => [row.id])
      return c.json({ items: shown.map(describeTie), next })
    },
  )
  .post(
    '/:slug/ties',
    about('Record a tie of somebody who works here', TieAnswer, 201),
    allow('approval-limit.manage'),
    parseJson(requests.TieRequest),
    async (c) => {
      const { db, actor } = c.var
      const lender = lenderIn(c, c.req.param('slug'))
      const { personId, phone, relation } = c.req.valid('json')
      const [rows] = await read(db, [queries.findColleague(db, sql`${lender.id}`, personId)])
      const colleague = found(rows[0], 'member')

      const by = signedIn(actor).id
      const tie = stateTie(colleague, phone, { ...beginning(c, by), relation, lenderId: lender.id })

      await commit(c, stated(c, tie))
      return c.json(describeTie({ ...tie, personName: colleague.name }), 201)
    },
  )
  .delete(
    '/:slug/ties/:id',
    about('A tie that no longer holds', null, 204),
    allow('approval-limit.manage'),
    async (c) => {
      const { slug, id } = c.req.param()
      await end(c, id, { lenderId: lenderIn(c, slug).id })
      return c.body(null, 204)
    },
  )

const beginning = (c: Ctx, statedBy: string) => ({
  id: c.var.newId(),
  statedBy,
  statedAt: c.var.now,
})

function stated(c: Ctx, tie: Tie) {
  const { db } = c.var
  const happened = { ...actOf(c), subject: tie.id, seq: 1, type: 'stated' }
  return [queries.insertTie(db, tie), recordEvents(db, [happened])]
}

async function end(c: Ctx, id: string, whose: { personId: string } | { lenderId: string }) {
  const { db, now } = c.var
  const [rows] = await read(db, [queries.findTie(db, id, whose)])
  found(rows[0], 'tie')
  await commit(c, [
    queries.endTie(db, id, now),
    recordEvents(db, [{ ...actOf(c), subject: id, seq: 2, type: 'ended' }]),
  ])
}
