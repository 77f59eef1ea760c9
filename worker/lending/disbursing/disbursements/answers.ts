import * as v from 'valibot'
import { instantText } from '#worker/http/fields'
import { pageOf } from '#worker/http/paging'
import { AccountAnswer } from '#worker/lending/applying/loan-applications/answers'

const deduction = v.strictObject({ name: v.string(), amount: v.number() })

/** What waits for the cashier: sums as they were accepted, and where they go; nothing of the dossier. */
const Awaiting = v.strictObject({
  id: v.string(),
  code: v.string(),
  product: v.string(),
  borrower: v.string(),
  group: v.nullable(v.string()),
  /** All of the loan. */
  amount: v.number(),
  /** Of it now; less where it is handed over in parts. */
  now: v.number(),
  deductions: v.array(deduction),
  received: v.number(),
  instalments: v.number(),
  acceptedAt: v.string(),
  /** The approved account; in cash where there is none. */
  account: v.nullable(AccountAnswer),
  /** Another account waits for an approver: nothing is paid until then. */
  accountWaits: v.boolean(),
  /** What must be done before, and is not. */
  unmet: v.array(v.string()),
  parts: v.number(),
})
export type Awaiting = v.InferOutput<typeof Awaiting>
export const AwaitingAnswer = pageOf(Awaiting)

/** A part of a running loan that is still to be handed over. */
const AwaitedPart = v.strictObject({
  loanId: v.string(),
  number: v.number(),
  borrower: v.string(),
  n: v.number(),
  amount: v.number(),
  note: v.string(),
  account: v.nullable(AccountAnswer),
})
export const AwaitedPartsAnswer = pageOf(AwaitedPart)

/** The receipt of a hand-over. */
export const DisbursementAnswer = v.strictObject({
  code: v.string(),
  number: v.number(),
  lender: v.string(),
  loanId: v.string(),
  loanNumber: v.number(),
  borrower: v.string(),
  group: v.nullable(v.string()),
  recipient: v.string(),
  channel: v.picklist(['cash', 'transfer']),
  account: v.nullable(v.strictObject({ bank: v.string(), number: v.string(), holder: v.string() })),
  reference: v.nullable(v.string()),
  amount: v.number(),
  deductions: v.array(deduction),
  received: v.number(),
  handedOn: v.string(),
  recordedBy: v.string(),
  recordedAt: v.string(),
})
export type DisbursementAnswer = v.InferOutput<typeof DisbursementAnswer>
export const DisbursementsAnswer = pageOf(DisbursementAnswer)

export type AwaitingRow = Omit<
  Awaiting,
  'acceptedAt' | 'deductions' | 'account' | 'accountWaits' | 'unmet'
> & {
  acceptedAt: number
  deductions: string
  accountWaits: number
  unmet: string
} & Accountable

type Accountable = {
  bankName: string | null
  bankAccount: string | null
  bankHolder: string | null
}

const accountOf = ({ bankName, bankAccount, bankHolder }: Accountable) =>
  bankName === null || bankAccount === null || bankHolder === null
    ? null
    : { bank: bankName, number: bankAccount, holder: bankHolder }

type Deductions = Awaiting['deductions']

export function describeAwaiting(row: AwaitingRow): Awaiting {
  const { bankName, bankAccount, bankHolder, ...told } = row
  const deductions = JSON.parse(row.deductions) as Deductions
  return {
    ...told,
    deductions,
    received: row.now - deductions.reduce((total, one) => total + one.amount, 0),
    acceptedAt: instantText(row.acceptedAt),
    account: accountOf({ bankName, bankAccount, bankHolder }),
    accountWaits: row.accountWaits === 1,
    unmet: JSON.parse(row.unmet) as string[],
  }
}

export type AwaitedPartRow = Omit<v.InferOutput<typeof AwaitedPart>, 'account'> & {
  applicationId: string
} & Accountable

export function describeAwaitedPart(row: AwaitedPartRow): v.InferOutput<typeof AwaitedPart> {
  const { loanId, number, borrower, n, amount, note } = row
  return { loanId, number, borrower, n, amount, note, account: accountOf(row) }
}

export type DisbursementRow = Omit<DisbursementAnswer, 'account' | 'deductions' | 'recordedAt'> & {
  deductions: string
  recordedAt: number
} & Accountable

/** An account number as whoever holds the receipt may see it: its end. */
export function describeDisbursement(row: DisbursementRow): DisbursementAnswer {
  const { bankName, bankAccount, bankHolder, ...told } = row
  const account = accountOf({ bankName, bankAccount, bankHolder })
  return {
    ...told,
    deductions: JSON.parse(row.deductions) as Deductions,
    account: account && { ...account, number: `•••${account.number.slice(-4)}` },
    recordedAt: instantText(row.recordedAt),
  }
}
