/** The parts of the payments page. */
import { m } from '#lib/paraglide/messages.js'
import { localizeHref } from '#lib/paraglide/runtime.js'

export function paymentTabs(current: string) {
  const base = localizeHref('/office/payments')
  return [
    { key: 'pending', href: base, label: m.office_payments_tab_pending() },
    { key: 'settled', href: `${base}?status=settled`, label: m.office_payments_tab_settled() },
    { key: 'expired', href: `${base}?status=expired`, label: m.office_payments_tab_expired() },
    {
      key: 'unmatched',
      href: localizeHref('/office/payments/unmatched'),
      label: m.office_payments_tab_unmatched(),
    },
    {
      key: 'statements',
      href: localizeHref('/office/payments/statements'),
      label: m.office_tab_statements(),
    },
    {
      key: 'gateways',
      href: localizeHref('/office/payments/gateways'),
      label: m.office_tab_gateways(),
    },
    { key: 'qris', href: localizeHref('/office/payments/qris'), label: m.office_tab_qris() },
  ].map(({ key, ...tab }) => ({ ...tab, current: key === current }))
}
