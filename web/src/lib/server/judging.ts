/** What a reviewer does on the page of an application: each form is one act, and then the page anew. */
import { redirect, type RequestEvent } from '@sveltejs/kit'
import { localizeHref } from '#lib/paraglide/runtime.js'
import { intent, numberIn, refused, rupiahIn, typedIn, type Typed } from '#lib/server/forms.ts'
import type { Cause } from '#worker/lending/reviewing/reviews/causes'

type Event = RequestEvent<{ slug: string; id: string }>
type Sent = Pick<Response, 'ok' | 'json' | 'status'>

/** One condition a line. */
const linesIn = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

const causesIn = (form: FormData): { causes?: Cause[] } => {
  const causes = form.getAll('cause').map(String) as Cause[]
  return causes.length > 0 ? { causes } : {}
}

/** Several boxes of one name are typed as one. */
const typedWithCauses = (form: FormData): Typed => ({
  ...typedIn(form),
  causes: form.getAll('cause').join(' '),
})

async function done(event: Event, typed: Typed, response: Sent, at = '') {
  const { slug, id } = event.params
  if (!response.ok) return refused(response, typed, event.url)
  redirect(303, `${localizeHref(`/lender/${slug}/applications/${id}`)}${at}`)
}

const routeOf = ({ locals: { api } }: Event) => api['loan-applications'][':id']

export const judging = {
  take: async (event: Event) => {
    const typed = typedIn(await event.request.formData())
    const param = { id: event.params.id }
    return done(event, typed, await routeOf(event).taking.$post({ param }, intent(typed)))
  },

  handOver: async (event: Event) => {
    const typed = typedIn(await event.request.formData())
    const asked = {
      param: { id: event.params.id },
      json: { officerId: typed.officerId ?? '', note: typed.handoverNote ?? '' },
    }
    const route = routeOf(event)
    const response =
      typed.deed === 'assign'
        ? await route.officer.$put(asked)
        : await route.handover.$post(asked, intent(typed))
    return done(event, typed, response)
  },

  recommend: async (event: Event) => {
    const typed = typedIn(await event.request.formData())
    const json = {
      advice: typed.advice === 'decline' ? ('decline' as const) : ('lend' as const),
      amount: rupiahIn(typed, 'amount'),
      instalments: numberIn(typed, 'instalments'),
      note: typed.note ?? '',
      conditions: linesIn(typed.conditions ?? ''),
      why: (typed.why ?? '').trim() === '' ? null : (typed.why ?? null),
    }
    const asked = { param: { id: event.params.id }, json }
    return done(event, typed, await routeOf(event).recommendation.$post(asked, intent(typed)))
  },

  decide: async (event: Event) => {
    const form = await event.request.formData()
    const typed = typedWithCauses(form)
    const reasons = typed.reasons ?? ''
    const approved = {
      outcome: 'approved' as const,
      amount: rupiahIn(typed, 'amount'),
      instalments: numberIn(typed, 'instalments'),
      conditions: linesIn(typed.conditions ?? ''),
      reasons,
    }
    const rejected = { outcome: 'rejected' as const, ...causesIn(form), reasons }
    const returned = { outcome: 'returned' as const, reasons }
    const json =
      typed.outcome === 'rejected' ? rejected : typed.outcome === 'returned' ? returned : approved
    const asked = { param: { id: event.params.id }, json }
    return done(event, typed, await routeOf(event).decision.$post(asked, intent(typed)))
  },

  vote: async (event: Event) => {
    const form = await event.request.formData()
    const typed = typedWithCauses(form)
    const reason = typed.reason ?? ''
    const json =
      typed.outcome === 'reject'
        ? { outcome: 'reject' as const, ...causesIn(form), reason }
        : { outcome: 'approve' as const, reason }
    const asked = { param: { id: event.params.id }, json }
    return done(event, typed, await routeOf(event).votes.$post(asked, intent(typed)), '#votes')
  },

  tick: async (event: Event) => {
    const typed = typedIn(await event.request.formData())
    const asked = {
      param: { id: event.params.id, n: typed.n ?? '' },
      json: { isMet: typed.isMet === 'yes', note: typed.conditionNote ?? '' },
    }
    return done(event, typed, await routeOf(event).conditions[':n'].$put(asked), '#conditions')
  },

  /** The visit first; its picture is added to it, and can be added again if only that failed. */
  visit: async (event: Event) => {
    const form = await event.request.formData()
    const typed = typedIn(form)
    const { id } = event.params
    const seen = {
      visitedOn: typed.visitedOn ?? '',
      place: typed.place ?? '',
      note: typed.visitNote ?? '',
    }
    const route = routeOf(event).visits
    const response = await route.$post({ param: { id }, json: seen }, intent(typed))
    const picture = form.get('picture')
    if (!response.ok || !(picture instanceof File) || picture.size === 0) {
      return done(event, typed, response, '#visits')
    }
    const visit = (await response.json()) as { id: string }
    const kept = await route[':visit'].picture.$post(
      { param: { id, visit: visit.id } },
      {
        headers: { 'content-type': 'application/octet-stream' },
        init: { body: await picture.arrayBuffer() },
      },
    )
    return done(event, typed, kept, '#visits')
  },
}
