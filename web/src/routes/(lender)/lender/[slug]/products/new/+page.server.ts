import { redirect } from '@sveltejs/kit'
import { localizeHref } from '#lib/paraglide/runtime.js'
import { numberIn, refused, rupiahIn, typedIn, type Typed } from '#lib/server/forms.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ params }) => ({ slug: params.slug })

const oneOf = <const T extends string>(value: string | undefined, all: readonly T[]): T =>
  all.find((one) => one === value) ?? all[0]!

function feesIn(typed: Typed) {
  const percent = numberIn(typed, 'feeRate')
  if (percent === 0) return []
  return [{ name: 'Biaya administrasi', kind: 'atDisbursement' as const, percent }]
}

export const actions: Actions = {
  default: async ({ locals: { api }, params, request, url }) => {
    const typed = typedIn(await request.formData())
    const json = {
      name: typed.name ?? '',
      description: typed.description ?? '',
      audience: oneOf(typed.audience, ['any', 'person', 'group']),
      annualRate: numberIn(typed, 'annualRate'),
      interestMethod: oneOf(typed.interestMethod, ['declining', 'flat']),
      amortization: oneOf(typed.amortization, ['equalInstalment', 'equalPrincipal']),
      every: numberIn(typed, 'every'),
      unit: oneOf(typed.unit, ['month', 'week', 'day']),
      minPrincipal: rupiahIn(typed, 'minPrincipal'),
      maxPrincipal: rupiahIn(typed, 'maxPrincipal'),
      minInstalments: numberIn(typed, 'minInstalments'),
      maxInstalments: numberIn(typed, 'maxInstalments'),
      roundInstalmentTo: Number(oneOf(typed.roundTo, ['100', '1', '500', '1000'])),
      fees: feesIn(typed),
    }
    const route = api.lenders[':slug']['loan-products']
    const response = await route.$post({ param: params, json })
    if (!response.ok) return refused(response, typed, url)
    redirect(303, localizeHref(`/lender/${params.slug}/products`))
  },
}
