/** Visits to an applicant, with their pictures. Under `/loan-applications`. */
import { Hono } from 'hono'
import { read } from '#db/client'
import { recordEvents } from '#worker/history/queries'
import { about } from '#worker/http/about'
import { actOf } from '#worker/http/act'
import { allow } from '#worker/http/allow'
import type { Ctx, HonoEnv } from '#worker/http/context'
import { sha256 } from '#worker/http/fingerprint'
import { commit, findAnswered, once, replayAnswered } from '#worker/http/idempotency'
import { parseJson } from '#worker/http/parse'
import { signedIn } from '#worker/identity/actor'
import { dateIn } from '#worker/kernel/calendar'
import { found, refuseUnless } from '#worker/kernel/refusal'
import { describeVisit, VisitAnswer } from '#worker/lending/reviewing/field-visits/answers'
import { pathOf, recordVisit } from '#worker/lending/reviewing/field-visits/field-visit'
import * as queries from '#worker/lending/reviewing/field-visits/queries'
import { VisitRequest } from '#worker/lending/reviewing/field-visits/requests'
import { findApplication } from '#worker/lending/applying/loan-applications/queries'
import { impartialNow } from '#worker/lending/reviewing/reviews/queries'
import { pictureFrom } from '#worker/market/offering/photos/picture'

export const fieldVisits = new Hono<HonoEnv>()
  .post(
    '/:id/visits',
    about('Record a visit: when, where, and what was seen', VisitAnswer, 201),
    allow('field-visit.record'),
    once(),
    parseJson(VisitRequest),
    async (c) => {
      const { db, now, scope, newId, actor } = c.var
      const id = c.req.param('id')
      const [answered, rows] = await read(db, [findAnswered(c), findApplication(db, id, scope)])
      replayAnswered(c, answered)
      const { id: personId, name, memberships } = signedIn(actor)
      const organizationIds = memberships.map((one) => one.organizationId)
      const judge = { personId, organizationIds, isTied: false, at: now }
      const seen = { id: newId(), ...c.req.valid('json') }

      const today = dateIn(c.env.ZONE, now)
      const visit = recordVisit(found(rows[0], 'application'), judge, seen, today)

      const body = describeVisit({ ...visit, officerName: name })
      await commit(
        c,
        [
          queries.insertVisit(db, visit),
          recordEvents(db, [{ ...actOf(c), subject: visit.id, seq: 1, type: 'recorded' }]),
          impartialNow(db, id, personId),
        ],
        body,
      )
      return c.json(body, 201)
    },
  )
  .post(
    '/:id/visits/:visit/picture',
    about('The picture of a visit: the body is a JPEG, PNG or WebP', VisitAnswer, 201),
    allow('field-visit.record'),
    async (c) => {
      const { db, actor } = c.var
      const picture = pictureFrom(new Uint8Array(await c.req.arrayBuffer()))
      const visit = await visitOf(c)
      const isHers = visit.officerId === signedIn(actor).id
      refuseUnless(isHers, 'not-permitted', 'Whoever was there adds the picture.')
      refuseUnless(visit.picture === null, 'already-exists', 'It has its picture already.')
      const kept = new Uint8Array(picture.bytes).buffer
      const seen = { picture: await sha256(kept), pictureType: picture.type }

      // Stored before it is spoken of: a crash in between leaves a picture nobody points at.
      const httpMetadata = { contentType: picture.type }
      await c.env.FILES.put(pathOf({ ...visit, ...seen }), kept, { httpMetadata })
      await commit(c, [
        queries.putPicture(db, visit.id, seen),
        recordEvents(db, [{ ...actOf(c), subject: visit.id, seq: 2, type: 'picture-added' }]),
      ])
      return c.json(describeVisit({ ...visit, ...seen }), 201)
    },
  )
  .get(
    '/:id/visits/:visit/picture',
    about('What was seen on a visit', null),
    allow('loan-application.read'),
    async (c) => {
      const visit = await visitOf(c)
      const picture = found(visit.picture, 'picture')
      const file = found(await c.env.FILES.get(pathOf({ ...visit, picture })), 'picture')
      return c.body(await file.arrayBuffer(), 200, {
        'content-type': visit.pictureType ?? 'application/octet-stream',
        'content-disposition': 'inline; filename="picture"',
        'cache-control': 'private, no-store',
      })
    },
  )

async function visitOf(c: Ctx): Promise<queries.VisitRow> {
  const { db, scope } = c.var
  const [id, visit] = [c.req.param('id') ?? '', c.req.param('visit') ?? '']
  const [rows, visits] = await read(db, [
    findApplication(db, id, scope),
    queries.findVisit(db, id, visit),
  ])
  found(rows[0], 'application')
  return found(visits[0], 'visit')
}
