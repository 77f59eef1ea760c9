import { redirect } from '@sveltejs/kit'
import { localizeHref } from '#lib/paraglide/runtime.js'
import { holidaysIn, linesOf } from '#lib/loan-products/holidays.ts'
import { read } from '#lib/server/api.ts'
import { refused, typedIn } from '#lib/server/forms.ts'
import { numberTyped } from '#lib/server/loan-products.ts'
import { todayOf } from '#lib/server/today.ts'
import { yearOf } from '#worker/kernel/calendar'
import { fixedHolidays } from '#worker/lending/offering/holidays/holiday'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, parent, platform, url }) => {
  const desk = locals.api.lenders[':slug']
  const [{ items: products }, { items: caps }, { items: holidays }, { me }] = await Promise.all([
    read(desk['loan-products'].$get({ param: params })),
    read(desk['rate-caps'].$get({ param: params })),
    read(desk.holidays.$get({ param: params })),
    parent(),
  ])
  const roles = me?.organizations.find((one) => one.slug === params.slug)?.roles ?? []
  const asked = Number(url.searchParams.get('year'))
  const year = asked >= 2000 && asked <= 2100 ? asked : yearOf(todayOf(platform)) + 1
  const listed = holidays.filter(({ day }) => day.startsWith(`${year}-`))
  return {
    products,
    caps,
    owner: roles.includes('owner'),
    slug: params.slug,
    holidays: { year, listed, lines: linesOf(listed.length > 0 ? listed : fixed(year)) },
  }

  function fixed(of: number) {
    return fixedHolidays(of, locals.locale)
  }
}

export const actions: Actions = {
  cap: async ({ locals: { api }, params, request, url }) => {
    const typed = typedIn(await request.formData())
    const rateOf = (text: string | undefined) => (text ? numberTyped(text) : null)
    const json = {
      since: typed.since ?? '',
      nominal: rateOf(typed.nominal),
      effective: rateOf(typed.effective),
      source: typed.source ?? '',
    }
    const response = await api.lenders[':slug']['rate-caps'].$put({ param: params, json })
    if (!response.ok) return refused(response, typed, url)
    redirect(303, localizeHref(`/lender/${params.slug}/products`))
  },
  holidays: async ({ locals: { api }, params, request, url }) => {
    const typed = typedIn(await request.formData())
    const json = { year: Number(typed.year), holidays: holidaysIn(typed.days ?? '') }
    const response = await api.lenders[':slug'].holidays.$put({ param: params, json })
    if (!response.ok) return refused(response, typed, url)
    redirect(303, localizeHref(`/lender/${params.slug}/products?year=${typed.year}`))
  },
}
