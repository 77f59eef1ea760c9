/** A sheet of loans as its lender sees it: what it would bring, loan by loan, and how far it has come. */
import * as v from 'valibot'
import { instantText } from '#worker/http/fields'
import { pageOf } from '#worker/http/paging'
import type { Language } from '#worker/kernel/sentence'
import type { LoanImport } from '#worker/lending/moving-in/loan-imports/loan-import'
import { FIGURES } from '#worker/lending/moving-in/loan-imports/opening'
import { OUTCOMES, type Item } from '#worker/lending/moving-in/loan-imports/planning'
import type { ItemRow } from '#worker/lending/moving-in/loan-imports/queries'

export const LoanImportAnswer = v.strictObject({
  id: v.string(),
  fileName: v.string(),
  asOf: v.string(),
  status: v.picklist(['previewed', 'running', 'done']),
  lines: v.number(),
  loans: v.number(),
  ready: v.number(),
  differing: v.pipe(v.number(), v.description('Loans with a difference that nobody accepted')),
  accepted: v.number(),
  known: v.pipe(v.number(), v.description('Loans that are here already')),
  faulty: v.number(),
  imported: v.number(),
  held: v.pipe(v.number(), v.description('Loans that could not come, and may be tried once more')),
  principal: v.pipe(v.number(), v.description('Principal that is brought, of what is ready')),
  earned: v.pipe(v.number(), v.description('Interest that was income in the old books, unpaid')),
  done: v.pipe(v.number(), v.description('How many of the loans have been gone through')),
  createdAt: v.string(),
  finishedAt: v.nullable(v.string()),
})
export type LoanImportAnswer = v.InferOutput<typeof LoanImportAnswer>

export const LoanImportList = pageOf(LoanImportAnswer)

export function describeImport(one: LoanImport): LoanImportAnswer {
  const { lenderId: _, readBy: __, forgetAt: ___, version: ____, ...told } = one
  const { createdAt, finishedAt } = one
  return {
    ...told,
    createdAt: instantText(createdAt),
    finishedAt: finishedAt === null ? null : instantText(finishedAt),
  }
}

const figures = v.strictObject({
  principal: v.number(),
  principalArrears: v.number(),
  interestArrears: v.number(),
  penalties: v.number(),
})

const ItemAnswer = v.strictObject({
  n: v.number(),
  line: v.number(),
  outcome: v.picklist(OUTCOMES),
  number: v.string(),
  borrower: v.string(),
  faults: v.array(
    v.strictObject({
      line: v.number(),
      column: v.pipe(v.nullable(v.number()), v.description('Counted from 1')),
      heading: v.nullable(v.string()),
      detail: v.string(),
    }),
  ),
  differences: v.array(
    v.strictObject({ figure: v.picklist(FIGURES), ours: v.number(), theirs: v.number() }),
  ),
  figures: v.pipe(v.nullable(figures), v.description('How the loan stands once it has come')),
  loanId: v.nullable(v.string()),
})
export type ItemAnswer = v.InferOutput<typeof ItemAnswer>

export const ItemList = pageOf(ItemAnswer)

export type Said = Pick<Item, 'faults' | 'differences' | 'figures'>

export function describeItem(row: ItemRow, language: Language): ItemAnswer {
  const { n, line, outcome, number, borrower, loanId } = row
  const said = JSON.parse(row.said) as Said
  const faults = said.faults.map((one) => ({ ...one, detail: one.detail[language] }))
  return {
    ...{ n, line, outcome, number, borrower, faults },
    differences: [...said.differences],
    figures: said.figures,
    loanId,
  }
}
