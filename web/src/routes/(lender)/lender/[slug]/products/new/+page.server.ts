import { redirect } from '@sveltejs/kit'
import { localizeHref } from '#lib/paraglide/runtime.js'
import { askedIn, typedOf, type Typed } from '#lib/loan-products/asked.ts'
import { read } from '#lib/server/api.ts'
import { refused, typedIn } from '#lib/server/forms.ts'
import { exampleAsked, groundOf, numberTyped } from '#lib/server/loan-products.ts'
import { tellOffer } from '#worker/lending/offering/loan-products/telling'
import { TEMPLATES, type Template } from '#worker/lending/offering/loan-products/templates'
import { percentOf } from '#worker/lending/offering/schedules/rate'
import type { Actions, PageServerLoad } from './$types'

/** The form as a template fills it, in the owner's language. */
function typedFrom({ offer, name, description, ownCap }: Template, locale: 'id' | 'en'): Typed {
  const named = { ...offer, name: name[locale], description: description[locale] }
  return {
    ...typedOf(tellOffer(named)),
    ...(ownCap
      ? { capRate: String(percentOf(ownCap.effective)), capSource: ownCap.source[locale] }
      : {}),
  }
}

export const load: PageServerLoad = async (event) => {
  const { params, url, locals } = event
  const { locale } = locals
  const chosen = TEMPLATES.find(({ slug }) => slug === url.searchParams.get('template'))
  const templates = TEMPLATES.map(({ slug, name, description, source }) => ({
    slug,
    name: name[locale],
    description: description[locale],
    source: source[locale],
  }))
  if (!chosen) return { slug: params.slug, templates, form: null }
  const ground = await groundOf(event, params.slug)
  const isBound = ground.caps.some((cap) => cap.programme === '' && cap.since <= ground.today)
  return {
    slug: params.slug,
    templates,
    form: {
      typed: typedFrom(chosen, locale),
      slug: chosen.slug,
      source: chosen.source[locale],
      asksCap: chosen.ownCap !== null && !isBound,
      ground,
    },
  }
}

export const actions: Actions = {
  example: exampleAsked,
  offer: async ({ locals: { api }, params, request, url }) => {
    const typed = typedIn(await request.formData())
    const desk = api.lenders[':slug']
    if (typed.capRate !== undefined) {
      const json = {
        since: typed.capSince ?? '',
        effective: numberTyped(typed.capRate),
        source: typed.capSource ?? '',
      }
      const recorded = await desk['rate-caps'].$put({ param: params, json })
      if (!recorded.ok) return refused(recorded, typed, url)
    }
    const response = await desk['loan-products'].$post({ param: params, json: askedIn(typed) })
    if (!response.ok) return refused(response, typed, url)
    const { id } = await read(response)
    redirect(303, localizeHref(`/lender/${params.slug}/products/${id}`))
  },
}
