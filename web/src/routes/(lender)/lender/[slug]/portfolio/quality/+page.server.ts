import { redirect } from '@sveltejs/kit'
import { localizeHref } from '#lib/paraglide/runtime.js'
import { belongingIn } from '#lib/rooms.ts'
import { readOwn } from '#lib/server/api.ts'
import { numberIn, refused, typedIn } from '#lib/server/forms.ts'
import { roleHolds } from '#worker/identity/permissions'
import { CLASSES } from '#worker/lending/reporting/quality/quality'
import { PROFILES } from '#worker/lending/reporting/quality/profiles'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, params, url, parent }) => {
  const route = api.lenders[':slug']['quality-profile']
  const [rules, { me }] = await Promise.all([
    readOwn(route.$get({ param: { slug: params.slug } }), url),
    parent(),
  ])
  const roles = belongingIn(me, 'lender', params.slug)?.roles ?? []
  const mayChoose = roles.some((role) => roleHolds('quality-profile.manage', 'lender', role))
  const saved = url.searchParams.has('saved')
  return { ...rules, mayChoose, saved, base: `/lender/${params.slug}` }
}

export const actions: Actions = {
  choose: async ({ locals: { api }, params, request, url }) => {
    const typed = typedIn(await request.formData())
    const profile = PROFILES.find((one) => one === typed.profile) ?? 'koperasi'
    const classes = CLASSES.map((name) => ({
      name,
      overDays: name === 'current' ? 0 : numberIn(typed, `days-${name}`),
      bps: Math.round(numberIn(typed, `rate-${name}`) * 100),
    }))
    const own = { profile: 'own', classes: classes as never, source: typed.source ?? '' } as const
    const json = profile === 'own' ? own : { profile }
    const route = api.lenders[':slug']['quality-profile']
    const response = await route.$put({ param: { slug: params.slug }, json })
    if (!response.ok) return refused(response, typed, url)
    redirect(303, localizeHref(`/lender/${params.slug}/portfolio/quality?saved`))
  },
}
