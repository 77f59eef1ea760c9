/**
 * An invitation offers a role to whoever holds a telephone number: for 14 days, once, and to nobody
 * else, however the link is forwarded. Its own events are its lock.
 */
import type { Act, Happened } from '#worker/history/event'
import { sentence } from '#worker/kernel/sentence'
import { type Kind, ROLES } from '#worker/identity/permissions'
import { Refusal, refuseUnless } from '#worker/kernel/refusal'
import type { Message } from '#worker/outbox/message'

export const INVITATION_LASTS_MS = 14 * 24 * 60 * 60 * 1000

export type Invitation = {
  id: string
  organizationId: string
  phone: string
  role: string
  invitedBy: string
  createdAt: number
  expiresAt: number
  acceptedAt: number | null
}

type Inviting = { id: string; kind: Kind; status: string }
type Asked = { phone: string; role: string }

/** `held` are the roles that the number's holder has there already, or is invited to. */
export function invite(
  organization: Inviting,
  { phone, role }: Asked,
  { act, id, held }: { act: Act; id: string; held: readonly string[] },
): { invitation: Invitation; event: Happened } {
  const roles: readonly string[] = ROLES[organization.kind]
  if (!roles.includes(role)) {
    const detail = `The roles here are ${roles.join(', ')}.`
    throw new Refusal('malformed', detail, {
      errors: [
        { pointer: '/role', detail: sentence(`Peran di sini: ${roles.join(', ')}.`, detail) },
      ],
    })
  }
  refuseUnless(organization.status !== 'closed', 'illegal-transition', 'It is closed.')
  refuseUnless(!held.includes(role), 'already-exists', 'This number has that role, or is invited.')
  const invitation: Invitation = {
    id,
    organizationId: organization.id,
    phone,
    role,
    invitedBy: act.actorId,
    createdAt: act.at,
    expiresAt: act.at + INVITATION_LASTS_MS,
    acceptedAt: null,
  }
  const data = { organizationId: organization.id, role }
  return { invitation, event: { ...act, subject: id, seq: 1, type: 'invited', data } }
}

export function accept(one: Invitation, act: Act): { invitation: Invitation; event: Happened } {
  refuseUnlessOpen(one, act.at)
  return {
    invitation: { ...one, acceptedAt: act.at },
    event: { ...act, subject: one.id, seq: 2, type: 'accepted' },
  }
}

/** What was withdrawn has simply run out. */
export function withdraw(one: Invitation, act: Act): { invitation: Invitation; event: Happened } {
  refuseUnlessOpen(one, act.at)
  return {
    invitation: { ...one, expiresAt: act.at },
    event: { ...act, subject: one.id, seq: 2, type: 'withdrawn' },
  }
}

function refuseUnlessOpen({ acceptedAt, expiresAt }: Invitation, now: number): void {
  refuseUnless(acceptedAt === null, 'invitation-invalid', 'It has been accepted already.')
  refuseUnless(expiresAt > now, 'invitation-invalid', 'It is no longer valid.')
}

type Said = { organization: string; network: string; link: string; locale: 'id' | 'en' }

export function invitationMessage(
  phone: string,
  { organization, network, link, locale }: Said,
): Message {
  const body = {
    id: `Anda diundang bergabung dengan ${organization} di ${network}. Masuk dengan nomor ini: ${link}`,
    en: `You are invited to join ${organization} on ${network}. Sign in with this number: ${link}`,
  }
  return { channel: 'whatsapp', destination: phone, template: 'invitation', body: body[locale] }
}
