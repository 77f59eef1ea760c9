import { redirect } from '@sveltejs/kit'
import { localizeHref } from '#lib/paraglide/runtime.js'
import { read } from '#lib/server/api.ts'
import { refused, typedIn } from '#lib/server/forms.ts'
import type { Actions, PageServerLoad } from './$types'

export const csr = false

export const load: PageServerLoad = async ({ locals: { api }, params, url }) => {
  const [after, questionsAfter] = [url.searchParams.get('after'), url.searchParams.get('asked')]
  const param = params
  const [product, reviews, questions] = await Promise.all([
    read(api.products[':slug'].$get({ param })),
    read(api.products[':slug'].reviews.$get({ param, query: after ? { after } : {} })),
    read(
      api.products[':slug'].questions.$get({
        param,
        query: questionsAfter ? { after: questionsAfter } : {},
      }),
    ),
  ])
  return { product, reviews, questions, saved: url.searchParams.has('saved') }
}

export const actions: Actions = {
  default: async ({ locals: { api }, params, request, url }) => {
    const typed = typedIn(await request.formData())
    const json = { text: typed.text ?? '' }
    const response = await api.products[':slug'].questions.$post({ param: params, json })
    if (!response.ok) return refused(response, typed, url)
    redirect(303, `${localizeHref(`/products/${params.slug}/reviews`)}?saved#questions`)
  },
}
