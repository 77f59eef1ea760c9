import { redirect } from '@sveltejs/kit'
import { localizeHref } from '#lib/paraglide/runtime.js'
import { read } from '#lib/server/api.ts'
import { numberIn, refused, typedIn } from '#lib/server/forms.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api } }) => ({
  cart: await read(api.carts[':token'].$get({ param: { token: 'current' } })),
})

export const actions: Actions = {
  line: async ({ locals: { api }, request, url }) => {
    const typed = typedIn(await request.formData())
    const response = await api.carts[':token'].lines[':variantId'].$put({
      param: { token: 'current', variantId: typed.variantId ?? '' },
      json: { quantity: numberIn(typed, 'quantity'), saved: typed.saved === 'yes' },
    })
    if (!response.ok) return refused(response, typed, url)
    redirect(303, localizeHref('/basket'))
  },
}
