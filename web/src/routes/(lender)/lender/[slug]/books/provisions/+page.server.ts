import { redirect } from '@sveltejs/kit'
import { localizeHref } from '#lib/paraglide/runtime.js'
import { belongingIn } from '#lib/rooms.ts'
import { readOwn } from '#lib/server/api.ts'
import { intent, numberIn, refused, rupiahIn, typedIn } from '#lib/server/forms.ts'
import { roleHolds } from '#worker/identity/permissions'
import { CLASSES } from '#worker/lending/bookkeeping/provisions/provision'
import type { PortfolioAnswer } from '#worker/lending/reporting/portfolio/answers'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, params, url, parent }) => {
  const after = url.searchParams.get('after')
  const route = api.lenders[':slug'].provisions
  const portfolioRoute = api.lenders[':slug'].portfolio
  const [provisions, portfolio, { me }] = await Promise.all([
    readOwn(route.$get({ param: { slug: params.slug }, query: after ? { after } : {} }), url),
    readOwn(portfolioRoute.$get({ param: { slug: params.slug } }), url),
    parent(),
  ])
  const roles = belongingIn(me, 'lender', params.slug)?.roles ?? []
  return {
    provisions,
    counted: countedOf(portfolio),
    isFirst: after === null,
    base: `/lender/${params.slug}/books`,
    mayProvide: roles.some((role) => roleHolds('period.close', 'lender', role)),
    saved: url.searchParams.has('saved'),
    key: crypto.randomUUID(),
  }
}

/** What the portfolio says of each class, as it would be typed. */
function countedOf({ day, classes, profile }: PortfolioAnswer): Record<string, string> {
  if (day === null) return {}
  const typed = classes.flatMap(({ name, balance, bps }): [string, string][] => [
    [`balance-${name}`, String(balance)],
    [`rate-${name}`, String(bps / 100).replace('.', ',')],
  ])
  return { ...Object.fromEntries(typed), source: `${profile.source}, ${day}`.slice(0, 200) }
}

export const actions: Actions = {
  provide: async ({ locals: { api }, params, request, url }) => {
    const typed = typedIn(await request.formData())
    const classes = CLASSES.map((name) => ({
      class: name,
      balance: typed[`balance-${name}`]?.trim() ? rupiahIn(typed, `balance-${name}`) : 0,
      bps: Math.round(numberIn(typed, `rate-${name}`) * 100),
    }))
    const dryRun = typed.intent !== 'book'
    const json = { source: typed.source ?? '', classes, dryRun }
    const route = api.lenders[':slug'].provisions
    // What is only worked out is no intent of its own; what is booked after it, is.
    const asked = dryRun ? { ...typed, key: crypto.randomUUID() } : typed
    const response = await route.$post({ param: { slug: params.slug }, json }, intent(asked))
    if (!response.ok) return refused(response, typed, url)
    if (dryRun) return { problem: undefined, typed, worked: await response.json() }
    redirect(303, localizeHref(`/lender/${params.slug}/books/provisions?saved`))
  },
}
