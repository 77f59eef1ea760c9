/** Papers of an application: handed in by its applicant, seen by her and by who reviews. */
import { Hono } from 'hono'
import { read } from '#db/client'
import { about } from '#worker/http/about'
import { allow } from '#worker/http/allow'
import type { Ctx, HonoEnv } from '#worker/http/context'
import { sha256 } from '#worker/http/fingerprint'
import { commit, findAnswered, once, replayAnswered } from '#worker/http/idempotency'
import { parseQuery } from '#worker/http/parse'
import { organizationsWith, signedIn } from '#worker/identity/actor'
import { found, Refusal, refuseUnless } from '#worker/kernel/refusal'
import { AttachmentAnswer, describeAttachment } from '#worker/lending/applying/attachments/answers'
import * as papers from '#worker/lending/applying/attachments/attachment'
import * as queries from '#worker/lending/applying/attachments/queries'
import { AttachmentQuery } from '#worker/lending/applying/attachments/requests'
import { assertIdentityConsent, findOpening } from '#worker/lending/applying/identities/queries'
import {
  findOwnApplication,
  findSeenApplication,
} from '#worker/lending/applying/loan-applications/queries'
import { MOST_BYTES, pictureFrom } from '#worker/market/offering/photos/picture'
import { vaultOf, type Bytes } from '#worker/providers/vault'

/** Under `/loan-applications`. */
export const attachments = new Hono<HonoEnv>()
  .post(
    '/:id/attachments',
    about('Hand in a paper: a JPEG, PNG or WebP; a plan also as PDF', AttachmentAnswer, 201),
    allow('self'),
    once(),
    parseQuery(AttachmentQuery),
    async (c) => {
      const { db, now, newId } = c.var
      const { kind } = c.req.valid('query')
      const file = fileFrom(new Uint8Array(await c.req.arrayBuffer()), kind)
      const { row, kept } = await ownPapers(c)
      papers.refuseClosed(row)
      const one: papers.Attachment = {
        ...{ id: newId(), applicationId: row.id, kind, contentType: file.type },
        ...{ bytes: file.bytes.length, sha256: await sha256(file.bytes.buffer) },
        ...{ addedBy: signedIn(c.var.actor).id, addedAt: now, forgottenAt: null },
      }
      papers.refuseMore(kept, one)

      // Stored before it is spoken of: a crash in between leaves a file nobody points at, which sending
      // it again finds by its content, and which is forgotten with the rest of its folder.
      await store(c, one, file.bytes)
      const body = describeAttachment(one)
      await commit(
        c,
        [
          ...(papers.isSealed(one) ? [assertIdentityConsent(db, row.id)] : []),
          ...queries.insertAttachment(db, one),
        ],
        body,
      )
      return c.json(body, 201)
    },
  )
  .get(
    '/:id/attachments/:attachment',
    about('A paper of an application; a KTP takes a reason first', null),
    allow('self'),
    async (c) => {
      const { db, now, actor } = c.var
      const { id, attachment } = c.req.param()
      const person = signedIn(actor)
      const lenders = organizationsWith(actor, 'loan-application.read')
      const [rows, kept, opened] = await read(db, [
        findSeenApplication(db, id, { personId: person.id, lenders }),
        queries.listAttachments(db, id),
        findOpening(db, id, person.id, now),
      ])
      const row = found(rows[0], 'application')
      const one = found(
        kept.find((each) => each.id === attachment),
        'paper',
      )
      const mayOpen = row.applicantId === person.id || opened.length > 0
      refuseUnless(!papers.isSealed(one) || mayOpen, 'reason-missing', 'Say first what it is for.')
      return c.body(await bytesOf(c, one), 200, {
        'content-type': one.contentType,
        'content-disposition': `${one.kind === 'plan' ? 'attachment' : 'inline'}; filename="${one.kind}"`,
        'cache-control': 'private, no-store',
      })
    },
  )
  .delete(
    '/:id/attachments/:attachment',
    about('Take a paper back', null, 204),
    allow('self'),
    async (c) => {
      const { db, now } = c.var
      const { row, kept } = await ownPapers(c)
      const one = found(
        kept.find((each) => each.id === c.req.param('attachment')),
        'paper',
      )
      papers.refuseClosed(row)
      await commit(c, [queries.forgetAttachment(db, one.id, now)])
      await c.env.FILES.delete(papers.pathOf(one))
      return c.body(null, 204)
    },
  )

/** Her own application with its papers. */
async function ownPapers(c: Ctx) {
  const { db } = c.var
  const id = c.req.param('id') ?? ''
  const personId = signedIn(c.var.actor).id
  const [answered, rows, kept] = await read(db, [
    findAnswered(c),
    findOwnApplication(db, id, { organizations: [], personId }),
    queries.listAttachments(db, id),
  ])
  replayAnswered(c, answered)
  return { row: found(rows[0], 'application'), kept }
}

type File = { type: papers.ContentType; bytes: Bytes }

function fileFrom(given: Bytes, kind: papers.AttachmentKind): File {
  if (kind !== 'plan' || !papers.isPdf(given)) {
    const { type, bytes } = pictureFrom(given)
    return { type, bytes: new Uint8Array(bytes) }
  }
  if (given.length > MOST_BYTES) throw new Refusal('too-large', 'A file holds 8 MiB at most.')
  return { type: 'application/pdf', bytes: given }
}

async function store(c: Ctx, one: papers.Attachment, bytes: Bytes): Promise<void> {
  const sealed = papers.isSealed(one)
  const kept = sealed ? await (await vaultOf(c.env)).sealBytes(bytes, papers.placeOf(one)) : bytes
  const contentType = sealed ? 'application/octet-stream' : one.contentType
  await c.env.FILES.put(papers.pathOf(one), kept, { httpMetadata: { contentType } })
}

/** The paper as it was handed in. */
async function bytesOf(c: Ctx, one: papers.Attachment): Promise<ArrayBuffer> {
  const file = found(await c.env.FILES.get(papers.pathOf(one)), 'paper')
  const bytes = new Uint8Array(await file.arrayBuffer())
  if (!papers.isSealed(one)) return bytes.buffer
  return (await (await vaultOf(c.env)).openBytes(bytes, papers.placeOf(one))).buffer
}
