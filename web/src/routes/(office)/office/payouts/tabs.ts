import { m } from '#lib/paraglide/messages.js'
import { localizeHref } from '#lib/paraglide/runtime.js'

const PARTS = {
  due: '',
  batches: '/batches',
  receivables: '/receivables',
  accounts: '/accounts',
  lenders: '/lenders',
}
export type Part = keyof typeof PARTS

export function payoutTabs(current: Part) {
  const labels: Record<Part, string> = {
    due: m.settling_tab_due(),
    batches: m.settling_tab_batches(),
    receivables: m.settling_tab_receivables(),
    accounts: m.settling_tab_accounts(),
    lenders: m.lending_due_to_lenders(),
  }
  return (Object.keys(PARTS) as Part[]).map((part) => ({
    href: localizeHref(`/office/payouts${PARTS[part]}`),
    label: labels[part],
    current: part === current,
  }))
}
