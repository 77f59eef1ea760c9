import { redirect } from '@sveltejs/kit'
import { dateOf } from '#lib/format.ts'
import { localizeHref } from '#lib/paraglide/runtime.js'
import { readOwn } from '#lib/server/api.ts'
import { intent, numberIn, refused, typedIn } from '#lib/server/forms.ts'
import type { CommissionScope } from '#worker/market/buying/commission-rules/commission-rule'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, url, parent }) => {
  const after = url.searchParams.get('after')
  const query = after ? { after } : {}
  const page = await readOwn(api['commission-rules'].$get({ query }), url)
  const { network } = await parent()
  return {
    rules: page.items,
    next: page.next,
    settingBps: page.settingBps,
    isFirst: after === null,
    today: dateOf(Date.now(), network.zone),
    isSaved: url.searchParams.has('saved'),
  }
}

const done = () => redirect(303, `${localizeHref('/office/commission')}?saved`)

export const actions: Actions = {
  make: async ({ locals: { api }, request, url }) => {
    const typed = typedIn(await request.formData())
    const json = {
      scope: (typed.scope ?? '') as CommissionScope,
      reference: typed.scope === 'default' ? '' : (typed.reference ?? ''),
      bps: Math.round(numberIn(typed, 'percent') * 100),
      since: typed.since ?? '',
      until: typed.until || null,
    }
    const response = await api['commission-rules'].$post({ json }, intent(typed))
    return response.ok ? done() : refused(response, typed, url)
  },

  end: async ({ locals: { api }, request, url }) => {
    const typed = typedIn(await request.formData())
    const asked = { param: { id: typed.id ?? '' }, json: { until: typed.until ?? '' } }
    const response = await api['commission-rules'][':id'].end.$post(asked, intent(typed))
    return response.ok ? done() : refused(response, typed, url)
  },
}
