import { redirect } from '@sveltejs/kit'
import { localizeHref } from '#lib/paraglide/runtime.js'
import { readOwn } from '#lib/server/api.ts'
import { refused, typedIn } from '#lib/server/forms.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, params: { slug }, url }) => {
  const papers = await readOwn(api.enterprises[':slug'].papers.$get({ param: { slug } }), url)
  return { papers, slug, saved: url.searchParams.has('saved') }
}

export const actions: Actions = {
  default: async ({ locals: { api }, params: { slug }, request, url }) => {
    const typed = typedIn(await request.formData())
    const { legalName = '', npwp = '', nib = '', address = '' } = typed
    const { signatory = '', signatoryTitle = '', pkpSince } = typed
    const json = { legalName, npwp, nib, address, signatory, signatoryTitle }
    const route = api.enterprises[':slug'].papers
    const response = await route.$put({
      param: { slug },
      json: { ...json, pkpSince: pkpSince || null },
    })
    if (!response.ok) return refused(response, typed, url)
    redirect(303, localizeHref(`/seller/${slug}/papers?saved`))
  },
}
