/** By which rule a lender's loans are judged. Under `/lenders/{slug}`. */
import { Hono } from 'hono'
import { read } from '#db/client'
import { recordEvents } from '#worker/history/queries'
import { about } from '#worker/http/about'
import { actOf } from '#worker/http/act'
import { allow } from '#worker/http/allow'
import type { HonoEnv } from '#worker/http/context'
import { commit } from '#worker/http/idempotency'
import { parseJson } from '#worker/http/parse'
import { dateIn } from '#worker/kernel/calendar'
import { lenderIn } from '#worker/lending/offering/loan-products/routes'
import * as answers from '#worker/lending/reporting/quality/answers'
import * as queries from '#worker/lending/reporting/quality/queries'
import { ProfileRequest } from '#worker/lending/reporting/quality/requests'

export const qualityProfiles = new Hono<HonoEnv>()
  .get(
    '/:slug/quality-profile',
    about('The rule of loan quality in force, and those to choose from', answers.ProfilesAnswer),
    allow('portfolio.read'),
    async (c) => {
      const lender = lenderIn(c, c.req.param('slug'))
      const [[row]] = await read(c.var.db, [queries.findChosen(c.var.db, lender.id)])
      return c.json(answers.describeProfiles(row ? queries.chosenOf(row) : null))
    },
  )
  .put(
    '/:slug/quality-profile',
    about('Choose the rule from today on; the portfolio is counted again', answers.ProfileAnswer),
    allow('quality-profile.manage'),
    parseJson(ProfileRequest),
    async (c) => {
      const { db, now, newId } = c.var
      const asked = c.req.valid('json')
      const lender = lenderIn(c, c.req.param('slug'))
      const since = dateIn(c.env.ZONE, now)
      const own = asked.profile === 'own' ? asked : { classes: null, source: null }
      const chosen = { profile: asked.profile, since, classes: own.classes, source: own.source }
      const act = actOf(c)
      const id = newId()
      const classes = own.classes && JSON.stringify(own.classes)
      const kept = { ...chosen, classes, id, lenderId: lender.id }
      const event = { ...act, subject: id, seq: 1, type: 'chosen', data: chosen }
      await commit(c, [
        ...queries.insertChoice(db, { ...kept, chosenBy: act.actorId, chosenAt: act.at }, since),
        recordEvents(db, [event]),
      ])
      return c.json(answers.describeChosen(chosen))
    },
  )
