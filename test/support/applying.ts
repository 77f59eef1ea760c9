/** People who apply together in a test: a group with members, each signed in. */
import { ADVICE, aLoanProduct, anApplication, REASONS } from '#test/support/desk'
import { anEnterprise, type Shop } from '#test/support/shop'
import { aLender, anOperator, aPerson, expected, inviteAndJoin } from '#test/support/world'
import type { Person, World } from '#test/support/world'
import type { Json } from '#test/support/client'

export type Desk = {
  operator: World<'owner'>
  lender: World<'owner' | 'officer' | 'approver' | 'cashier' | 'treasurer'>
  productId: string
  borrower: Person
}

export async function aDesk(): Promise<Desk> {
  const operator = await anOperator()
  const lender = await aLender(operator)
  return { operator, lender, productId: await aLoanProduct(lender), borrower: await aPerson() }
}

export type Group = Shop & { members: Person[] }

export async function aGroup(): Promise<Group> {
  const shop = await anEnterprise()
  const members = [
    await inviteAndJoin(shop.chair, shop.slug, 'member'),
    await inviteAndJoin(shop.chair, shop.slug, 'member'),
  ]
  return { ...shop, members }
}

/** Of six million: three for her who leads, two and one for the members. */
export const sharesOf = ({ chair, members }: Group) => [
  { personId: chair.id, amount: 3_000_000 },
  { personId: members[0]!.id, amount: 2_000_000 },
  { personId: members[1]!.id, amount: 1_000_000 },
]

export const aGroupApplication = (group: Group, productId: string, changes: object = {}) =>
  anApplication(group.chair, productId, {
    groupId: group.id,
    shares: sharesOf(group),
    ...changes,
  })

/** What she is asked to stand for, newest first. */
export async function asked(person: Person): Promise<Json[]> {
  return expected(await person.get('/api/pledges'), 200).items
}

export async function agrees(person: Person, answer = 'confirmed'): Promise<void> {
  const [pledge] = await asked(person)
  expected(await person.post(`/api/pledges/${pledge.id}/answer`, { answer }), 201)
}

export async function approves({ lender }: Desk, path: string, changes: object = {}) {
  const { note: _, why: __, ...terms } = { ...ADVICE, ...changes }
  expected(await lender.officer.post(`${path}/recommendation`, { ...ADVICE, ...changes }), 201)
  const approval = { outcome: 'approved', ...terms, reasons: REASONS }
  expected(await lender.approver.post(`${path}/decision`, approval), 201)
}

export async function rejects({ lender }: Desk, path: string): Promise<void> {
  expected(await lender.officer.post(`${path}/recommendation`, ADVICE), 201)
  const no = {
    outcome: 'rejected',
    reasons: 'Penghasilan belum cukup untuk angsuran.',
    causes: ['income'],
  }
  expected(await lender.approver.post(`${path}/decision`, no), 201)
}
