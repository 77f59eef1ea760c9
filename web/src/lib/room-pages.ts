/**
 * The pages of each room in the order of the day's work: the first three or four stand at the top of a
 * phone. Addresses are without their language. Apart from `rooms.ts`, so that the market's pages do
 * not carry them.
 */
import { m } from '#lib/paraglide/messages.js'
import type { RoomLink } from '#lib/rooms.ts'
import type { Me } from '#lib/shell.ts'

/** Without what her permissions do not open. */
export function openTo(me: Me | null, links: readonly RoomLink[]): RoomLink[] {
  return links.filter((link) => !link.permission || me?.permissions.includes(link.permission))
}

/** Members are the organization's, not the room's: `/seller/melati` → `/organizations/melati/members`. */
export function membersOf(base: string): RoomLink {
  const slug = base.split('/').at(-1) ?? ''
  return { href: `/organizations/${slug}/members`, label: m.nav_members(), icon: 'people' }
}

/** Likewise; for those who lead it. */
export function integrationsOf(base: string): RoomLink {
  const slug = base.split('/').at(-1) ?? ''
  return {
    href: `/organizations/${slug}/integrations`,
    label: m.integrations_title(),
    icon: 'gear',
    permission: 'organization.manage',
  }
}

/** An organization without a room of its own. */
export function organizationPages(slug: string): RoomLink[] {
  return [membersOf(slug), integrationsOf(slug)]
}

export function accountPages(): RoomLink[] {
  return [
    { href: '/account', label: m.nav_overview(), icon: 'user' },
    { href: '/account/orders', label: m.nav_orders(), icon: 'basket' },
    { href: '/account/addresses', label: m.addresses_title(), icon: 'pin' },
    { href: '/loans', label: m.nav_loans(), icon: 'wallet', with: ['/loan-applications'] },
    { href: '/account/household', label: m.reviewing_nav_household(), icon: 'people' },
    { href: '/shares', label: m.groups_my_shares(), icon: 'leaf' },
    { href: '/pledges', label: m.pledges_nav(), icon: 'people' },
    { href: '/security', label: m.nav_security(), icon: 'lock' },
  ]
}

export function sellerPages(base: string): RoomLink[] {
  return [
    { href: base, label: m.nav_today(), icon: 'sun' },
    {
      href: `${base}/orders`,
      label: m.nav_orders(),
      icon: 'basket',
      permission: 'order.fulfil',
      with: [`${base}/labels`, `${base}/packing-lists`],
    },
    {
      href: `${base}/products`,
      label: m.nav_products(),
      icon: 'store',
      permission: 'product.manage',
      with: [`${base}/imports`, `${base}/stock`],
    },
    {
      href: `${base}/questions`,
      label: m.reviews_talk(),
      icon: 'chat',
      permission: 'question.answer',
      with: [`${base}/reviews`],
    },
    {
      href: `${base}/rest`,
      label: m.daily_rest_title(),
      icon: 'calendar',
      permission: 'enterprise.edit',
    },
    {
      href: `${base}/sales`,
      label: m.daily_sales_title(),
      icon: 'chart',
      permission: 'balance.read',
    },
    {
      href: `${base}/makers`,
      label: m.finding_makers_title(),
      icon: 'people',
      permission: 'product.manage',
    },
    { href: `${base}/balance`, label: m.nav_balance(), icon: 'wallet', permission: 'balance.read' },
    {
      href: `${base}/quotations`,
      label: m.companies_nav_for_sellers(),
      icon: 'receipt',
      permission: 'quotation.answer',
      with: [`${base}/purchase-orders`, `${base}/invoices`, `${base}/papers`],
    },
    {
      href: `${base}/loans`,
      label: m.groups_our_loans(),
      icon: 'leaf',
      permission: 'group-loan.apply',
    },
    {
      href: `${base}/shipping`,
      label: m.nav_shipping(),
      icon: 'truck',
      permission: 'enterprise.edit',
    },
    {
      href: `${base}/vouchers`,
      label: m.vouchers_title(),
      icon: 'receipt',
      permission: 'voucher.manage',
    },
    {
      href: `${base}/tax`,
      label: m.tax_title(),
      icon: 'calculator',
      permission: 'enterprise.edit',
    },
    {
      href: `${base}/cod`,
      label: m.seller_cod_title(),
      icon: 'wallet',
      permission: 'enterprise.edit',
    },
    membersOf(base),
    {
      href: `${base}/profile`,
      label: m.nav_shop_profile(),
      icon: 'edit',
      permission: 'enterprise.edit',
    },
    integrationsOf(base),
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
    {
      href: `${base}/loans`,
      label: m.nav_loans(),
      icon: 'wallet',
      permission: 'loan.read',
      with: [`${base}/refunds`],
    },
    {
      href: `${base}/promises`,
      label: m.following_nav(),
      icon: 'clock',
      permission: 'loan.read',
      with: [`${base}/officers`, `${base}/reminders`],
    },
    {
      href: `${base}/groups`,
      label: m.groups_title(),
      icon: 'people',
      permission: 'loan.read',
      with: [`${base}/meetings`, `${base}/ladder`],
    },
    {
      href: `${base}/objections`,
      label: m.waiting_nav(),
      icon: 'chat',
      permission: 'loan-application.read',
    },
    {
      href: `${base}/loan-changes`,
      label: m.trouble_changes(),
      icon: 'check',
      permission: 'loan.read',
      with: [`${base}/region-pauses`],
    },
    {
      href: `${base}/disbursements`,
      label: m.lender_nav_disbursements(),
      icon: 'check',
      permission: 'loan.disburse',
    },
    {
      href: `${base}/transfers`,
      label: m.transfers_title(),
      icon: 'wallet',
      permission: 'loan.repay',
    },
    {
      href: `${base}/portfolio`,
      label: m.portfolio_title(),
      icon: 'chart',
      permission: 'portfolio.read',
    },
    { href: `${base}/products`, label: m.nav_loan_products(), icon: 'calculator' },
    {
      href: `${base}/imports`,
      label: m.moving_title(),
      icon: 'upload',
      permission: 'loan-import.read',
      with: [`${base}/exports`],
    },
    { href: `${base}/funds`, label: m.funds_title(), icon: 'leaf', permission: 'fund.read' },
    { href: `${base}/books`, label: m.nav_books(), icon: 'chart', permission: 'book.read' },
    {
      href: `${base}/book-proposals`,
      label: m.lbook_proposals(),
      icon: 'edit',
      permission: 'book-proposal.read',
    },
    membersOf(base),
    integrationsOf(base),
  ]
}

export function partnerPages(base: string): RoomLink[] {
  return [
    { href: base, label: m.nav_today(), icon: 'sun' },
    { href: `${base}/quotations`, label: m.companies_nav_quotations(), icon: 'chat' },
    { href: `${base}/purchase-orders`, label: m.companies_nav_orders(), icon: 'basket' },
    { href: `${base}/invoices`, label: m.companies_nav_invoices(), icon: 'receipt' },
    { href: `${base}/spending`, label: m.companies_nav_spending(), icon: 'chart' },
    {
      href: `${base}/funds`,
      label: m.funds_given_title(),
      icon: 'leaf',
      permission: 'funder.read',
    },
    {
      href: `${base}/vouchers`,
      label: m.vouchers_title(),
      icon: 'receipt',
      permission: 'voucher.manage',
    },
    membersOf(base),
    { href: `${base}/profile`, label: m.companies_nav_papers(), icon: 'edit' },
    integrationsOf(base),
  ]
}
