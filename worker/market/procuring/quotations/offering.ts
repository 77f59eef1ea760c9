/**
 * What a seller offers for each line that was asked for: the variant it names, else the one that was asked
 * for, else, where the request is in words alone, a product drafted from those words, made for this order.
 */
import { Refusal } from '#worker/kernel/refusal'
import { sentence } from '#worker/kernel/sentence'
import type { Amount } from '#worker/kernel/money'
import type { AskedLine, Offered } from '#worker/market/procuring/quotations/quotation'

type SaidLine = { n: number; variantId: string | null; unitPrice: Amount }

export type Draft = {
  n: number
  enterpriseId: string
  productId: string
  variantId: string
  title: string
  unitPrice: Amount
}

const variantOf = (asked: readonly AskedLine[], said: SaidLine) =>
  said.variantId ?? asked.find((one) => one.n === said.n)?.variantId ?? null

/** The words of which a product is to be drafted; null where there is one, or no such line. */
export function draftFor(
  asked: readonly AskedLine[],
  said: SaidLine,
): Pick<Draft, 'n' | 'title' | 'unitPrice'> | null {
  const line = asked.find((one) => one.n === said.n)
  if (!line || variantOf(asked, said) !== null) return null
  return { n: said.n, title: line.title.slice(0, 120), unitPrice: said.unitPrice }
}

export function offeredFor(
  asked: readonly AskedLine[],
  said: readonly SaidLine[],
  offered: readonly Offered[],
  drafts: readonly Draft[],
): ReadonlyMap<number, Offered> {
  const fitting = new Map<number, Offered>()
  said.forEach((line, i) => {
    const draft = drafts.find((one) => one.n === line.n)
    const id = draft ? draft.variantId : variantOf(asked, line)
    const known = offered.find((one) => one.variantId === id)
    if (draft) fitting.set(line.n, draftOffered(draft))
    else if (known) fitting.set(line.n, known)
    else refuseUnknown(i)
  })
  return fitting
}

const draftOffered = ({ variantId, productId, title }: Draft): Offered => ({
  ...{ variantId, productId, title, variantName: '', unit: 'pcs', weightGrams: 1000 },
})

function refuseUnknown(i: number): never {
  const detail = sentence('Pilih produk usaha ini.', 'Choose one of your own goods.')
  throw new Refusal('malformed', detail.en, {
    errors: [{ pointer: `/lines/${i}/variantId`, detail }],
  })
}

/** What a company asks for by name must be the seller's. */
export function refuseForeignLines(
  lines: readonly { variantId: string | null }[],
  offered: readonly Offered[],
): void {
  const known = new Set(offered.map((one) => one.variantId))
  const foreign = lines.findIndex((one) => one.variantId !== null && !known.has(one.variantId))
  if (foreign >= 0) refuseUnknown(foreign)
}
