/** What those who lead an organization are told: that it was opened for them, paused or closed. */
import type { OrganizationStatus } from '#worker/identity/organizations/organization'
import type { Message } from '#worker/outbox/message'

/** A person who leads, as far as she can be reached. */
export type Lead = { phone: string | null; email: string | null; locale: 'id' | 'en' }

type Said = { organization: string; network: string; url: string | null }
type Texts = Record<Lead['locale'], string>

const TEXTS: Record<OrganizationStatus, ((said: Said) => Texts) | null> = {
  pending: null,
  open: ({ organization, network, url }) => ({
    id: `${organization} sudah dibuka di ${network}. Masuk dengan nomor ini: ${url}`,
    en: `${organization} is open on ${network}. Sign in with this number: ${url}`,
  }),
  paused: ({ organization, network }) => ({
    id: `${organization} dihentikan sementara oleh pengelola ${network}.`,
    en: `${organization} has been paused by the operator of ${network}.`,
  }),
  closed: ({ organization, network }) => ({
    id: `${organization} ditutup oleh pengelola ${network}. Catatan dan buku tetap tersimpan.`,
    en: `${organization} has been closed by the operator of ${network}. Records and books are kept.`,
  }),
}

export function statusMessages(
  leads: readonly Lead[],
  status: OrganizationStatus,
  said: Said,
): Message[] {
  const texts = TEXTS[status]?.(said)
  if (!texts) return []
  return leads.map(({ phone, email, locale }) => ({
    channel: phone ? 'whatsapp' : 'email',
    destination: phone ?? email ?? '',
    template: `organization-${status}`,
    body: texts[locale],
  }))
}
