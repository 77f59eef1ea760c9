import { redirect } from '@sveltejs/kit'
import { localizeHref } from '#lib/paraglide/runtime.js'
import { readOwn } from '#lib/server/api.ts'
import { refused, typedIn } from '#lib/server/forms.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, params, url }) => {
  const param = { slug: params.slug, id: params.webhook }
  const route = api.organizations[':slug'].webhooks[':id']
  const after = url.searchParams.get('after')
  const [webhook, deliveries] = await Promise.all([
    readOwn(route.$get({ param }), url),
    readOwn(route.deliveries.$get({ param, query: after ? { after } : {} }), url),
  ])
  return { webhook, deliveries, first: after === null, saved: url.searchParams.get('saved') }
}

type Params = { slug: string; webhook: string }
const paramOf = ({ slug, webhook }: Params) => ({ slug, id: webhook })
const back = ({ slug, webhook }: Params, saved: string) =>
  localizeHref(`/organizations/${slug}/integrations/${webhook}?saved=${saved}`)

export const actions: Actions = {
  status: async ({ locals: { api }, params, request, url }) => {
    const typed = typedIn(await request.formData())
    const status = typed.status === 'paused' ? 'paused' : 'active'
    const route = api.organizations[':slug'].webhooks[':id']
    const response = await route.$patch({ param: paramOf(params), json: { status } })
    if (!response.ok) return refused(response, typed, url)
    redirect(303, back(params, 'changed'))
  },
  ping: async ({ locals: { api }, params, url }) => {
    const route = api.organizations[':slug'].webhooks[':id'].ping
    const response = await route.$post({ param: paramOf(params) })
    if (!response.ok) return refused(response, {}, url)
    redirect(303, back(params, 'pinged'))
  },
  secret: async ({ locals: { api }, params, url }) => {
    const route = api.organizations[':slug'].webhooks[':id'].secret
    const response = await route.$post({ param: paramOf(params) })
    if (!response.ok) return refused(response, {}, url)
    const { secret, beforeUntil } = await response.json()
    return { secret, beforeUntil }
  },
  replay: async ({ locals: { api }, params, request, url }) => {
    const typed = typedIn(await request.formData())
    const route = api.organizations[':slug'].webhooks[':id'].deliveries[':change'].replay
    const param = { ...paramOf(params), change: typed.change ?? '' }
    const response = await route.$post({ param })
    if (!response.ok) return refused(response, typed, url)
    redirect(303, back(params, 'replayed'))
  },
  remove: async ({ locals: { api }, params, url }) => {
    const route = api.organizations[':slug'].webhooks[':id']
    const response = await route.$delete({ param: paramOf(params) })
    if (!response.ok) return refused(response, {}, url)
    redirect(303, localizeHref(`/organizations/${params.slug}/integrations?saved=removed`))
  },
}
