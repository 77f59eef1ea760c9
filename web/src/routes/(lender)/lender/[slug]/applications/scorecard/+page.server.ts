import { redirect } from '@sveltejs/kit'
import { localizeHref } from '#lib/paraglide/runtime.js'
import { readOwn } from '#lib/server/api.ts'
import { numberIn, refused, typedIn, type Typed } from '#lib/server/forms.ts'
import { FACT_NAMES, type FactName } from '#worker/lending/reviewing/scorecards/scorecard'
import type { Actions, PageServerLoad } from './$types'

/** So many steps a fact may have on the form. */
const STEPS = 6

export const load: PageServerLoad = async ({ locals: { api }, params, parent, url }) => {
  const route = api.lenders[':slug'].scorecards
  const [{ items }, { me }] = await Promise.all([
    readOwn(route.$get({ param: params, query: { limit: '50' } }), url),
    parent(),
  ])
  const mayChange = me?.permissions.includes('scorecard.manage') ?? false
  const isSaved = url.searchParams.has('saved')
  return { cards: items, mayChange, isSaved, steps: STEPS, slug: params.slug }
}

/** Steps left empty are not meant. */
function stepsIn(typed: Typed, fact: FactName) {
  return Array.from({ length: STEPS }, (_, i) => i).flatMap((i) => {
    const [from, points] = [`from.${fact}.${i}`, `points.${fact}.${i}`]
    if (!typed[from]?.trim() && !typed[points]?.trim()) return []
    return [{ from: numberIn(typed, from), points: numberIn(typed, points) }]
  })
}

export const actions: Actions = {
  default: async ({ locals: { api }, params, request, url }) => {
    const typed = typedIn(await request.formData())
    const json = {
      rules: FACT_NAMES.map((fact) => ({
        fact,
        weight: numberIn(typed, `weight.${fact}`),
        steps: stepsIn(typed, fact),
      })),
      bands: { look: numberIn(typed, 'look'), lend: numberIn(typed, 'lend') },
      note: typed.note ?? '',
      since: numberIn(typed, 'since'),
    }
    const response = await api.lenders[':slug'].scorecards.$post({ param: params, json })
    if (!response.ok) return refused(response, typed, url)
    redirect(303, `${localizeHref(`/lender/${params.slug}/applications/scorecard`)}?saved`)
  },
}
