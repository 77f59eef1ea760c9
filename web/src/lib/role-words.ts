/** Roles and kinds of organizations in the reader's words, and what a role is for. */
import { m } from '#lib/paraglide/messages.js'
import { type Kind, type Role, ROLES } from '#worker/identity/permissions'

const WORDS: Record<Role, () => string> = {
  chair: m.identity_role_chair,
  treasurer: m.identity_role_treasurer,
  staff: m.identity_role_staff,
  member: m.identity_role_member,
  owner: m.identity_role_owner,
  officer: m.identity_role_officer,
  approver: m.identity_role_approver,
  cashier: m.identity_role_cashier,
  manager: m.identity_role_manager,
  companion: m.identity_role_companion,
}

const DUTIES: Record<string, () => string> = {
  'enterprise:chair': m.identity_duty_enterprise_chair,
  'enterprise:treasurer': m.identity_duty_enterprise_treasurer,
  'enterprise:staff': m.identity_duty_enterprise_staff,
  'enterprise:member': m.identity_duty_enterprise_member,
  'lender:owner': m.identity_duty_lender_owner,
  'lender:officer': m.identity_duty_lender_officer,
  'lender:approver': m.identity_duty_lender_approver,
  'lender:cashier': m.identity_duty_lender_cashier,
  'lender:treasurer': m.identity_duty_lender_treasurer,
  'operator:owner': m.identity_duty_operator_owner,
  'operator:treasurer': m.identity_duty_operator_treasurer,
  'operator:staff': m.identity_duty_operator_staff,
}

const KINDS: Record<Kind, () => string> = {
  enterprise: m.identity_kind_enterprise,
  lender: m.identity_kind_lender,
  partner: m.identity_kind_partner,
  facilitator: m.identity_kind_facilitator,
  operator: m.identity_kind_operator,
}

export function roleName(role: string): string {
  if (role === 'companion-products') return m.daily_help_products()
  if (role === 'companion-orders') return m.daily_help_orders()
  return role in WORDS ? WORDS[role as Role]() : role
}

export function kindName(kind: Kind): string {
  return KINDS[kind]()
}

/** The roles of a kind of organization, for a choice. */
export function rolesOf(kind: Kind): { value: string; label: string; hint?: string }[] {
  return ROLES[kind].map((role) => {
    const duty = DUTIES[`${kind}:${role}`]
    return { value: role, label: roleName(role), ...(duty ? { hint: duty() } : {}) }
  })
}
