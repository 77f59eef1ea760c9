import * as v from 'valibot'
import { instantText } from '#worker/http/fields'
import { pageOf } from '#worker/http/paging'
import {
  ORGANIZATION_STATES,
  ORGANIZATION_TRANSITIONS,
  type Organization,
} from '#worker/identity/organizations/organization'
import type { ListedOrganization, MemberRow } from '#worker/identity/organizations/queries'
import { KINDS } from '#worker/identity/permissions'

const Basics = {
  id: v.string(),
  kind: v.picklist(KINDS),
  slug: v.string(),
  name: v.string(),
  status: v.picklist(ORGANIZATION_STATES),
  createdAt: v.string(),
}

export const OrganizationAnswer = v.strictObject(Basics)

export const MemberAnswer = v.strictObject({
  personId: v.string(),
  name: v.string(),
  /** In full for who manages the organization; otherwise its middle is hidden. */
  phone: v.nullable(v.string()),
  roles: v.array(v.string()),
  since: v.string(),
  secondFactor: v.boolean(),
})

export const OrganizationWithMembers = v.strictObject({ ...Basics, members: v.array(MemberAnswer) })

export const OrganizationList = pageOf(
  v.strictObject({
    ...Basics,
    members: v.number(),
    leads: v.array(v.strictObject({ name: v.string(), phone: v.nullable(v.string()) })),
    /** The states it may be brought to. */
    next: v.array(v.picklist(ORGANIZATION_STATES)),
  }),
)

export function describeOrganization({ id, kind, slug, name, status, createdAt }: Organization) {
  return { id, kind, slug, name, status, createdAt: instantText(createdAt) }
}

export function describeListed(one: ListedOrganization) {
  return {
    ...describeOrganization(one),
    members: one.members,
    leads: JSON.parse(one.leads) as { name: string; phone: string | null }[],
    next: one.kind === 'operator' ? [] : [...ORGANIZATION_TRANSITIONS[one.status]],
  }
}

/** One member a person, with all roles she holds. */
export function describeMembers(rows: readonly MemberRow[], { full }: { full: boolean }) {
  const byPerson = Map.groupBy(rows, (row) => row.personId)
  return [...byPerson.values()].map((held) => {
    const [{ personId, personName, phone, since, secondFactor }] = held as [MemberRow]
    return {
      personId,
      name: personName,
      phone: full ? phone : masked(phone),
      roles: held.map((one) => one.role),
      since: instantText(since),
      secondFactor: secondFactor === 1,
    }
  })
}

/** `6281234567890` → `62812••••890`. */
function masked(phone: string | null): string | null {
  return phone && `${phone.slice(0, 5)}••••${phone.slice(-3)}`
}
