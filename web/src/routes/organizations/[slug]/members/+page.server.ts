import { redirect } from '@sveltejs/kit'
import { localizeHref } from '#lib/paraglide/runtime.js'
import { type ApiClient, readOwn } from '#lib/server/api.ts'
import { refused, typedIn } from '#lib/server/forms.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, params, url }) => {
  const [organization, invitations] = await Promise.all([
    readOwn(api.organizations[':slug'].$get({ param: params }), url),
    openInvitations(api, params.slug),
  ])
  return {
    organization,
    invitations,
    manages: invitations !== null,
    saved: url.searchParams.get('saved'),
    // In a form's answer the address would be the action's.
    account: url.origin + localizeHref('/account'),
  }
}

/** Null for who may not see them: she does not manage the organization. */
async function openInvitations(api: ApiClient, slug: string) {
  const response = await api.organizations[':slug'].invitations.$get({ param: { slug } })
  return response.ok ? (await response.json()).items : null
}

export const actions: Actions = {
  invite: async ({ locals: { api }, params, request, url }) => {
    const typed = typedIn(await request.formData())
    const json = { phone: typed.phone ?? '', role: typed.role ?? '' }
    const response = await api.organizations[':slug'].invitations.$post({ param: params, json })
    if (!response.ok) return refused(response, typed, url)
    redirect(303, localizeHref(`/organizations/${params.slug}/members?saved=invited`))
  },
  withdraw: async ({ locals: { api }, params, request, url }) => {
    const typed = typedIn(await request.formData())
    const route = api.organizations[':slug'].invitations[':id']
    const response = await route.$delete({ param: { ...params, id: typed.id ?? '' } })
    if (!response.ok) return refused(response, typed, url)
    redirect(303, localizeHref(`/organizations/${params.slug}/members?saved=withdrawn`))
  },
}
