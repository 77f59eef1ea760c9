/**
 * A buying company: what stands on its papers, and how much each of its roles may order alone. An owner may
 * order anything, a manager and staff up to their limits; what is above needs the approval of somebody else
 * who may. Limits are whole rupiah of an order's total.
 */
import type { Amount } from '#worker/kernel/money'
import { refuseUnless } from '#worker/kernel/refusal'
import type { VillageCode } from '#worker/market/buying/shipping/area'

export type CompanyAddress = {
  street: string
  areaCode: VillageCode
  areaText: string
  postalCode: string
}

export type Company = CompanyAddress & {
  id: string
  legalName: string
  npwp: string
  /** Stands before its numbers: SENTRA/PO/2026/0007. */
  prefix: string
  contactName: string
  contactPhone: string
  contactEmail: string | null
  staffLimit: Amount
  managerLimit: Amount
  tempoDays: number
  /** The number of its last event in the history of its papers. */
  version: number
}

/** On one line, as it stands on its papers. */
export const addressLine = ({ street, areaText, postalCode }: CompanyAddress) =>
  [street, areaText, postalCode].filter(Boolean).join(', ')

/** The history of a company's papers, apart from its organization's. */
export const papersOf = (organizationId: string) => `papers:${organizationId}`

/** What these roles may order without anybody else; null is without a limit. */
export function limitOf(
  roles: readonly string[],
  { staffLimit, managerLimit }: Pick<Company, 'staffLimit' | 'managerLimit'>,
): Amount | null {
  if (roles.includes('owner')) return null
  return roles.includes('manager') ? managerLimit : staffLimit
}

export function mayOrder(
  roles: readonly string[],
  total: Amount,
  company: Pick<Company, 'staffLimit' | 'managerLimit'>,
): boolean {
  const limit = limitOf(roles, company)
  return limit === null || total <= limit
}

/** The role under which somebody signs: the highest of hers. */
export function signingRole(roles: readonly string[]): string {
  const order = ['owner', 'chair', 'manager', 'treasurer', 'staff', 'member']
  return order.find((role) => roles.includes(role)) ?? roles[0] ?? ''
}

export function refuseWithoutPapers<T>(company: T | undefined): asserts company is T {
  refuseUnless(company !== undefined, 'papers-missing', 'Fill in the papers of the company first.')
}
