/** A running loan of a group with its members’ shares, made as it comes to be. */
import { clock, newKey } from '#test/support/client'
import { aLoanProduct, anAcceptedApplication } from '#test/support/desk'
import { aShop } from '#test/support/shop'
import {
  aLender,
  anOperator,
  aPerson,
  expected,
  inviteAndJoin,
  newPhone,
  signInAgain,
  type Person,
  type World,
} from '#test/support/world'

export type Desk = World<'owner' | 'officer' | 'approver' | 'cashier' | 'treasurer'>

export type GroupDesk = {
  operator: World<'owner'>
  lender: Desk
  /** The chair, who leads the group. */
  leader: Person
  /** A member with an account of her own. */
  member: Person
  groupId: string
  groupSlug: string
  loanId: string
  /** Of the members in order: the leader, the member, and two without an account. */
  shareIds: string[]
}

/** 5,000,000 at 12 % over ten months: each instalment is 528,000, of which 50,000 interest at first. */
export const FIRST_DUE = '2026-09-10'
export const INSTALMENT = 528_000

/** Moves the clock to a day and has these people sign in again. */
export async function on(date: string, ...people: Person[]): Promise<void> {
  clock.now = Date.parse(`${date}T03:00:00Z`)
  for (const person of people) await signInAgain(person)
}

export const START = Date.UTC(2026, 7, 10, 3)

/** The same on the day of its first instalment, everybody signed in. */
export async function atTheMeeting(): Promise<GroupDesk> {
  const desk = await aGroupLoan()
  const { operator, lender, leader, member } = desk
  const { owner, officer, approver, cashier } = lender
  await on(FIRST_DUE, operator.owner, owner, officer, approver, cashier, leader, member)
  return desk
}

/** The officer writes a meeting down. */
export const held = ({ lender, loanId }: GroupDesk, sheet: object, key = newKey()) =>
  lender.officer.post(`/api/loans/${loanId}/meetings`, sheet, { 'idempotency-key': key })

type Wanted = { withShares?: boolean; disbursedOn?: string }

/** A loan of a group, disbursed today unless it is dated back, with its members’ shares. */
export async function aGroupLoan(wanted: Wanted = {}): Promise<GroupDesk> {
  return aLoanTo(await aGroup(), wanted)
}

export type Group = Omit<GroupDesk, 'loanId' | 'shareIds'> & { productId: string }

/** A group with its leader and one member, and a lender. */
export async function aGroup(): Promise<Group> {
  const operator = await anOperator()
  const lender: Desk = await aLender(operator)
  const productId = await aLoanProduct(lender)
  const shop = await aShop(operator)
  const leader = shop.chair
  const member = await inviteAndJoin(leader, shop.slug, 'member', await aPerson())
  return { operator, lender, leader, member, groupId: shop.id, groupSlug: shop.slug, productId }
}

export async function aLoanTo(
  group: Group,
  { withShares = true, disbursedOn }: Wanted,
): Promise<GroupDesk> {
  const loanId = await lent(group, disbursedOn ? { on: disbursedOn } : {})
  const desk = { ...group, loanId }
  return { ...desk, shareIds: withShares ? await withMembers(desk) : [] }
}

async function lent({ lender, leader, productId, groupId }: Group, handed: object) {
  const id = await anAcceptedApplication(lender, leader, productId, { groupId })
  const path = `/api/loan-applications/${id}/disbursement`
  return String(expected(await lender.cashier.post(path, handed), 201).id)
}

/** Shares of 2, 1.5, 1 and 0.5 million. */
export const sharesOf = ({ leader, member }: Pick<GroupDesk, 'leader' | 'member'>) => [
  { name: 'Bu Siti', phone: leader.phone, amount: 2_000_000 },
  { name: 'Bu Wayan', phone: member.phone, amount: 1_500_000 },
  { name: 'Bu Dewi', phone: newPhone(), amount: 1_000_000 },
  { name: 'Bu Rina', amount: 500_000 },
]

async function withMembers(desk: Omit<GroupDesk, 'shareIds'>): Promise<string[]> {
  const path = `/api/loans/${desk.loanId}/shares`
  const { shares } = expected(await desk.lender.officer.post(path, { shares: sharesOf(desk) }), 201)
  return shares.map((one: { id: string }) => one.id)
}

type RowChange = Partial<{
  attended: boolean
  paid: number
  covers: boolean
  saved: number
  paidBack: number
}>

/** Everybody pays what the first instalment asks of her, but for what is said. */
export function aSheet(
  { shareIds }: Pick<GroupDesk, 'shareIds'>,
  changes: readonly RowChange[] = [],
  more: object = {},
) {
  const asked = [211_200, 158_400, 105_600, 52_800]
  const rows = shareIds.map((shareId, i) => ({
    shareId,
    attended: true,
    paid: asked[i] ?? 0,
    covers: true,
    saved: 0,
    paidBack: 0,
    ...changes[i],
  }))
  return { heldOn: FIRST_DUE, useReserve: true, rows, ...more }
}
