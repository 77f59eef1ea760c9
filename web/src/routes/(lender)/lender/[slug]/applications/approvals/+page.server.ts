import { redirect } from '@sveltejs/kit'
import { amountFrom } from '#lib/format.ts'
import { localizeHref } from '#lib/paraglide/runtime.js'
import { readOwn } from '#lib/server/api.ts'
import { numberIn, refused, rupiahIn, typedIn, type Typed } from '#lib/server/forms.ts'
import type { Relation } from '#worker/lending/reviewing/ties/tie'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, params, parent, url }) => {
  const { me } = await parent()
  const mayChange = me?.permissions.includes('approval-limit.manage') ?? false
  const lender = api.lenders[':slug']
  const [rules, organization, ties] = await Promise.all([
    readOwn(lender['approval-rules'].$get({ param: params }), url),
    readOwn(api.organizations[':slug'].$get({ param: params }), url),
    mayChange
      ? readOwn(lender.ties.$get({ param: params, query: { limit: '100' } }), url)
      : { items: [] },
  ])
  const isSaved = url.searchParams.has('saved')
  const { members } = organization
  return { rules, members, ties: ties.items, mayChange, isSaved, slug: params.slug }
}

/** An amount, or none where the field was left empty. */
const limitIn = (typed: Typed, name: string) =>
  (typed[name] ?? '').trim() === '' ? null : (amountFrom(typed[name] ?? '') ?? Number.NaN)

const done = (slug: string) =>
  redirect(303, `${localizeHref(`/lender/${slug}/applications/approvals`)}?saved`)

export const actions: Actions = {
  rules: async ({ locals: { api }, params, request, url }) => {
    const typed = typedIn(await request.formData())
    const json = {
      votes: numberIn(typed, 'votes'),
      votesAbove: rupiahIn(typed, 'votesAbove'),
      approverLimit: limitIn(typed, 'approverLimit'),
      borrowerLimit: limitIn(typed, 'borrowerLimit'),
    }
    const response = await api.lenders[':slug']['approval-rules'].$put({ param: params, json })
    return response.ok ? done(params.slug) : refused(response, typed, url)
  },

  limit: async ({ locals: { api }, params: { slug }, request, url }) => {
    const typed = typedIn(await request.formData())
    const param = { slug, person: typed.person ?? '' }
    const json = { amount: limitIn(typed, 'amount') }
    const route = api.lenders[':slug']['approval-limits'][':person']
    const response = await route.$put({ param, json })
    return response.ok ? done(slug) : refused(response, typed, url)
  },

  tie: async ({ locals: { api }, params, request, url }) => {
    const typed = typedIn(await request.formData())
    const json = {
      personId: typed.personId ?? '',
      phone: typed.phone ?? '',
      relation: (typed.relation ?? '') as Relation,
    }
    const response = await api.lenders[':slug'].ties.$post({ param: params, json })
    return response.ok ? done(params.slug) : refused(response, typed, url)
  },

  endTie: async ({ locals: { api }, params: { slug }, request, url }) => {
    const typed = typedIn(await request.formData())
    const param = { slug, id: typed.id ?? '' }
    const response = await api.lenders[':slug'].ties[':id'].$delete({ param })
    return response.ok ? done(slug) : refused(response, typed, url)
  },
}
