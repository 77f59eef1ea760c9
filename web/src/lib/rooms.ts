/**
 * The rooms behind the market, each for those who have a role there, and the pages of each in the order
 * of the day's work: the first four stand at the top of a phone. Addresses are without their language.
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
}
type Room = { href: string; label: () => string; icon: IconName; kind: Kind }

const ROOMS: readonly Room[] = [
  { href: '/seller', label: m.room_seller, icon: 'store', kind: 'enterprise' },
  { href: '/lender', label: m.room_lender, icon: 'wallet', kind: 'lender' },
  { href: '/office', label: m.room_office, icon: 'people', kind: 'operator' },
]

/** The rooms that a person's roles open. */
export function roomsOf(me: Me | null): RoomLink[] {
  const kinds = new Set(me?.organizations.map((one) => one.kind))
  return ROOMS.filter((room) => kinds.has(room.kind)).map((room) => ({
    href: room.href,
    label: room.label(),
    icon: room.icon,
  }))
}

/** The organization for which someone is in a room: the one the address names, or her first of that kind. */
export function belongingIn(me: Me | null, kind: Kind, slug?: string): Belonging | undefined {
  const all = me?.organizations.filter((one) => one.kind === kind) ?? []
  return all.find((one) => one.slug === slug) ?? all[0]
}

/** Without what her permissions do not open. */
export function openTo(me: Me | null, links: readonly RoomLink[]): RoomLink[] {
  return links.filter((link) => !link.permission || me?.permissions.includes(link.permission))
}

export function accountPages(): RoomLink[] {
  return [
    { href: '/account', label: m.nav_overview(), icon: 'user' },
    { href: '/account/orders', label: m.nav_orders(), icon: 'basket' },
    { href: '/account/loans', label: m.nav_loans(), icon: 'wallet' },
    { href: '/account/security', label: m.nav_security(), icon: 'lock' },
  ]
}

export function sellerPages(base: string): RoomLink[] {
  return [
    { href: base, label: m.nav_today(), icon: 'sun' },
    { href: `${base}/orders`, label: m.nav_orders(), icon: 'basket', permission: 'order.fulfil' },
    {
      href: `${base}/products`,
      label: m.nav_products(),
      icon: 'store',
      permission: 'product.manage',
    },
    { href: `${base}/balance`, label: m.nav_balance(), icon: 'wallet', permission: 'balance.read' },
    { href: `${base}/loans`, label: m.nav_loans(), icon: 'leaf', permission: 'group-loan.apply' },
    { href: `${base}/members`, label: m.nav_members(), icon: 'people' },
    {
      href: `${base}/profile`,
      label: m.nav_shop_profile(),
      icon: 'edit',
      permission: 'enterprise.edit',
    },
  ]
}

export function lenderPages(base: string): RoomLink[] {
  return [
    { href: base, label: m.nav_due(), icon: 'calendar', permission: 'loan.read' },
    {
      href: `${base}/applications`,
      label: m.nav_applications(),
      icon: 'receipt',
      permission: 'loan-application.read',
    },
    { href: `${base}/loans`, label: m.nav_loans(), icon: 'wallet', permission: 'loan.read' },
    { href: `${base}/products`, label: m.nav_loan_products(), icon: 'calculator' },
    { href: `${base}/books`, label: m.nav_books(), icon: 'chart', permission: 'book.read' },
    { href: `${base}/members`, label: m.nav_members(), icon: 'people' },
  ]
}

export function officePages(base: string): RoomLink[] {
  return [
    { href: base, label: m.nav_today(), icon: 'sun' },
    {
      href: `${base}/payments`,
      label: m.nav_payments(),
      icon: 'receipt',
      permission: 'payment.read',
    },
    {
      href: `${base}/payouts`,
      label: m.nav_payouts(),
      icon: 'wallet',
      permission: 'payout.record',
    },
    {
      href: `${base}/organizations`,
      label: m.nav_organizations(),
      icon: 'people',
      permission: 'organization.open',
    },
    { href: `${base}/outbox`, label: m.nav_outbox(), icon: 'chat', permission: 'outbox.read' },
    { href: `${base}/audit`, label: m.nav_audit(), icon: 'check', permission: 'audit.read' },
  ]
}
