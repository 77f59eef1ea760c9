/**
 * What the pages of both sides do with purchase orders, deliveries, invoices and quotations: each form posts
 * to one address of the API and comes back to its page, which shows what is next.
 */
import { redirect, type RequestEvent } from '@sveltejs/kit'
import { localizeHref } from '#lib/paraglide/runtime.js'
import { intent, numberIn, refused, rupiahIn, typedIn, type Typed } from '#lib/server/forms.ts'

type Answer = { ok: boolean; json(): Promise<unknown>; status: number }
type Act = (event: RequestEvent, typed: Typed) => Promise<Answer>

/** Posts what was typed and comes back here. */
/** Taxes that a buyer may withhold; one without the number of its proof is not. */
const WITHHELD = ['pph22', 'pph23', 'ppn'] as const

export function deed(act: Act) {
  return async (event: RequestEvent) => {
    const typed = typedIn(await event.request.formData())
    const response = await act(event, typed)
    if (!response.ok) return refused(response, typed, event.url)
    redirect(303, localizeHref(`${event.url.pathname.replace(/^\/en(?=\/)/, '')}?saved`))
  }
}

const reasonOf = (typed: Typed) => ({ reason: typed.reason ?? '' })
const named = (event: RequestEvent) => ({ id: event.params.id ?? '' })

/** Lines of a form: fields called `quantity-3` and the like, by the number of their line. */
function numbersIn(typed: Typed, name: string): { n: number; value: number }[] {
  return Object.keys(typed)
    .filter((key) => key.startsWith(`${name}-`))
    .map((key) => ({ n: Number(key.slice(name.length + 1)), value: numberIn(typed, key) }))
}

export const quotationActions = {
  quote: deed((event, typed) => {
    const lines = numbersIn(typed, 'quantity')
      .filter((one) => one.value !== 0)
      .map(({ n, value: quantity }) => ({
        ...{ n, quantity, unitPrice: rupiahIn(typed, `price-${n}`) },
        madeToOrder: typed[`made-${n}`] === 'true',
      }))
    const json = {
      ...{ lines, note: typed.note ?? '', validUntil: typed.validUntil ?? '' },
      discount: typed.discount ? rupiahIn(typed, 'discount') : 0,
      shipping: rupiahIn(typed, 'shipping'),
      leadDays: numberIn(typed, 'leadDays'),
      tempoDays: numberIn(typed, 'tempoDays'),
    }
    const route = event.locals.api.quotations[':id'].quote
    return route.$post({ param: named(event), json }, intent(typed))
  }),
  revision: deed(({ locals: { api }, params }, typed) =>
    api.quotations[':id']['revision-request'].$post({
      param: { id: params.id ?? '' },
      json: reasonOf(typed),
    }),
  ),
  refusal: deed(({ locals: { api }, params }, typed) =>
    api.quotations[':id'].refusal.$post({ param: { id: params.id ?? '' }, json: reasonOf(typed) }),
  ),
}

export const purchaseOrderActions = {
  approval: deed((event, typed) => {
    const route = event.locals.api['purchase-orders'][':id'].approval
    return route.$post({ param: named(event) }, intent(typed))
  }),
  refusal: deed((event, typed) => {
    const route = event.locals.api['purchase-orders'][':id'].refusal
    return route.$post({ param: named(event), json: reasonOf(typed) })
  }),
  cancellation: deed((event, typed) => {
    const route = event.locals.api['purchase-orders'][':id'].cancellation
    return route.$post({ param: named(event), json: reasonOf(typed) }, intent(typed))
  }),
  closing: deed((event, typed) => {
    const route = event.locals.api['purchase-orders'][':id'].closing
    return route.$post({ param: named(event), json: reasonOf(typed) }, intent(typed))
  }),
  confirmation: deed((event, typed) => {
    const route = event.locals.api.orders[':order'].confirmation
    return route.$post({ param: { order: typed.order ?? '' } })
  }),
  handover: deed((event, typed) => {
    const lines = numbersIn(typed, 'quantity')
      .filter((one) => one.value !== 0)
      .map(({ n, value: quantity }) => ({ n, quantity }))
    const { sentOn = '', carrier = '' } = typed
    const route = event.locals.api['purchase-orders'][':id'].handovers
    return route.$post({ param: named(event), json: { sentOn, carrier, lines } }, intent(typed))
  }),
  receipt: deed((event, typed) => {
    const lines = numbersIn(typed, 'accepted').map(({ n, value: accepted }) => {
      return { n, accepted, reason: typed[`reason-${n}`] ?? '' }
    })
    const param = { id: typed.handover ?? '' }
    const route = event.locals.api.handovers[':id'].receipt
    return route.$post({ param, json: { lines, note: typed.note ?? '' } }, intent(typed))
  }),
  signature: deed((event, typed) => {
    const route = event.locals.api.handovers[':id'].signature
    return route.$post({ param: { id: typed.handover ?? '' } }, intent(typed))
  }),
  recount: deed((event, typed) => {
    const route = event.locals.api.handovers[':id'].recount
    return route.$post({ param: { id: typed.handover ?? '' }, json: reasonOf(typed) })
  }),
  withdrawal: deed((event, typed) => {
    const route = event.locals.api.handovers[':id'].withdrawal
    return route.$post({ param: { id: typed.handover ?? '' } })
  }),
  invoice: deed((event, typed) => {
    const route = event.locals.api.handovers[':id'].invoice
    return route.$post({ param: { id: typed.handover ?? '' } }, intent(typed))
  }),
  withholdings: deed((event, typed) => {
    const withholdings = WITHHELD.flatMap((kind) => {
      const proofNumber = (typed[`proof-${kind}`] ?? '').trim()
      const proofOn = typed[`proof-on-${kind}`] ?? ''
      return proofNumber === '' ? [] : [{ kind, proofNumber, proofOn }]
    })
    const route = event.locals.api.invoices[':id'].withholdings
    return route.$put({ param: { id: typed.invoice ?? '' }, json: { withholdings } })
  }),
  creditNote: deed((event, typed) => {
    const route = event.locals.api.invoices[':id'].cancellation
    const param = { id: typed.invoice ?? '' }
    return route.$post({ param, json: reasonOf(typed) }, intent(typed))
  }),
}
