/** What was typed of an application, kept until it is sent; hers on every device, and nobody else's. */
import { Hono } from 'hono'
import { read } from '#db/client'
import { about } from '#worker/http/about'
import { allow } from '#worker/http/allow'
import type { HonoEnv } from '#worker/http/context'
import { commit } from '#worker/http/idempotency'
import { parseJson } from '#worker/http/parse'
import { signedIn } from '#worker/identity/actor'
import { found, refuseUnless } from '#worker/kernel/refusal'
import * as answers from '#worker/lending/applying/application-drafts/answers'
import { keep } from '#worker/lending/applying/application-drafts/application-draft'
import * as queries from '#worker/lending/applying/application-drafts/queries'
import { DraftRequest } from '#worker/lending/applying/application-drafts/requests'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export const applicationDrafts = new Hono<HonoEnv>()
  .get('/', about('My drafts of applications', answers.DraftsAnswer), allow('self'), async (c) => {
    const { db, actor } = c.var
    const [rows] = await read(db, [queries.listDrafts(db, signedIn(actor).id)])
    const items = rows.map((row) => answers.describeDraft(queries.draftOf(row)))
    return c.json({ items, next: null as string | null })
  })
  .get(
    '/:id',
    about('A draft of mine, as it was last kept', answers.DraftAnswer),
    allow('self'),
    async (c) => {
      const { db, actor } = c.var
      const [rows] = await read(db, [queries.findDraft(db, c.req.param('id'), signedIn(actor).id)])
      return c.json(answers.describeDraft(queries.draftOf(found(rows[0], 'draft'))))
    },
  )
  .put(
    '/:id',
    about('Keep what was typed; the id is a UUID of the device’s choice', answers.DraftAnswer),
    allow('self'),
    parseJson(DraftRequest),
    async (c) => {
      const { db, now, actor } = c.var
      const [id, personId] = [c.req.param('id'), signedIn(actor).id]
      refuseUnless(UUID.test(id), 'not-found', 'The id of a draft is a UUID.')
      const [rows] = await read(db, [queries.findDraft(db, id, personId)])
      const before = rows[0] ? queries.draftOf(rows[0]) : null

      const draft = keep(before, { ...c.req.valid('json'), id, personId, at: now })

      await commit(c, queries.putDraft(db, draft))
      return c.json(answers.describeDraft(draft))
    },
  )
  .delete('/:id', about('Throw a draft away', null, 204), allow('self'), async (c) => {
    const { db, actor } = c.var
    const [id, personId] = [c.req.param('id'), signedIn(actor).id]
    const [rows] = await read(db, [queries.findDraft(db, id, personId)])
    found(rows[0], 'draft')
    await commit(c, [queries.deleteDraft(db, id, personId)])
    return c.body(null, 204)
  })
