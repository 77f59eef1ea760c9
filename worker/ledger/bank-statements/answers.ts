import * as v from 'valibot'
import { instantText } from '#worker/http/fields'
import { pageOf } from '#worker/http/paging'
import { said, type Language } from '#worker/kernel/sentence'
import { BANKS } from '#worker/ledger/bank-statements/layouts'
import type { Fault } from '#worker/ledger/bank-statements/statement'
import type { bankStatements } from '#db/schema/statements'

export type KeptStatement = typeof bankStatements.$inferSelect

const Kept = {
  id: v.string(),
  bank: v.picklist(BANKS),
  fileName: v.string(),
  credits: v.pipe(v.number(), v.description('Lines of money that came in')),
  debits: v.pipe(v.number(), v.description('Lines of money that left, which are passed over')),
  importedAt: v.string(),
}

export const ImportAnswer = v.strictObject({
  ...Kept,
  added: v.pipe(v.number(), v.description('Lines that no statement had brought before')),
  faults: v.array(v.strictObject({ line: v.number(), column: v.string(), detail: v.string() })),
})

export const StatementPage = pageOf(v.strictObject(Kept))

export function describeStatement({ createdAt, ...one }: KeptStatement) {
  const { id, bank, fileName, credits, debits } = one
  return { id, bank, fileName, credits, debits, importedAt: instantText(createdAt) }
}

export const describeFaults = (faults: readonly Fault[], language: Language) =>
  faults.slice(0, 100).map((one) => ({ ...one, detail: said(one.detail, language) }))
