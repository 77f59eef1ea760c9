/**
 * What buyers, sellers and the operator do with an order on its page: each form of the page is one request of
 * the API, named like its last part. Who is sent back sees what was refused beside what she had typed.
 */
import { redirect, type RequestEvent } from '@sveltejs/kit'
import { intent, refused, rupiahIn, typedIn, type Typed } from '#lib/server/forms.ts'
import { picturesIn, piecesIn } from '#lib/server/pieces.ts'

type Event = RequestEvent
type Answer = { ok: boolean; json(): Promise<unknown>; status: number }
/** Which order, and the number by which a guest shows that it is hers. */
export type Whose = { order: string; query: { phone?: string } }
export type Deed = (event: Event, whose: Whose, typed: Typed) => Promise<Answer>

const orders = ({ locals }: Event) => locals.api.orders[':order']
const numbered = ({ order }: Whose, typed: Typed) => ({ order, n: typed.n ?? '' })
const orNull = (text: string | undefined) => text?.trim() || null
const way = (typed: Typed) => ({
  courier: typed.courier ?? '',
  trackingNumber: orNull(typed.trackingNumber),
})
type Kind = 'damaged' | 'wrong' | 'different' | 'unwanted'
type Wrong = 'not-arrived' | 'damaged' | 'wrong' | 'other' | 'return-refused'
type Outcome = 'refund' | 'replacement' | 'nothing'

const asked = (typed: Typed) =>
  orNull(typed.amount) === null ? {} : { ask: { amount: rupiahIn(typed, 'amount') } }

export const BUYERS: Readonly<Record<string, Deed>> = {
  receive: (event, { order, query }, typed) =>
    orders(event).completion.$post({ param: { order }, query }, intent(typed)),
  cancel: (event, { order, query }, typed) => {
    const json = { reason: typed.reason ?? '' }
    const route = orders(event)['cancellation-request']
    return route.$post({ param: { order }, query, json }, intent(typed))
  },
  account: (event, { order, query }, typed) => {
    const json = {
      bank: typed.bank ?? '',
      number: typed.number ?? '',
      holder: typed.holder ?? '',
    }
    return orders(event)['refund-account'].$put({ param: { order }, query, json })
  },
  returns: (event, { order, query }, typed) => {
    const kind = typed.kind as Kind
    const json = { kind, reason: typed.reason ?? '', lines: piecesIn(typed) }
    return orders(event).returns.$post({ param: { order }, query, json })
  },
  'return-withdrawal': (event, whose, typed) =>
    orders(event).returns[':n'].withdrawal.$post({
      param: numbered(whose, typed),
      query: whose.query,
    }),
  'return-sending': (event, whose, typed) =>
    orders(event).returns[':n'].sending.$post({
      param: numbered(whose, typed),
      query: whose.query,
      json: way(typed),
    }),
  complaints: (event, { order, query }, typed) => {
    const kind = typed.kind as Wrong
    const parcel = typed.parcel ? { parcel: Number(typed.parcel) } : {}
    const json = { kind, text: typed.text ?? '', ...parcel }
    return orders(event).complaints.$post({ param: { order }, query, json })
  },
  'complaint-withdrawal': (event, whose, typed) =>
    orders(event).complaints[':n'].withdrawal.$post({
      param: numbered(whose, typed),
      query: whose.query,
    }),
}

/** Both sides may do these. */
export const EITHERS: Readonly<Record<string, Deed>> = {
  arrived: (event, whose, typed) =>
    orders(event).shipments[':n'].delivery.$post({
      param: numbered(whose, typed),
      query: whose.query,
    }),
  'complaint-messages': (event, whose, typed) =>
    orders(event).complaints[':n'].messages.$post({
      param: numbered(whose, typed),
      query: whose.query,
      json: { body: typed.body ?? '' },
    }),
  'complaint-mediation': (event, whose, typed) =>
    orders(event).complaints[':n'].mediation.$post({
      param: numbered(whose, typed),
      query: whose.query,
    }),
}

export const SELLERS: Readonly<Record<string, Deed>> = {
  confirmation: (event, { order }) => orders(event).confirmation.$post({ param: { order } }),
  packing: (event, { order }) => orders(event).packing.$post({ param: { order } }),
  shipment: (event, { order }, typed) => {
    const lines = piecesIn(typed)
    const part = lines.length > 0 ? { lines } : {}
    const json = { ...way(typed), service: orNull(typed.service), ...part }
    return orders(event).shipment.$post({ param: { order }, json }, intent(typed))
  },
  delivery: (event, { order }) => orders(event).delivery.$post({ param: { order } }),
  cancellation: (event, { order }, typed) => {
    const json = { reason: typed.reason ?? '' }
    return orders(event).cancellation.$post({ param: { order }, json }, intent(typed))
  },
  'door-refusal': (event, { order }, typed) => {
    const json = { reason: typed.reason ?? '' }
    return orders(event)['door-refusal'].$post({ param: { order }, json }, intent(typed))
  },
  'cancellation-answer': (event, { order }, typed) => {
    const json = { granted: typed.granted === 'yes', reason: orNull(typed.reason) }
    return orders(event)['cancellation-answer'].$post({ param: { order }, json }, intent(typed))
  },
  correction: (event, whose, typed) =>
    orders(event).shipments[':n'].$patch({ param: numbered(whose, typed), json: way(typed) }),
  refunds: (event, { order }, typed) => {
    const json = { lines: piecesIn(typed), reason: typed.reason ?? '' }
    return orders(event).refunds.$post({ param: { order }, json }, intent(typed))
  },
  transfer: (event, { order }, typed) => {
    const json = { reference: typed.reference ?? '', sentOn: typed.sentOn ?? '' }
    const param = { order, id: typed.id ?? '' }
    return orders(event).refunds[':id'].transfer.$post({ param, json }, intent(typed))
  },
  'return-answer': (event, whose, typed) => {
    const param = numbered(whose, typed)
    const shippingBy = typed.shippingBy === 'buyer' ? ('buyer' as const) : ('seller' as const)
    const json =
      typed.accepted === 'yes'
        ? { accepted: true as const, shippingBy, answer: orNull(typed.answer) }
        : { accepted: false as const, answer: typed.answer ?? '' }
    return orders(event).returns[':n'].answer.$post({ param, json })
  },
  'return-receipt': (event, whose, typed) => {
    const json = { restock: typed.restock === 'on' }
    const param = numbered(whose, typed)
    return orders(event).returns[':n'].receipt.$post({ param, json }, intent(typed))
  },
  'return-refund': (event, whose, typed) =>
    orders(event).returns[':n'].refund.$post({ param: numbered(whose, typed) }, intent(typed)),
  'complaint-refund': (event, whose, typed) => {
    const json = { reason: typed.reason ?? '', ...asked(typed) }
    const param = numbered(whose, typed)
    return orders(event).complaints[':n'].refund.$post({ param, json }, intent(typed))
  },
  'complaint-replacement': (event, whose, typed) => {
    const param = numbered(whose, typed)
    return orders(event).complaints[':n'].replacement.$post(
      { param, json: way(typed) },
      intent(typed),
    )
  },
}

export const OPERATORS: Readonly<Record<string, Deed>> = {
  'complaint-decision': (event, whose, typed) => {
    const outcome = typed.outcome as Outcome
    const json = { outcome, reason: typed.reason ?? '', ...(outcome === 'refund' && asked(typed)) }
    const param = numbered(whose, typed)
    return orders(event).complaints[':n'].decision.$post({ param, json }, intent(typed))
  },
}

type Page = {
  whose: (event: Event) => Whose
  /** Where the page is shown again; `how` says what has become of it. */
  back: (event: Event, how: string) => string
}

/** The actions of a page, one for each deed. */
export function actionsOf(deeds: Readonly<Record<string, Deed>>, page: Page) {
  return Object.fromEntries(
    Object.entries(deeds).map(([name, deed]) => [
      name,
      async (event: Event) => {
        const form = await event.request.formData()
        const typed: Typed = { ...typedIn(form), deed: name }
        const whose = page.whose(event)
        const response = await deed(event, whose, typed)
        if (!response.ok) return refused(response, typed, event.url)
        const pictures = picturesIn(form)
        const noun = name === 'complaints' ? 'complaints' : 'returns'
        const n = typed.n ?? String(await lastOf(response, noun))
        const kept = await addPictures(event, { ...whose, noun, n }, pictures)
        redirect(303, page.back(event, kept ? 'saved' : 'photos'))
      },
    ]),
  )
}

async function lastOf(response: Answer, noun: 'returns' | 'complaints'): Promise<number> {
  const answer = (await response.json()) as { returns?: unknown[]; complaints?: unknown[] }
  return answer[noun]?.length ?? 0
}

type Case = Whose & { noun: 'returns' | 'complaints'; n: string }

/** Whether all of them could be used. */
async function addPictures(event: Event, { order, query, noun, n }: Case, pictures: File[]) {
  const answers: Pick<Response, 'ok' | 'status'>[] = []
  for (const picture of pictures) {
    const body = await picture.arrayBuffer()
    const headers = {
      'idempotency-key': crypto.randomUUID(),
      'content-type': 'application/octet-stream',
    }
    const route = orders(event)[noun][':n'].evidence
    answers.push(await route.$post({ param: { order, n }, query }, { headers, init: { body } }))
  }
  return answers.every((one) => one.ok || one.status === 409)
}

/** A picture more for a case that is open. */
export const addingPictures =
  (noun: 'returns' | 'complaints', page: Page) =>
  async (event: Event): ReturnType<typeof refused> => {
    const form = await event.request.formData()
    const n = typedIn(form).n ?? ''
    const kept = await addPictures(event, { ...page.whose(event), noun, n }, picturesIn(form))
    redirect(303, page.back(event, kept ? 'saved' : 'photos'))
  }
