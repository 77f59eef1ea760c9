import { redirect } from '@sveltejs/kit'
import { belongingIn } from '#lib/rooms.ts'
import { localizeHref } from '#lib/paraglide/runtime.js'
import { readOwn } from '#lib/server/api.ts'
import { intent, refused, typedIn } from '#lib/server/forms.ts'
import { roleHolds, type Permission } from '#worker/identity/permissions'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, params, url, parent }) => {
  const after = url.searchParams.get('after')
  const lender = api.lenders[':slug']
  const query = { limit: '10', ...(after ? { after } : {}) }
  const [officers, handovers, { me }] = await Promise.all([
    readOwn(lender.officers.$get({ param: params }), url),
    readOwn(lender['officer-handovers'].$get({ param: params, query }), url),
    parent(),
  ])
  const roles = belongingIn(me, 'lender', params.slug)?.roles ?? []
  const holds = (permission: Permission) =>
    roles.some((role) => roleHolds(permission, 'lender', role))
  return {
    officers: officers.items,
    handovers,
    may: { assign: holds('officer.assign'), portfolio: holds('portfolio.read') },
    done: { to: url.searchParams.get('to'), count: url.searchParams.get('count') },
    more: url.searchParams.has('more'),
    ...{ slug: params.slug, isFirst: after === null, key: crypto.randomUUID() },
  }
}

/** As the form names whoever is nobody. */
const NOBODY = 'nobody'

export const actions: Actions = {
  default: async ({ locals: { api }, params, request, url }) => {
    const typed = typedIn(await request.formData())
    const { fromId = '', toId = '', note = '' } = typed
    const json = { fromId: fromId === NOBODY ? null : fromId, toId, note }
    const route = api.lenders[':slug']['officer-handovers']
    const response = await route.$post({ param: params, json }, intent(typed))
    if (!response.ok) return refused(response, typed, url)
    const { to, loans, more } = await response.json()
    const said = new URLSearchParams({ to: to.name, count: String(loans) })
    if (more) said.set('more', '')
    redirect(303, `${localizeHref(`/lender/${params.slug}/officers`)}?${said}`)
  },
}
