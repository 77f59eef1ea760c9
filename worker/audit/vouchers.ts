import type { Invariant } from '#worker/audit/invariant'

export const voucherInvariants: readonly Invariant[] = [
  {
    id: 'I4-discounts-are-those-of-the-order',
    says: 'The discount of an order is the sum of what it was given, what sponsors bear that of theirs.',
    sql: `SELECT o.id FROM orders o LEFT JOIN order_discounts d ON d.order_id = o.id
          WHERE o.terms <> 'invoice'
          GROUP BY o.id HAVING o.discount <> coalesce(sum(d.amount), 0)
            OR o.sponsored <> coalesce(sum(iif(d.payer = 'seller', 0, d.amount)), 0)`,
  },
  {
    id: 'I4-discounts-on-goods-are-those-of-the-lines',
    says: 'The parts of a discount on goods are the whole, and together those of the lines.',
    sql: `SELECT o.id FROM orders o
          WHERE o.terms <> 'invoice' AND (SELECT sum(l.discount) FROM order_lines l WHERE l.order_id = o.id) IS NOT
              (SELECT coalesce(sum(d.amount), 0) FROM order_discounts d
               WHERE d.order_id = o.id AND d.kind = 'goods')
            OR EXISTS (SELECT 1 FROM order_discounts d WHERE d.order_id = o.id AND d.kind = 'goods'
               AND d.amount IS NOT (SELECT sum(value) FROM json_each(d.parts)))`,
  },
  {
    id: 'I9-vouchers-count-what-used-them',
    says: 'Uses and worth of a voucher are those of the purchases that used it, less what went back.',
    sql: `SELECT v.id FROM vouchers v
          WHERE v.used <> (SELECT count(*) FROM voucher_uses u
              WHERE u.voucher_id = v.id AND u.returned = 0)
            OR v.used <> (SELECT coalesce(sum(b.used), 0) FROM voucher_buyers b
              WHERE b.voucher_id = v.id)
            OR v.used_amount <> (SELECT coalesce(sum(d.amount - d.back), 0)
              FROM order_discounts d WHERE d.voucher_id = v.id)`,
  },
  {
    id: 'I9-a-use-is-back-once-nothing-of-it-is-bought',
    says: 'A use has gone back exactly when every order it helped to pay was cancelled or expired.',
    sql: `SELECT u.voucher_id, u.purchase_id FROM voucher_uses u
          WHERE u.returned = EXISTS (SELECT 1 FROM order_discounts d
            JOIN orders o ON o.id = d.order_id WHERE d.voucher_id = u.voucher_id
              AND o.purchase_id = u.purchase_id AND o.status NOT IN ('cancelled', 'expired'))`,
  },
  {
    id: 'I6-budgets-hold-what-they-promise',
    says: 'A partner’s voucher holds its budget, less what was freed and what paid orders took of it.',
    sql: `SELECT v.id FROM vouchers v
          LEFT JOIN (SELECT holder, sum(credits - debits) AS held FROM accounts
                     WHERE code = 'voucher-budget' GROUP BY holder) a ON a.holder = v.id
          WHERE v.payer = 'partner' AND coalesce(a.held, 0) <> v.budget - v.released
            - (SELECT coalesce(sum(d.amount - d.back), 0) FROM order_discounts d
               JOIN orders o ON o.id = d.order_id WHERE d.voucher_id = v.id
               AND (o.paid = 1 OR (o.terms = 'cod' AND o.status = 'completed')))`,
  },
]
