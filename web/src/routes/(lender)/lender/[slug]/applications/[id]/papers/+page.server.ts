import { fail, redirect, type RequestEvent } from '@sveltejs/kit'
import { localizeHref } from '#lib/paraglide/runtime.js'
import { readOwn } from '#lib/server/api.ts'
import { intent, refused, rupiahIn, typedIn, type Typed } from '#lib/server/forms.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, params, parent, url }) => {
  const { id, slug } = params
  const route = api['loan-applications'][':id']
  const [papers, dossier, { me }] = await Promise.all([
    readOwn(route.papers.$get({ param: { id } }), url),
    readOwn(route.dossier.$get({ param: { id } }), url),
    parent(),
  ])
  const roles = me?.organizations.find((one) => one.slug === slug)?.roles ?? []
  const { code, status, applicant, decision } = dossier.application
  return {
    ...{ papers, roles, slug, saved: url.searchParams.has('saved') },
    application: {
      id,
      code,
      status,
      applicant: applicant.name,
      approved: decision?.amount ?? null,
    },
    key: crypto.randomUUID(),
  }
}

type Event = RequestEvent<{ id: string; slug: string }>
type Answer = { ok: boolean; json(): Promise<unknown>; status: number }
type Deed = (event: Event, typed: Typed) => Promise<Answer>

const application = ({ locals }: Event) => locals.api['loan-applications'][':id']
const of = ({ params: { id } }: Event) => ({ id })

/** Which form was refused is said too, so that what is wrong stands beside its fields. */
const doing = (name: string, deed: Deed) => async (event: Event) => {
  const typed = typedIn(await event.request.formData())
  const response = await deed(event, typed)
  const { slug, id } = event.params
  if (response.ok) redirect(303, localizeHref(`/lender/${slug}/applications/${id}/papers?saved`))
  const { status, data } = await refused(response as Response, typed, event.url)
  return fail(status, { ...data, name, opened: undefined })
}

/** Rows with an amount; the others were left empty. */
const partsIn = (typed: Typed) =>
  [1, 2, 3, 4].flatMap((n) =>
    typed[`amount${n}`]?.trim()
      ? [{ amount: rupiahIn(typed, `amount${n}`), note: typed[`note${n}`] ?? '' }]
      : [],
  )

export const actions: Actions = {
  open: async (event) => {
    const typed = typedIn(await event.request.formData())
    const json = { reason: typed.reason ?? '' }
    const route = application(event)['identity-openings']
    const response = await route.$post({ param: of(event), json }, intent(typed))
    if (response.ok)
      return { opened: await response.json(), name: 'open', typed, problem: undefined }
    const { status, data } = await refused(response as Response, typed, event.url)
    return fail(status, { ...data, name: 'open', opened: undefined })
  },
  answer: doing('answer', (event, typed) => {
    const outcome = typed.outcome === 'reopened' ? ('reopened' as const) : ('kept' as const)
    const json = { outcome, answer: typed.answer ?? '' }
    return application(event).objection.answer.$post({ param: of(event), json }, intent(typed))
  }),
  account: doing('account', (event, typed) => {
    const outcome = typed.outcome === 'approved' ? ('approved' as const) : ('refused' as const)
    const route = application(event)['bank-account'].decision
    return route.$post({ param: of(event), json: { outcome } }, intent(typed))
  }),
  divide: doing('divide', (event, typed) =>
    application(event).tranches.$put({ param: of(event), json: { tranches: partsIn(typed) } }),
  ),
}
