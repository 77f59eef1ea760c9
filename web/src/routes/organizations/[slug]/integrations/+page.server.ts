import { redirect } from '@sveltejs/kit'
import { localizeHref } from '#lib/paraglide/runtime.js'
import { readOwn } from '#lib/server/api.ts'
import { refused, typedIn } from '#lib/server/forms.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, params, url, parent }) => {
  const organization = api.organizations[':slug']
  const [keys, webhooks, { me }] = await Promise.all([
    readOwn(organization['api-keys'].$get({ param: params }), url),
    readOwn(organization.webhooks.$get({ param: params }), url),
    parent(),
  ])
  const name = me?.organizations.find((one) => one.slug === params.slug)?.name ?? params.slug
  return { keys, webhooks, name, saved: url.searchParams.get('saved') }
}

const DAYS = { '30': 30, '90': 90, '365': 365 } as const

/** The term as it was chosen; anything else is until it is revoked. */
const daysIn = (typed: string | undefined) => DAYS[typed as keyof typeof DAYS] ?? null

export const actions: Actions = {
  makeKey: async ({ locals: { api }, params, request, url }) => {
    const form = await request.formData()
    const typed = typedIn(form)
    const scopes = form.getAll('scopes').map(String)
    const json = { name: typed.name ?? '', scopes, days: daysIn(typed.days) }
    const route = api.organizations[':slug']['api-keys']
    const response = await route.$post({ param: params, json })
    if (!response.ok) {
      return refused(response, { ...typed, form: 'key', scopes: scopes.join(' ') }, url)
    }
    // Shown this once; an address would keep it.
    return { key: (await response.json()).key }
  },
  revokeKey: async ({ locals: { api }, params, request, url }) => {
    const typed = typedIn(await request.formData())
    const route = api.organizations[':slug']['api-keys'][':id']
    const response = await route.$delete({ param: { ...params, id: typed.id ?? '' } })
    if (!response.ok) return refused(response, typed, url)
    redirect(303, localizeHref(`/organizations/${params.slug}/integrations?saved=revoked`))
  },
  register: async ({ locals: { api }, params, request, url }) => {
    const form = await request.formData()
    const typed = typedIn(form)
    const types = form.getAll('types').map(String)
    const json = { url: typed.url ?? '', types }
    const response = await api.organizations[':slug'].webhooks.$post({ param: params, json })
    if (!response.ok) {
      return refused(response, { ...typed, form: 'webhook', types: types.join(' ') }, url)
    }
    return { secret: (await response.json()).secret }
  },
}
