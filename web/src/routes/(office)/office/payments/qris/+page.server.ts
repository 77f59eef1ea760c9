import { redirect } from '@sveltejs/kit'
import { localizeHref } from '#lib/paraglide/runtime.js'
import { read } from '#lib/server/api.ts'
import { refused, typedIn } from '#lib/server/forms.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, url, parent }) => {
  const { code } = await read(api['qris-codes'].current.$get())
  const { me } = await parent()
  const mayChange = me?.permissions.includes('payment.match') ?? false
  return { code, mayChange, saved: url.searchParams.has('saved') }
}

const here = () => localizeHref('/office/payments/qris')

export const actions: Actions = {
  read: async ({ locals: { api }, request, url }) => {
    const typed = typedIn(await request.formData())
    const json = { payload: typed.payload ?? '' }
    const response = await api['qris-codes'].reading.$post({ json })
    if (!response.ok) return refused(response, typed, url)
    return { typed, problem: null, checked: await response.json() }
  },

  keep: async ({ locals: { api }, request, url }) => {
    const typed = typedIn(await request.formData())
    const json = { payload: typed.payload ?? '' }
    const response = await api['qris-codes'].current.$put({ json })
    if (!response.ok) return refused(response, typed, url)
    redirect(303, `${here()}?saved`)
  },

  remove: async ({ locals: { api }, url }) => {
    const response = await api['qris-codes'].current.$delete()
    if (!response.ok) return refused(response, {}, url)
    redirect(303, here())
  },
}
