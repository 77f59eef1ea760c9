import * as v from 'valibot'
import { type Actor, type Person, SECOND_FACTOR_HOLDS_MS } from '#worker/identity/actor'
import { KINDS, MATRIX, type Permission, permissionsOf } from '#worker/identity/permissions'

export const SecondFactorState = v.strictObject({
  enrolled: v.boolean(),
  /** Whether this session confirmed it recently enough to move money. */
  fresh: v.boolean(),
})

const PermissionName = v.picklist(Object.keys(MATRIX) as Permission[])

export const MeAnswer = v.strictObject({
  person: v.strictObject({
    id: v.string(),
    name: v.string(),
    phone: v.nullable(v.string()),
    email: v.nullable(v.string()),
    locale: v.picklist(['id', 'en']),
  }),
  organizations: v.array(
    v.strictObject({
      id: v.string(),
      slug: v.string(),
      name: v.string(),
      kind: v.picklist(KINDS),
      roles: v.array(v.string()),
      permissions: v.array(PermissionName),
    }),
  ),
  /** All permissions, wherever they are held. */
  permissions: v.array(PermissionName),
  secondFactor: SecondFactorState,
})

export type Me = v.InferOutput<typeof MeAnswer>

export function describeMe(person: Person, now: number): Me {
  const organizations = person.memberships.map((one) => ({
    id: one.organizationId,
    slug: one.slug,
    name: one.name,
    kind: one.kind,
    roles: [...one.roles],
    permissions: distinct(one.roles.flatMap((role) => permissionsOf(one.kind, role))),
  }))
  const { id, name, phone, email, locale } = person
  return {
    person: { id, name, phone, email, locale },
    organizations,
    permissions: distinct(organizations.flatMap((one) => one.permissions)),
    secondFactor: describeSecondFactor(person, now),
  }
}

export function describeSecondFactor(actor: Actor, now: number) {
  if (actor.kind !== 'person') return { enrolled: false, fresh: false }
  const { secondFactor, verifiedAt } = actor
  const fresh = verifiedAt !== null && now - verifiedAt < SECOND_FACTOR_HOLDS_MS
  return { enrolled: secondFactor, fresh }
}

const distinct = (all: readonly Permission[]) => [...new Set(all)].sort()
