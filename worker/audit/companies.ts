import type { Invariant } from '#worker/audit/invariant'

/** Where the numbers of a series stand: table, owner, year, count. */
const SERIES = {
  rfq: ['quotations', 'partner_id', 'year', 'n'],
  po: ['purchase_orders', 'partner_id', 'year', 'n'],
  bast: ['handovers', 'enterprise_id', 'year', 'n'],
  invoice: ['invoices', 'enterprise_id', 'year', 'n'],
  receipt: ['invoices', 'enterprise_id', 'receipt_year', 'receipt_n'],
  'credit-note': ['invoices', 'enterprise_id', 'credit_year', 'credit_n'],
} as const

const numbered = Object.entries(SERIES).map(([kind, [table, owner, year, n]]): Invariant => {
  const all = `SELECT ${owner} AS owner, ${year} AS year, count(*) AS given,
    count(DISTINCT ${n}) AS different, max(${n}) AS last FROM ${table} WHERE ${n} IS NOT NULL GROUP BY 1, 2`
  return {
    id: `C1-no-hole-in-the-numbers-of-${kind}`,
    says: 'The numbers of an owner and year are those from 1 to the last that was given, each once.',
    sql: `SELECT s.owner_id, s.year, s.last FROM number_series s
            LEFT JOIN (${all}) d ON d.owner = s.owner_id AND d.year = s.year
          WHERE s.kind = '${kind}' AND (d.given IS NOT s.last OR d.different <> s.last OR d.last <> s.last)
          UNION ALL
          SELECT d.owner, d.year, d.last FROM (${all}) d LEFT JOIN number_series s
            ON s.kind = '${kind}' AND s.owner_id = d.owner AND s.year = d.year WHERE s.last IS NULL`,
  }
})

export const companyInvariants: readonly Invariant[] = [
  ...numbered,
  {
    id: 'C2-a-quote-is-the-sum-of-its-lines',
    says: 'The goods of a quote are those of its lines.',
    sql: `SELECT q.quotation_id, q.revision FROM quotes q LEFT JOIN quote_lines l
            ON l.quotation_id = q.quotation_id AND l.revision = q.revision
          GROUP BY q.quotation_id, q.revision HAVING q.goods_total IS NOT sum(l.total)`,
  },
  {
    id: 'C3-an-order-is-what-was-quoted',
    says: 'The order of an issued purchase order is exactly the quote that was accepted, on its terms.',
    sql: `SELECT p.id FROM purchase_orders p
          JOIN quotes q ON q.quotation_id = p.quotation_id AND q.revision = p.revision
          LEFT JOIN orders r ON r.id = p.order_id LEFT JOIN purchases b ON b.id = r.purchase_id
          WHERE p.total <> q.total OR (p.n IS NOT NULL AND (r.total IS NOT q.total
            OR q.discount IS NOT (SELECT sum(l.discount) FROM order_lines l WHERE l.order_id = r.id)
            OR r.goods_total <> q.goods_total OR r.shipping <> q.shipping OR r.discount <> q.discount
            OR r.terms <> 'invoice' OR b.method <> 'invoice' OR b.organization_id IS NOT p.partner_id
            OR r.enterprise_id <> p.enterprise_id))
          UNION ALL
          SELECT r.id FROM orders r WHERE r.terms = 'invoice'
            AND NOT EXISTS (SELECT 1 FROM purchase_orders p WHERE p.order_id = r.id)`,
  },
  {
    id: 'C4-accepted-within-delivered-within-ordered',
    says: 'Of no line more was accepted than delivered, nor is more under way or accepted than ordered.',
    sql: `SELECT p.id, l.n FROM purchase_orders p
          JOIN handovers h ON h.purchase_order_id = p.id AND h.status <> 'withdrawn'
          JOIN handover_lines l ON l.handover_id = h.id
          LEFT JOIN quote_lines q ON q.quotation_id = p.quotation_id AND q.revision = p.revision
            AND q.n = l.n
          GROUP BY p.id, l.n HAVING sum(coalesce(l.accepted, l.quantity)) > coalesce(max(q.quantity), 0)
            OR max(h.status = 'signed' AND l.accepted IS NULL) = 1`,
  },
  {
    id: 'C5-invoiced-is-what-was-accepted',
    says: 'An invoice that stands has exactly the lines that were accepted of its signed handover.',
    sql: `SELECT i.id FROM invoices i JOIN handovers h ON h.id = i.handover_id
          WHERE i.status <> 'cancelled' AND (h.status <> 'signed'
            OR (SELECT json_group_array(json_array(n, accepted) ORDER BY n) FROM handover_lines
                WHERE handover_id = h.id AND accepted > 0)
              IS NOT (SELECT json_group_array(json_array(n, quantity) ORDER BY n) FROM invoice_lines
                WHERE invoice_id = i.id))`,
  },
  {
    id: 'C6-an-invoice-is-the-sum-of-its-lines',
    says: 'Goods, discount, VAT and commission of an invoice are those of its lines, withheld its taxes.',
    sql: `SELECT i.id FROM invoices i JOIN invoice_lines l ON l.invoice_id = i.id
          GROUP BY i.id HAVING i.goods_total <> sum(l.unit_price * l.quantity)
            OR i.discount <> sum(l.discount) OR i.tax <> sum(l.tax)
            OR i.commission <> sum(l.commission)
            OR i.withheld <> (SELECT coalesce(sum(amount), 0) FROM invoice_withholdings
                              WHERE invoice_id = i.id)`,
  },
  {
    id: 'C7-invoices-stay-within-their-order',
    says: 'The invoices of an order that stand never exceed it, and are all of it once all was accepted.',
    sql: `SELECT p.id FROM purchase_orders p JOIN orders r ON r.id = p.order_id
          JOIN (SELECT purchase_order_id, sum(total) AS total, sum(shipping) AS shipping,
                  sum(discount) AS discount, sum(commission) AS commission
                FROM invoices WHERE status <> 'cancelled' GROUP BY 1) i ON i.purchase_order_id = p.id
          WHERE i.total > r.total OR i.shipping > r.shipping OR i.discount > r.discount
            OR i.commission > r.commission
            OR ((SELECT sum(l.quantity) FROM order_lines l WHERE l.order_id = r.id)
                = (SELECT sum(l.quantity) FROM invoice_lines l JOIN invoices v ON v.id = l.invoice_id
                   WHERE v.purchase_order_id = p.id AND v.status <> 'cancelled')
              AND (i.total <> r.total OR i.commission <> r.commission))`,
  },
  {
    id: 'C8-invoices-are-booked-once',
    says: 'A paid invoice has one entry of exactly what was due, its commission apart; no other has one.',
    sql: `SELECT i.id FROM invoices i
          LEFT JOIN entries e ON e.subject = i.id AND e.rule = 'invoice-paid'
          LEFT JOIN transfers t ON t.entry_id = e.id
          GROUP BY i.id HAVING count(DISTINCT e.id) <> (i.status = 'paid')
            OR (i.status = 'paid' AND (sum(t.amount) IS NOT i.total - i.withheld
              OR coalesce(sum(iif(t.credit LIKE '%/commission-income/', t.amount, 0)), 0)
                <> i.commission))`,
  },
  {
    id: 'C9-an-order-is-paid-by-its-invoices',
    says: 'An order on terms is paid and completed exactly when it is closed and its invoices are paid.',
    sql: `SELECT r.id, r.status FROM orders r JOIN purchase_orders p ON p.order_id = r.id
          WHERE r.paid <> (r.status = 'completed') OR r.paid <> (p.status = 'closed'
            AND NOT EXISTS (SELECT 1 FROM invoices i WHERE i.purchase_order_id = p.id
                            AND i.status = 'issued')
            AND NOT EXISTS (SELECT 1 FROM handovers h WHERE h.purchase_order_id = p.id
              AND h.status = 'signed'
              AND EXISTS (SELECT 1 FROM handover_lines l WHERE l.handover_id = h.id AND l.accepted > 0)
              AND NOT EXISTS (SELECT 1 FROM invoices i WHERE i.handover_id = h.id
                              AND i.status = 'paid')))
            OR (p.status = 'cancelled') <> (r.status = 'cancelled')
            OR (p.status = 'closed') <> (r.status IN ('delivered', 'completed'))`,
  },
  {
    id: 'C10-spending-is-what-was-invoiced',
    says: 'What a company has bought in a month is what its standing invoices of that month say.',
    sql: `SELECT partner_id, month, enterprise_id, category, sum(amount) AS difference FROM (
            SELECT partner_id, month, enterprise_id, category, amount FROM spending
            UNION ALL
            SELECT i.partner_id, substr(i.issued_on, 1, 7), i.enterprise_id, l.category, -l.total
            FROM invoices i JOIN invoice_lines l ON l.invoice_id = i.id WHERE i.status <> 'cancelled')
          GROUP BY 1, 2, 3, 4 HAVING sum(amount) <> 0`,
  },
  {
    id: 'C11-approved-by-another-or-within-limits',
    says: 'A quotation is accepted while its purchase order waits or stands; versions count events.',
    sql: `SELECT q.id FROM quotations q WHERE (q.status = 'accepted') <> EXISTS (
            SELECT 1 FROM purchase_orders p WHERE p.quotation_id = q.id AND p.status <> 'refused')
          UNION ALL
          SELECT x.id FROM (SELECT id, version FROM quotations UNION ALL
            SELECT id, version FROM purchase_orders) x
          WHERE x.version IS NOT (SELECT max(seq) FROM events e WHERE e.subject = x.id)`,
  },
]
