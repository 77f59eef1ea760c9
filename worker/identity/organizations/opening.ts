/**
 * Opening an organization: the organization with its first event, and the person who leads it, who need
 * not have signed in yet: she proves her number when she does.
 */
import type { Act, Happened } from '#worker/history/event'
import {
  BECAME,
  type Organization,
  type OrganizationStatus,
} from '#worker/identity/organizations/organization'
import { type Kind, LEAD } from '#worker/identity/permissions'

export type Asked = {
  kind: Kind
  name: string
  slug: string
  lead: { phone: string; name: string }
}

type Ids = { organizationId: string; personId: string }

export type Opened = {
  organization: Organization
  membership: { organizationId: string; personId: string; role: string; since: number }
  /** The lead, when nobody held her number before. */
  newcomer: { id: string; phone: string; name: string } | null
  events: Happened[]
}

/** `knownLead` is the person who holds the lead's number already. */
export function openOrganization(
  { kind, name, slug, lead }: Asked,
  act: Act,
  {
    knownLead,
    status,
    ...ids
  }: Ids & { knownLead: string | undefined; status: OrganizationStatus },
): Opened {
  const personId = knownLead ?? ids.personId
  const id = ids.organizationId
  const organization = { id, kind, slug, name, status, createdAt: act.at, version: 1 }
  const data = { kind, name, lead: personId }
  const events: Happened[] = [{ ...act, subject: id, seq: 1, type: BECAME[status], data }]
  if (!knownLead) events.push({ ...act, subject: personId, seq: 1, type: 'joined', data: {} })
  return {
    organization,
    membership: { organizationId: id, personId, role: LEAD[kind], since: act.at },
    newcomer: knownLead ? null : { id: personId, phone: lead.phone, name: lead.name },
    events,
  }
}
