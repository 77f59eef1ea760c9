/**
 * Where the money of an application goes. Until it is approved the applicant may name another account;
 * afterwards another one waits for an approver, who did not ask for it herself, and until she has decided
 * nothing is paid to any account.
 */
import { refuseUnless } from '#worker/kernel/refusal'
import type { Application } from '#worker/lending/applying/loan-applications/loan-application'

export type Account = { bank: string; number: string; holder: string }

export type PayeeChange = {
  id: string
  applicationId: string
  lenderId: string
  bankName: string
  bankAccount: string
  bankHolder: string
  status: 'waiting' | 'approved' | 'refused'
  askedBy: string
  askedAt: number
  decidedBy: string | null
  decidedAt: number | null
}

const BEFORE: ReadonlySet<string> = new Set(['submitted', 'in-review', 'recommended'])
const AFTER: ReadonlySet<string> = new Set(['approved', 'accepted'])

/** The application that pays there from now on. */
export function paidTo(application: Application, account: Account): Application {
  const { bank: bankName, number: bankAccount, holder: bankHolder } = account
  return { ...application, bankName, bankAccount, bankHolder, version: application.version + 1 }
}

type Asked = { id: string; by: string; at: number }

/** At once while nothing is approved; afterwards as a wish. */
export function changePayee(
  application: Application,
  account: Account,
  { id, by, at }: Asked,
): { application: Application; change: PayeeChange | null } {
  const open = BEFORE.has(application.status) || AFTER.has(application.status)
  refuseUnless(open, 'illegal-transition', 'Nothing is paid for this application any more.')
  if (BEFORE.has(application.status))
    return { application: paidTo(application, account), change: null }
  const { bank: bankName, number: bankAccount, holder: bankHolder } = account
  const of = { applicationId: application.id, lenderId: application.lenderId }
  const asked = { status: 'waiting', askedBy: by, askedAt: at } as const
  const change = { id, ...of, bankName, bankAccount, bankHolder, ...asked }
  return {
    application: { ...application, version: application.version + 1 },
    change: { ...change, decidedBy: null, decidedAt: null },
  }
}

type Decided = { outcome: 'approved' | 'refused'; by: string; at: number }

export function decidePayee(
  application: Application,
  change: PayeeChange,
  { outcome, by, at }: Decided,
): { application: Application; change: PayeeChange } {
  refuseUnless(change.status === 'waiting', 'illegal-transition', 'It has been decided.')
  refuseUnless(by !== change.askedBy, 'same-person', 'Whoever asked does not decide.')
  const account = { bank: change.bankName, number: change.bankAccount, holder: change.bankHolder }
  const decided = { ...change, status: outcome, decidedBy: by, decidedAt: at }
  const after =
    outcome === 'approved'
      ? paidTo(application, account)
      : { ...application, version: application.version + 1 }
  return { application: after, change: decided }
}
