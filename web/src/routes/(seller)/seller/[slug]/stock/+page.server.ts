import { fail, redirect } from '@sveltejs/kit'
import { localizeHref } from '#lib/paraglide/runtime.js'
import { readOwn } from '#lib/server/api.ts'
import { intent, refused, typedIn, type Typed } from '#lib/server/forms.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, params, url }) => {
  const after = url.searchParams.get('after')
  const query = after ? { after } : {}
  const list = await readOwn(api.enterprises[':slug'].shelves.$get({ param: params, query }), url)
  const [saved, key] = [url.searchParams.get('saved'), crypto.randomUUID()]
  return {
    shelves: list.items,
    next: list.next,
    paged: after !== null,
    slug: params.slug,
    saved,
    key,
  }
}

/** What was typed beside what lay there; shelves left empty were not counted. */
function countsIn(typed: Typed) {
  return Object.entries(typed).flatMap(([name, text]) => {
    const variantId = /^counted\.(.+)$/.exec(name)?.[1]
    if (!variantId || text.trim() === '') return []
    const counted = /^\d{1,7}$/.test(text.trim()) ? Number(text) : Number.NaN
    return [{ variantId, counted, seen: Number(typed[`seen.${variantId}`]) }]
  })
}

export const actions: Actions = {
  /** Shows what differs before anything is saved. */
  look: async ({ request }) => {
    const typed = typedIn(await request.formData())
    return { looked: true, typed, problem: null, counts: countsIn(typed) }
  },
  save: async ({ locals: { api }, params, request, url }) => {
    const typed = typedIn(await request.formData())
    const counts = countsIn(typed)
    const json = { reason: typed.reason ?? '', counts }
    const asked = { param: params, json }
    const response = await api.enterprises[':slug']['stock-counts'].$post(asked, intent(typed))
    if (!response.ok) {
      const refusal = await refused(response, typed, url)
      return fail(refusal.status, { ...refusal.data, looked: true, counts })
    }
    const { changed } = await response.json()
    redirect(303, `${localizeHref(`/seller/${params.slug}/stock`)}?saved=${changed}`)
  },
}
