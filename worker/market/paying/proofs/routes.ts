/** Proofs of transfer: uploaded by the buyer, seen by the operator's people and nobody else. */
import { Hono } from 'hono'
import { about } from '#worker/http/about'
import { actOf } from '#worker/http/act'
import { allow } from '#worker/http/allow'
import type { HonoEnv } from '#worker/http/context'
import { sha256 } from '#worker/http/fingerprint'
import { commit, once } from '#worker/http/idempotency'
import { parseQuery } from '#worker/http/parse'
import { recordEvents } from '#worker/history/queries'
import { found } from '#worker/kernel/refusal'
import { pictureFrom } from '#worker/market/offering/photos/picture'
import { describeProof, ProofAnswer } from '#worker/market/paying/proofs/answers'
import { pathOf, prove } from '#worker/market/paying/proofs/proof'
import { findProof, insertProof } from '#worker/market/paying/proofs/queries'
import { changePurchases } from '#worker/market/buying/purchases/queries'
import { ShownQuery } from '#worker/market/buying/purchases/requests'
import { shownPurchase } from '#worker/market/buying/purchases/routes'

export const proofs = new Hono<HonoEnv>()
  .post(
    '/:code/proof',
    about('Upload a picture of the transfer: the body is a JPEG, PNG or WebP', ProofAnswer, 201),
    allow('public'),
    once(),
    parseQuery(ShownQuery),
    async (c) => {
      const { db, now, newId } = c.var
      const picture = pictureFrom(new Uint8Array(await c.req.arrayBuffer()))
      const { purchase, proofs } = await shownPurchase(c, c.req.valid('query'))

      const proven = prove(purchase, proofs, now)
      const kept = new Uint8Array(picture.bytes).buffer
      const proof = {
        id: newId(),
        purchaseId: purchase.id,
        sha256: await sha256(kept),
        contentType: picture.type,
        bytes: picture.bytes.length,
        createdAt: now,
      }

      // Stored before it is spoken of: a crash in between leaves a picture nobody points at, and sending
      // it again finds its place by its content.
      const httpMetadata = { contentType: proof.contentType }
      await c.env.FILES.put(pathOf(proof), kept, { httpMetadata })
      const body = describeProof(proof, purchase.code)
      await commit(
        c,
        [
          recordEvents(db, [
            { ...actOf(c), subject: purchase.id, seq: proven.version, type: 'proof-uploaded' },
          ]),
          changePurchases(db, [proven]),
          ...insertProof(db, proof),
        ],
        body,
      )
      return c.json(body, 201)
    },
  )
  .get(
    '/:id/proofs/:proofId',
    about('The picture of a proof', null),
    allow('payment.read'),
    async (c) => {
      const { id, proofId } = c.req.param()
      const [row] = await findProof(c.var.db, id, proofId)
      const proof = found(row, 'proof')
      const file = found(await c.env.FILES.get(pathOf(proof)), 'proof')
      return c.body(await file.arrayBuffer(), 200, {
        'content-type': proof.contentType,
        'content-disposition': 'attachment; filename="proof"',
        'cache-control': 'no-store',
      })
    },
  )
