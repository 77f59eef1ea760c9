import { redirect } from '@sveltejs/kit'
import { localizeHref } from '#lib/paraglide/runtime.js'
import { descriptionIn, optionsIn, variantsIn } from '#lib/seller-products.ts'
import { read } from '#lib/server/api.ts'
import { intent, refused, typedIn } from '#lib/server/forms.ts'
import { networkOf } from '#lib/server/network.ts'
import { photosIn } from '#lib/server/photos.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api } }) => ({
  categories: (await read(api.categories.$get({ query: {} }))).items,
  key: crypto.randomUUID(),
})

export const actions: Actions = {
  default: async ({ locals: { api }, params, request, url, platform }) => {
    const form = await request.formData()
    const typed = typedIn(form)
    const json = {
      ...descriptionIn(typed, networkOf(platform).zone),
      options: optionsIn(typed),
      variants: variantsIn(typed),
    }
    const response = await api.enterprises[':slug'].products.$post(
      { param: params, json },
      intent(typed),
    )
    if (!response.ok) return refused(response, typed, url)
    const { id } = await response.json()

    // The product is kept from here on: what goes wrong with a photo is told on its own page.
    const own = { param: { id } }
    let said = 'saved'
    for (const photo of photosIn(form)) {
      const added = await api.products[':id'].photos.$post(own, { init: { body: photo } })
      if (!added.ok) said = 'photo'
    }
    if (typed.then === 'list' && said === 'saved') {
      const listed = await api.products[':id'].status.$put({ ...own, json: { status: 'listed' } })
      if (listed.ok) said = 'listed'
    }
    // The first steps go on from where they were left.
    if (said === 'listed' && url.searchParams.get('then') === 'start') {
      redirect(303, localizeHref(`/seller/${params.slug}/start`))
    }
    redirect(303, localizeHref(`/seller/${params.slug}/products/${id}?said=${said}`))
  },
}
