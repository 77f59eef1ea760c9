/** A seller's papers. */
import * as v from 'valibot'
import type { SellerPapers } from '#worker/market/offering/seller-papers/paper'

export const PapersAnswer = v.strictObject({
  legalName: v.string(),
  npwp: v.string(),
  nib: v.string(),
  address: v.string(),
  signatory: v.string(),
  signatoryTitle: v.string(),
  pkpSince: v.nullable(v.string()),
  written: v.pipe(v.boolean(), v.description('Whether the seller has written them down')),
})

export function describePapers(papers: SellerPapers): v.InferOutput<typeof PapersAnswer> {
  const { version, ...rest } = papers
  return { ...rest, written: version > 0 }
}
