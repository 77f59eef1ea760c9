/** The pages of the operator's room, in the order of the day's work. */
import { m } from '#lib/paraglide/messages.js'
import { integrationsOf, membersOf } from '#lib/room-pages.ts'
import type { RoomLink } from '#lib/rooms.ts'

export function officePages(base: string, slug?: string): RoomLink[] {
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
      permission: 'payment.read',
    },
    {
      href: `${base}/refunds`,
      label: m.nav_refunds(),
      icon: 'back',
      permission: 'payment.read',
    },
    {
      href: `${base}/complaints`,
      label: m.returns_queue_title(),
      icon: 'chat',
      permission: 'payment.read',
    },
    {
      href: `${base}/invoices`,
      label: m.companies_office_title(),
      icon: 'receipt',
      permission: 'payment.read',
    },
    {
      href: `${base}/organizations`,
      label: m.nav_organizations(),
      icon: 'people',
      permission: 'organization.open',
    },
    {
      href: `${base}/vouchers`,
      label: m.vouchers_title(),
      icon: 'receipt',
      permission: 'voucher.manage',
    },
    {
      href: `${base}/deposits`,
      label: m.deposits_title(),
      icon: 'wallet',
      permission: 'payment.read',
    },
    {
      href: `${base}/commission`,
      label: m.commission_title(),
      icon: 'chart',
      permission: 'commission.manage',
    },
    { href: `${base}/taxes`, label: m.tax_rules(), icon: 'calculator', permission: 'payment.read' },
    {
      href: `${base}/reviews`,
      label: m.reviews_talk(),
      icon: 'chat',
      permission: 'review.hide',
      with: [`${base}/questions`],
    },
    {
      href: `${base}/labels`,
      label: m.finding_labels(),
      icon: 'check',
      permission: 'label.verify',
    },
    { href: `${base}/outbox`, label: m.nav_outbox(), icon: 'chat', permission: 'outbox.read' },
    {
      href: `${base}/income`,
      label: m.settling_nav_income(),
      icon: 'chart',
      permission: 'payment.match',
    },
    { href: `${base}/books`, label: m.nav_books(), icon: 'chart', permission: 'book.read' },
    { href: `${base}/audit`, label: m.nav_audit(), icon: 'check', permission: 'audit.read' },
    ...(slug ? [membersOf(slug), integrationsOf(slug)] : []),
  ]
}
