/**
 * The rooms behind the market, each for those who have a role there; their pages stand in
 * `room-pages.ts`. Addresses are without their language.
 */
import type { IconName } from '#lib/components/Icon.svelte'
import { m } from '#lib/paraglide/messages.js'
import type { Belonging, Me } from '#lib/shell.ts'
import type { Kind, Permission } from '#worker/identity/permissions'

export type RoomLink = {
  href: string
  label: string
  icon: IconName
  permission?: Permission
  /** Pages beside its own that belong to it. */
  with?: readonly string[]
}
type Room = { href: string; label: () => string; icon: IconName; kind: Kind }

const ROOMS: readonly Room[] = [
  { href: '/seller', label: m.room_seller, icon: 'store', kind: 'enterprise' },
  { href: '/partner', label: m.room_partner, icon: 'receipt', kind: 'partner' },
  { href: '/lender', label: m.room_lender, icon: 'wallet', kind: 'lender' },
  { href: '/office', label: m.room_office, icon: 'people', kind: 'operator' },
]

/** Whoever is no more than a member belongs to it, but its room is for those who run it. */
export const worksIn = ({ roles }: Belonging) => roles.some((role) => role !== 'member')

/** The rooms that a person's roles open. */
export function roomsOf(me: Me | null): RoomLink[] {
  const kinds = new Set(me?.organizations.filter(worksIn).map((one) => one.kind))
  return ROOMS.filter((room) => kinds.has(room.kind)).map((room) => ({
    href: room.href,
    label: room.label(),
    icon: room.icon,
  }))
}

type OfLender = { id: string; lender: { slug: string } }

/** Where someone looks at a loan: at the desk of its lender, if she works there, or as her own. */
export function loanHome(me: Me | null, { id, lender: { slug } }: OfLender): string {
  const works = belongingIn(me, 'lender', slug)?.slug === slug
  return works ? `/lender/${slug}/loans/${id}` : `/loans/${id}`
}

/** The organization for which someone is in a room: the one the address names, or her first of that kind. */
export function belongingIn(me: Me | null, kind: Kind, slug?: string): Belonging | undefined {
  const all = me?.organizations.filter((one) => one.kind === kind && worksIn(one)) ?? []
  return all.find((one) => one.slug === slug) ?? all[0]
}
