/** Buying on paper: every operation that gives a number, takes goods, or moves money. */
import type { Operation } from '#test/faults/operation'
import type { Json } from '#test/support/client'
import { today } from '#test/support/orders'
import * as deal from '#test/support/procurement'
import { expected } from '#test/support/world'

const withKey = (key: string) => ({ 'idempotency-key': key })

/** An operation upon what `prepare` makes, by whom `by` names. */
function operation(
  name: string,
  prepare: (at: deal.Deal) => Promise<Json>,
  act: (at: deal.Deal, made: Json) => { by: deal.Deal['clerk']; path: string; body?: object },
): Operation {
  return {
    name,
    begin: async () => {
      const at = await deal.aDeal(100_000)
      return async () => {
        const { by, path, body = {} } = act(at, await prepare(at))
        return (key) => by.post(path, body, withKey(key))
      }
    },
  }
}

const reason = { reason: 'Salah tulis.' }

export const COMPANIES: readonly Operation[] = [
  operation(
    'asking for a quote',
    async () => null,
    (at) => ({
      by: at.company.staff,
      path: `/api/companies/${at.company.slug}/quotations`,
      body: deal.request(at),
    }),
  ),
  operation('quoting', deal.asked, (at, { id }) => ({
    by: at.clerk,
    path: `/api/quotations/${id}/quote`,
    body: deal.quote(),
  })),
  operation('accepting a quote within the limit', deal.quoted, (at, { id }) => ({
    by: at.company.owner,
    path: `/api/quotations/${id}/acceptance`,
    body: { revision: 1 },
  })),
  operation('asking for approval of a purchase order', deal.quoted, (at, { id }) => ({
    by: at.company.staff,
    path: `/api/quotations/${id}/acceptance`,
    body: { revision: 1 },
  })),
  operation('approving a purchase order', deal.accepted, (at, { id }) => ({
    by: at.company.manager,
    path: `/api/purchase-orders/${id}/approval`,
  })),
  operation('cancelling a purchase order', deal.issued, (at, { id }) => ({
    by: at.company.manager,
    path: `/api/purchase-orders/${id}/cancellation`,
    body: reason,
  })),
  operation('sending a delivery', deal.issued, (at, { id }) => ({
    by: at.clerk,
    path: `/api/purchase-orders/${id}/handovers`,
    body: { sentOn: today(), lines: [{ n: 1, quantity: 4 }] },
  })),
  operation(
    'signing the last handover',
    async (at) => deal.received(at, await deal.issued(at)),
    (at, { id }) => ({ by: at.clerk, path: `/api/handovers/${id}/signature` }),
  ),
  operation(
    'issuing an invoice',
    async (at) => deal.signed(at, await deal.issued(at)),
    (at, { id }) => ({ by: at.shop.chair, path: `/api/handovers/${id}/invoice` }),
  ),
  operation(
    'matching the last invoice',
    async (at) => deal.invoiced(at, await deal.issued(at)),
    (at, invoice) => ({
      by: at.operator.owner,
      path: `/api/invoices/${invoice.id}/payment`,
      body: deal.transferOf(invoice),
    }),
  ),
  operation(
    'keeping what is short of an invoice',
    async (at) => deal.invoiced(at, await deal.issued(at)),
    (at, invoice) => ({
      by: at.operator.owner,
      path: `/api/invoices/${invoice.id}/payment`,
      body: deal.transferOf(invoice, { amount: 500_000, otherAmount: true }),
    }),
  ),
  operation(
    'completing an invoice by a second transfer',
    async (at) => {
      const invoice = await deal.invoiced(at, await deal.issued(at))
      const part = deal.transferOf(invoice, { amount: 500_000, otherAmount: true })
      const path = `/api/invoices/${invoice.id}/payment`
      return expected(await at.operator.owner.post(path, part), 201)
    },
    (at, invoice) => ({
      by: at.operator.owner,
      path: `/api/invoices/${invoice.id}/payment`,
      body: deal.transferOf(invoice, { amount: invoice.missing + 1, otherAmount: true }),
    }),
  ),
  operation(
    'paying an invoice with what waits in suspense',
    async (at) => {
      const { id, due } = await deal.invoiced(at, await deal.issued(at))
      const money = { amount: due, receivedOn: today(), reference: `Setoran ${id}` }
      const item = expected(await at.operator.owner.post('/api/payments/unmatched', money), 201)
      return { id, item: item.id }
    },
    (at, { id, item }) => ({
      by: at.operator.owner,
      path: `/api/invoices/${id}/assignment`,
      body: { items: [item] },
    }),
  ),
  operation(
    'paying an invoice by a line of a statement',
    async (at) => {
      const invoice = await deal.invoiced(at, await deal.issued(at))
      const line = await deal.statementLine(at, invoice.due, `BAYAR ${invoice.number}`)
      return { id: invoice.id, line: line.id }
    },
    (at, { id, line }) => ({
      by: at.operator.owner,
      path: `/api/invoices/${id}/statement-line`,
      body: { line },
    }),
  ),
  operation(
    'cancelling an invoice',
    async (at) => deal.invoiced(at, await deal.issued(at)),
    (at, { id }) => ({
      by: at.shop.chair,
      path: `/api/invoices/${id}/cancellation`,
      body: reason,
    }),
  ),
]
