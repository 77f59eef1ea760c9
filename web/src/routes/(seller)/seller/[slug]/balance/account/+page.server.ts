import { redirect } from '@sveltejs/kit'
import { localizeHref } from '#lib/paraglide/runtime.js'
import { readOwn } from '#lib/server/api.ts'
import { refused, typedIn } from '#lib/server/forms.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, params: { slug }, url }) => {
  const after = url.searchParams.get('after')
  const enterprise = api.enterprises[':slug']
  const param = { slug }
  const [{ bankAccount }, changes] = await Promise.all([
    readOwn(enterprise.$get({ param }), url),
    readOwn(enterprise['account-changes'].$get({ param, query: after ? { after } : {} }), url),
  ])
  const waiting = changes.items.find((one) => one.status === 'waiting') ?? null
  const said = url.searchParams.get('said')
  return { slug, bankAccount, changes, waiting, isFirst: after === null, said }
}

export const actions: Actions = {
  change: async ({ locals: { api }, params, request, url }) => {
    const typed = typedIn(await request.formData())
    const json = { bank: typed.bank ?? '', number: typed.number ?? '', holder: typed.holder ?? '' }
    const route = api.enterprises[':slug']['bank-account']
    const response = await route.$put({ param: params, json })
    if (!response.ok) return refused(response, typed, url)
    redirect(303, localizeHref(`/seller/${params.slug}/balance/account?said=asked`))
  },
  stop: async ({ locals: { api }, params, request, url }) => {
    const typed = typedIn(await request.formData())
    const route = api.enterprises[':slug']['account-changes'][':id'].stop
    const response = await route.$post({ param: { slug: params.slug, id: typed.id ?? '' } })
    if (!response.ok) return refused(response, typed, url)
    redirect(303, localizeHref(`/seller/${params.slug}/balance/account?said=stopped`))
  },
}
