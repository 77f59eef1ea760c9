import { error, redirect } from '@sveltejs/kit'
import { localizeHref } from '#lib/paraglide/runtime.js'
import { readOwn } from '#lib/server/api.ts'
import { refused, typedIn } from '#lib/server/forms.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, params, url }) => {
  const { slug, personId } = params
  const organization = await readOwn(api.organizations[':slug'].$get({ param: { slug } }), url)
  const member = organization.members.find((one) => one.personId === personId)
  return { organization, member: member ?? error(404) }
}

const backTo = (slug: string, saved: string) =>
  localizeHref(`/organizations/${slug}/members?saved=${saved}`)

export const actions: Actions = {
  roles: async ({ locals: { api }, params, request, url }) => {
    const form = await request.formData()
    const roles = form.getAll('roles').map(String)
    const route = api.organizations[':slug'].members[':personId'].roles
    const response = await route.$put({ param: params, json: { roles } })
    if (!response.ok) return refused(response, { roles: roles.join(' ') }, url)
    redirect(303, backTo(params.slug, 'roles'))
  },
  remove: async ({ locals: { api }, params, request, url }) => {
    const typed = typedIn(await request.formData())
    const route = api.organizations[':slug'].members[':personId']
    const response = await route.$delete({ param: params })
    if (!response.ok) return refused(response, typed, url)
    redirect(303, backTo(params.slug, 'removed'))
  },
}
