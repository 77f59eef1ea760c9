import * as v from 'valibot'
import { instantText } from '#worker/http/fields'
import type { Proof } from '#worker/market/paying/proofs/proof'

export const ProofAnswer = v.strictObject({
  id: v.string(),
  code: v.pipe(v.string(), v.description('Of the purchase')),
  uploadedAt: v.string(),
  bytes: v.number(),
})

export function describeProof(proof: Proof, code: string): v.InferOutput<typeof ProofAnswer> {
  return { id: proof.id, code, uploadedAt: instantText(proof.createdAt), bytes: proof.bytes }
}
