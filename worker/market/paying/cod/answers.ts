import * as v from 'valibot'
import type { CodTerms } from '#worker/market/paying/cod/cod'

export const CodTermsAnswer = v.strictObject({
  offered: v.boolean(),
  most: v.pipe(v.number(), v.description('The dearest order taken this way')),
  areas: v.pipe(
    v.array(v.string()),
    v.description('Codes of provinces and regencies; none is anywhere the seller sends to'),
  ),
})

export function describeCodTerms(terms: CodTerms): v.InferOutput<typeof CodTermsAnswer> {
  const { offered, most, areas } = terms
  return { offered, most, areas: [...areas] }
}
