/** Who an applicant is: written down by herself, opened by who reviews, for a reason that is kept. */
import { Hono } from 'hono'
import { read } from '#db/client'
import { about } from '#worker/http/about'
import { allow } from '#worker/http/allow'
import type { Ctx, HonoEnv } from '#worker/http/context'
import { instantText } from '#worker/http/fields'
import { commit, findAnswered, once, replayAnswered } from '#worker/http/idempotency'
import { parseJson } from '#worker/http/parse'
import { countUse } from '#worker/http/uses'
import { signedIn } from '#worker/identity/actor'
import { insertConsent } from '#worker/identity/consents/queries'
import { found, refuseUnless } from '#worker/kernel/refusal'
import { isSealed } from '#worker/lending/applying/attachments/attachment'
import { listAttachments } from '#worker/lending/applying/attachments/queries'
import * as answers from '#worker/lending/applying/identities/answers'
import {
  MOST_OPENINGS,
  OPEN_FOR_MS,
  placeOfNik,
} from '#worker/lending/applying/identities/identity'
import { masked, nikPurpose, phonePurpose, type Nik } from '#worker/lending/applying/identities/nik'
import * as queries from '#worker/lending/applying/identities/queries'
import { IdentityRequest, OpeningRequest } from '#worker/lending/applying/identities/requests'
import {
  findApplication,
  findOwnApplication,
} from '#worker/lending/applying/loan-applications/queries'
import { vaultOf } from '#worker/providers/vault'

/** Under `/loan-applications`. */
export const identities = new Hono<HonoEnv>()
  .put(
    '/:id/identity',
    about('Write down one’s NIK: it is kept sealed', answers.IdentityAnswer),
    allow('self'),
    parseJson(IdentityRequest),
    async (c) => {
      const { db, now, newId } = c.var
      const person = signedIn(c.var.actor)
      const id = c.req.param('id')
      const [rows, kept, openings] = await read(db, [
        findOwnApplication(db, id, { organizations: [], personId: person.id }),
        queries.findIdentity(db, id),
        queries.listOpenings(db, id),
      ])
      const row = found(rows[0], 'application')
      const open = row.expiresAt !== null || row.status === 'accepted'
      refuseUnless(open, 'illegal-transition', 'This application is over.')

      const identity = await sealedIdentity(c, row, c.req.valid('json').nik)

      const given = { personId: person.id, organizationId: row.lenderId, locale: person.locale }
      const consent = { ...given, id: newId(), purpose: 'identity' as const, subject: id, at: now }
      await commit(c, [
        ...(kept[0]?.agreed ? [] : [insertConsent(db, consent)]),
        queries.putNik(db, { applicationId: id, lenderId: row.lenderId }, identity),
      ])
      const shown = { nikShown: identity.nikShown, forgottenAt: null }
      return c.json(answers.describeIdentity(shown, openings))
    },
  )
  .post(
    '/:id/identity-openings',
    about('Open a NIK and a KTP for a few minutes; the reason is kept', answers.OpenedAnswer, 201),
    allow('identity.open'),
    once(),
    parseJson(OpeningRequest),
    async (c) => {
      const { db, now, newId, scope } = c.var
      const person = signedIn(c.var.actor)
      const id = c.req.param('id')
      const [answered, rows, kept, papers] = await read(db, [
        findAnswered(c),
        findApplication(db, id, scope),
        queries.findIdentity(db, id),
        listAttachments(db, id),
      ])
      replayAnswered(c, answered)
      found(rows[0], 'application')
      const sealed = papers.filter(isSealed)
      const identity = found(kept[0], 'identity')
      refuseUnless(
        identity.agreed === 1 && (identity.nik !== null || sealed.length > 0),
        'not-found',
        'Nothing was given, or the consent was withdrawn.',
      )

      const vault = await vaultOf(c.env)
      const nik = identity.nik === null ? null : await vault.open(identity.nik, placeOfNik(id))
      const until = now + OPEN_FOR_MS
      const attachments = sealed.map((one) => one.id)
      const { reason } = c.req.valid('json')
      const opening = { id: newId(), applicationId: id, openedBy: person.id, reason }
      // What a repeat is answered is kept, so the NIK is not in it.
      await commit(
        c,
        [
          countUse(db, { key: `identities:${person.id}`, ...MOST_OPENINGS }, now),
          queries.insertOpening(db, { ...opening, openedAt: now, until }),
        ],
        { nik: null, attachments, until: instantText(until) },
      )
      return c.json({ nik, attachments, until: instantText(until) }, 201)
    },
  )

/** What is kept of a NIK and of the number by which she signs in. */
export async function sealedIdentity(
  c: Ctx,
  { id, lenderId }: { id: string; lenderId: string },
  nik: Nik | null,
): Promise<queries.SealedIdentity> {
  const vault = await vaultOf(c.env)
  const { phone } = signedIn(c.var.actor)
  const phoneIndex = phone === null ? null : await vault.hash(phonePurpose(lenderId), phone)
  if (nik === null) return { nik, nikShown: null, nikIndex: null, phoneIndex }
  return {
    nik: await vault.seal(nik, placeOfNik(id)),
    nikShown: masked(nik),
    nikIndex: await vault.hash(nikPurpose(lenderId), nik),
    phoneIndex,
  }
}
