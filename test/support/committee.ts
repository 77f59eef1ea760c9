/** A lending desk whose decisions are voted on, and applications on their way through it. */
import { ADVICE, aLoanProduct, anApplication } from '#test/support/desk'
import {
  aLender,
  anOperator,
  aPerson,
  expected,
  inviteAndJoin,
  type Person,
  type World,
} from '#test/support/world'

export type Desk = {
  operator: World<'owner'>
  lender: World<'owner' | 'officer' | 'approver' | 'cashier' | 'treasurer'>
  productId: string
}

export async function aDesk(): Promise<Desk> {
  const operator = await anOperator()
  const lender = await aLender(operator)
  return { operator, lender, productId: await aLoanProduct(lender) }
}

export const RULES = { votes: 1, votesAbove: 0, approverLimit: null, borrowerLimit: null }

export async function decideBy(desk: Desk, rules: object): Promise<void> {
  const path = `/api/lenders/${desk.lender.slug}/approval-rules`
  expected(await desk.lender.owner.put(path, { ...RULES, ...rules }), 200)
}

export const anApprover = ({ lender }: Desk) => inviteAndJoin(lender.owner, lender.slug, 'approver')
export const anOfficer = ({ lender }: Desk) => inviteAndJoin(lender.owner, lender.slug, 'officer')

/** The address of an application that was sent. */
export async function anOpenOne(
  desk: Desk,
  applicant?: Person,
  wish: object = {},
): Promise<string> {
  const by = applicant ?? (await aPerson())
  return `/api/loan-applications/${await anApplication(by, desk.productId, wish)}`
}

/** And one that an officer has recommended. */
export async function aRecommendedOne(desk: Desk, applicant?: Person): Promise<string> {
  const path = await anOpenOne(desk, applicant)
  expected(await desk.lender.officer.post(`${path}/recommendation`, ADVICE), 201)
  return path
}

export const APPROVAL = {
  outcome: 'approved',
  amount: ADVICE.amount,
  instalments: ADVICE.instalments,
  reasons: 'Usaha berjalan baik dan angsuran terjangkau.',
}
export const REJECTION = {
  outcome: 'rejected',
  causes: ['income'],
  reasons: 'Penghasilan belum cukup untuk angsuran.',
}
export const FOR = { outcome: 'approve', reason: 'Angsuran terjangkau, usahanya nyata.' }
export const AGAINST = {
  outcome: 'reject',
  reason: 'Terlalu besar untuk usahanya sekarang.',
  causes: ['income'],
}
