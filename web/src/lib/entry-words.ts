/**
 * What an entry of the books says in the reader's language. The books keep one sentence, in Indonesian; its
 * rule says which sentence it is, and the code or name in it is taken over. A rule not known here is shown
 * as it was written.
 */
import { m } from '#lib/paraglide/messages.js'

type Said = (inputs: { code: string }) => string

const AFTER_ORDER = /[Pp]esanan (\S+)/
const LAST = /(\S+)$/
const AFTER_COLON = /: (.*)$/

/** rule → where its code stands, and the sentence. */
const RULES: Readonly<Record<string, readonly [RegExp, Said]>> = {
  'purchase-paid': [/Belanja (\S+)/, m.settling_entry_purchase_paid],
  'payment-unexplained': [AFTER_COLON, m.settling_entry_payment_unexplained],
  'order-completed': [AFTER_ORDER, m.settling_entry_order_completed],
  'order-completed-on-delivery': [
    /[Pp]esanan ([^\s,]+)/,
    m.settling_entry_order_completed_on_delivery,
  ],
  'order-refund-due': [AFTER_ORDER, m.settling_entry_order_refund_due],
  'order-refund-due-after': [AFTER_ORDER, m.settling_entry_order_refund_due_after],
  'order-undone-after-delivery': [
    /[Pp]esanan ([^\s,]+)/,
    m.settling_entry_order_undone_after_delivery,
  ],
  'refund-sent': [LAST, m.settling_entry_refund_sent],
  'payout-requested': [/jual (\S+)/, m.settling_entry_payout_requested],
  'payout-sent': [LAST, m.settling_entry_payout_sent],
  'payout-returned': [/Pencairan (\S+)/, m.settling_entry_payout_returned],
  'receivable-paid': [AFTER_COLON, m.settling_entry_receivable_paid],
  'payout-share-taken': [/pinjaman (.*)$/, m.lending_entry_share_taken],
  'lender-transfer-sent': [/\((.*)\)$/, m.lending_entry_share_sent],
  'lender-transfer-received': [/\((.*)\)$/, m.lending_entry_share_received],
  'fund-returned': [/kepada (.*)$/, m.lbook_entry_fund_returned],
  'year-closed': [LAST, m.lbook_entry_year_closed],
  'provision-changed': [LAST, () => m.lbook_entry_provision_changed()],
  'fund-received': [/dari (.*)$/, m.settling_entry_fund_received],
}

/** These say all without a code. */
const PLAIN: Readonly<Record<string, () => string>> = {
  'meeting-held': m.groups_entry_meeting_held,
  'hand-over-received': m.groups_entry_received,
  'meeting-reversed': m.groups_entry_reversed,
  'reserve-filled': m.groups_entry_filled,
  'reserve-withdrawn': m.groups_entry_withdrawn,
}

const REVERSAL = 'Pembatalan: '

export function entryWords({ rule, description }: { rule: string; description: string }): string {
  if (description.startsWith(REVERSAL)) {
    const what = entryWords({ rule, description: description.slice(REVERSAL.length) })
    return m.settling_entry_reversal({ what })
  }
  const plain = PLAIN[rule]
  if (plain) return plain()
  const [place, said] = RULES[rule] ?? []
  const code = place?.exec(description)?.[1]
  return said && code ? said({ code }) : description
}
