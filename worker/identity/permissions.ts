/**
 * The written matrix: what each role of each kind of organization may do. A permission is a noun and a
 * verb; it stands on the route line. `test/identity/matrix.api.test.ts` is generated from this table.
 */
export const KINDS = ['enterprise', 'lender', 'partner', 'facilitator', 'operator'] as const
export type Kind = (typeof KINDS)[number]

export const ROLES = {
  enterprise: ['chair', 'treasurer', 'staff', 'member'],
  lender: ['owner', 'officer', 'approver', 'cashier', 'treasurer'],
  partner: ['owner', 'manager', 'staff'],
  facilitator: ['owner', 'companion'],
  operator: ['owner', 'treasurer', 'staff'],
} as const satisfies Record<Kind, readonly string[]>

export type Role = (typeof ROLES)[Kind][number]

/** The role of which an organization always keeps at least one. */
export const LEAD: Record<Kind, Role> = {
  enterprise: 'chair',
  lender: 'owner',
  partner: 'owner',
  facilitator: 'owner',
  operator: 'owner',
}

/** What a group lets a companion do for it; nobody is a member by this. */
export const GRANTED = ['companion-products', 'companion-orders'] as const
const isGranted = (role: string) => (GRANTED as readonly string[]).includes(role)

/** permission → "kind:role" of all who hold it. */
export const MATRIX = {
  'organization.read': ['*'],
  'change.read': ['*'],
  'organization.manage': [
    'enterprise:chair',
    'lender:owner',
    'partner:owner',
    'facilitator:owner',
    'operator:owner',
  ],
  'enterprise.edit': ['enterprise:chair', 'enterprise:staff'],
  'product.manage': [
    'enterprise:chair',
    'enterprise:treasurer',
    'enterprise:staff',
    'enterprise:companion-products',
  ],
  'order.fulfil': [
    'enterprise:chair',
    'enterprise:treasurer',
    'enterprise:staff',
    'enterprise:companion-orders',
  ],
  'order.refund': ['enterprise:chair', 'enterprise:treasurer', 'enterprise:staff'],
  'review.reply': [
    'enterprise:chair',
    'enterprise:treasurer',
    'enterprise:staff',
    'enterprise:companion-products',
  ],
  'question.answer': [
    'enterprise:chair',
    'enterprise:treasurer',
    'enterprise:staff',
    'enterprise:companion-products',
  ],
  'question.hide': [
    'enterprise:chair',
    'enterprise:treasurer',
    'enterprise:staff',
    'operator:owner',
    'operator:staff',
  ],
  'review.hide': ['operator:owner', 'operator:staff'],
  'balance.read': ['enterprise:chair', 'enterprise:treasurer'],
  'bank-account.change': ['enterprise:chair', 'enterprise:treasurer'],
  'group-cut.set': ['enterprise:chair', 'enterprise:treasurer'],
  'bank-account.stop': ['enterprise:chair', 'enterprise:treasurer'],
  'group-loan.apply': ['enterprise:chair', 'enterprise:treasurer'],
  'papers.manage': ['enterprise:chair', 'enterprise:treasurer'],
  'quotation.answer': ['enterprise:chair', 'enterprise:treasurer', 'enterprise:staff'],
  'handover.send': ['enterprise:chair', 'enterprise:treasurer', 'enterprise:staff'],
  'invoice.issue': ['enterprise:chair', 'enterprise:treasurer'],
  'company.read': ['partner:owner', 'partner:manager', 'partner:staff'],
  'company.manage': ['partner:owner'],
  'quotation.ask': ['partner:owner', 'partner:manager', 'partner:staff'],
  'purchase-order.approve': ['partner:owner', 'partner:manager'],
  'procurement.read': [
    'partner:owner',
    'partner:manager',
    'partner:staff',
    'enterprise:chair',
    'enterprise:treasurer',
    'enterprise:staff',
    'operator:owner',
    'operator:treasurer',
    'operator:staff',
  ],
  'quotation.decline': [
    'partner:owner',
    'partner:manager',
    'partner:staff',
    'enterprise:chair',
    'enterprise:treasurer',
    'enterprise:staff',
  ],
  'purchase-order.refuse': ['partner:owner', 'partner:manager', 'partner:staff'],
  'purchase-order.cancel': [
    'partner:owner',
    'partner:manager',
    'enterprise:chair',
    'enterprise:treasurer',
    'enterprise:staff',
  ],
  'handover.receive': ['partner:owner', 'partner:manager', 'partner:staff'],
  'invoice.withhold': ['partner:owner', 'partner:manager', 'partner:staff'],
  'organization.open': ['operator:owner', 'operator:staff'],
  'label.verify': ['operator:owner', 'operator:staff'],
  'voucher.manage': [
    'enterprise:chair',
    'enterprise:treasurer',
    'partner:owner',
    'partner:manager',
    'operator:owner',
    'operator:treasurer',
  ],
  'commission.manage': ['operator:owner', 'operator:treasurer'],
  'payment.read': ['operator:owner', 'operator:treasurer', 'operator:staff'],
  'payment.match': ['operator:owner', 'operator:treasurer'],
  'complaint.decide': ['operator:owner', 'operator:staff'],
  'payout.record': ['operator:owner', 'operator:treasurer'],
  'outbox.read': ['operator:owner', 'operator:staff'],
  'audit.read': ['operator:owner', 'operator:treasurer', 'operator:staff'],
  'book.read': ['operator:owner', 'operator:treasurer', 'lender:owner', 'lender:treasurer'],
  'fund.receive': ['lender:owner', 'lender:treasurer'],
  'fund.manage': ['lender:owner', 'lender:treasurer'],
  'fund.read': [
    'lender:owner',
    'lender:officer',
    'lender:approver',
    'lender:cashier',
    'lender:treasurer',
  ],
  'funder.read': ['partner:owner', 'partner:manager', 'partner:staff'],
  'book-proposal.read': ['lender:owner', 'lender:approver', 'lender:treasurer'],
  'entry.propose': ['lender:treasurer'],
  'entry.approve': ['lender:owner', 'lender:approver'],
  'period.close': ['lender:treasurer'],
  'portfolio.read': ['lender:owner', 'lender:officer', 'lender:approver', 'lender:treasurer'],
  'loan-import.read': ['lender:owner', 'lender:treasurer'],
  'loan-import.manage': ['lender:owner', 'lender:treasurer'],
  'loan-export.read': ['lender:owner', 'lender:treasurer'],
  'quality-profile.manage': ['lender:owner', 'lender:treasurer'],
  'loan-product.manage': ['lender:owner'],
  'loan-application.read': ['lender:owner', 'lender:officer', 'lender:approver'],
  'loan-application.recommend': ['lender:officer'],
  'loan-application.decide': ['lender:approver', 'lender:owner'],
  'field-visit.record': ['lender:officer', 'lender:approver'],
  'loan-condition.tick': ['lender:officer', 'lender:approver'],
  'scorecard.manage': ['lender:owner', 'lender:approver'],
  'approval-limit.manage': ['lender:owner'],
  'officer.assign': ['lender:owner', 'lender:approver'],
  'identity.open': ['lender:officer', 'lender:approver'],
  'objection.answer': ['lender:owner', 'lender:approver'],
  'payee.decide': ['lender:approver'],
  'loan.read': [
    'lender:owner',
    'lender:officer',
    'lender:approver',
    'lender:cashier',
    'lender:treasurer',
  ],
  'loan.disburse': ['lender:cashier'],
  'loan.repay': ['lender:cashier'],
  'loan-change.propose': ['lender:officer', 'lender:approver'],
  'loan-change.decide': ['lender:approver', 'lender:owner'],
  'loan.follow': ['lender:officer', 'lender:approver'],
  'reminder-rule.manage': ['lender:owner'],
  'region-pause.propose': ['lender:owner', 'lender:approver'],
  'loan-share.propose': ['lender:officer', 'lender:approver'],
  'loan-share.decide': ['lender:approver', 'lender:owner'],
  'meeting.record': ['lender:officer', 'lender:cashier'],
  'group-ladder.manage': ['lender:owner'],
  'loan.reverse': ['lender:approver', 'lender:treasurer'],
} as const satisfies Record<string, readonly string[]>

export type Permission = keyof typeof MATRIX

/** These move money or decide over it: they ask for a second factor confirmed within the session. */
export const MONEY: ReadonlySet<Permission> = new Set([
  'bank-account.change',
  'payment.match',
  'complaint.decide',
  'payout.record',
  'fund.receive',
  'fund.manage',
  'entry.approve',
  'period.close',
  'loan-application.decide',
  'identity.open',
  'objection.answer',
  'payee.decide',
  'loan.disburse',
  'loan.repay',
  'loan-change.decide',
  'loan-share.decide',
  'meeting.record',
  'loan.reverse',
  'loan-import.manage',
])

/** Of these, what could be done with a session left open: the second factor was confirmed just now. */
export const FRESH: ReadonlySet<Permission> = new Set(['bank-account.change'])

export function roleHolds(permission: Permission, kind: Kind, role: string): boolean {
  const holders: readonly string[] = MATRIX[permission]
  return (holders.includes('*') && !isGranted(role)) || holders.includes(`${kind}:${role}`)
}

export function permissionsOf(kind: Kind, role: string): Permission[] {
  return (Object.keys(MATRIX) as Permission[]).filter((one) => roleHolds(one, kind, role))
}
