import { Hono } from 'hono'
import { read } from '#db/client'
import { about } from '#worker/http/about'
import { actOf } from '#worker/http/act'
import { allow } from '#worker/http/allow'
import type { HonoEnv } from '#worker/http/context'
import { commit } from '#worker/http/idempotency'
import { parseJson } from '#worker/http/parse'
import { recordEvents } from '#worker/history/queries'
import { signedIn } from '#worker/identity/actor'
import { describeMe, MeAnswer } from '#worker/identity/people/answers'
import { changePerson, findPersonVersion } from '#worker/identity/people/queries'
import { MeChange } from '#worker/identity/people/requests'
import { found } from '#worker/kernel/refusal'

export const me = new Hono<HonoEnv>()
  .get(
    '/',
    about('The person who is signed in, her organizations, roles and permissions', MeAnswer),
    allow('self'),
    (c) => c.json(describeMe(signedIn(c.var.actor), c.var.now)),
  )
  .patch(
    '/',
    about('Change your name or language', MeAnswer),
    allow('self'),
    parseJson(MeChange),
    async (c) => {
      const { db, now } = c.var
      const person = signedIn(c.var.actor)
      const [rows] = await read(db, [findPersonVersion(db, person.id)])

      const { name, locale } = { ...person, ...c.req.valid('json') }
      const version = found(rows[0], 'person').version + 1

      const event = { subject: person.id, seq: version, type: 'described', data: { name, locale } }
      await commit(c, [
        changePerson(db, { id: person.id, name, locale, version }),
        recordEvents(db, [{ ...actOf(c), ...event }]),
      ])
      return c.json(describeMe({ ...person, name, locale }, now))
    },
  )
