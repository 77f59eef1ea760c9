/**
 * An organization of the network: an enterprise that sells, a lender, a partner company, a facilitator,
 * and the one operator that keeps the deployment. It is opened, may pause, and is closed for good;
 * only the operator's own organization never changes its state.
 */
import type { Kind } from '#worker/identity/permissions'
import { Refusal } from '#worker/kernel/refusal'
import { transition, type Transitions } from '#worker/kernel/transitions'

export const ORGANIZATION_STATES = ['pending', 'open', 'paused', 'closed'] as const
export type OrganizationStatus = (typeof ORGANIZATION_STATES)[number]

export type Organization = {
  id: string
  kind: Kind
  slug: string
  name: string
  status: OrganizationStatus
  createdAt: number
  /** The number of its last event. */
  version: number
}

export const ORGANIZATION_TRANSITIONS: Transitions<OrganizationStatus> = {
  pending: ['open', 'closed'],
  open: ['paused', 'closed'],
  paused: ['open', 'closed'],
  closed: [],
}

/** The event of each state, in the past participle. */
export const BECAME: Record<OrganizationStatus, string> = {
  pending: 'registered',
  open: 'opened',
  paused: 'paused',
  closed: 'closed',
}

export function changeStatus(one: Organization, to: OrganizationStatus): Organization {
  if (one.kind === 'operator') {
    throw new Refusal('illegal-transition', 'The operator of the network stays open.')
  }
  const status = transition(ORGANIZATION_TRANSITIONS, one.status, to)
  return { ...one, status, version: one.version + 1 }
}
