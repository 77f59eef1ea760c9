import { fail, redirect } from '@sveltejs/kit'
import { localizeHref } from '#lib/paraglide/runtime.js'
import { readOwn } from '#lib/server/api.ts'
import { intent, refused, rupiahIn, typedIn, type Typed } from '#lib/server/forms.ts'
import { todayOf } from '#lib/server/today.ts'
import { EXPENSES, type Expense, type HandCode } from '#worker/ledger/chart/hand'
import type { Actions, PageServerLoad } from './$types'

const LINES = 6

export const load: PageServerLoad = async ({ locals: { api }, params, url, platform }) => {
  const route = api.lenders[':slug'].periods
  await readOwn(route.$get({ param: { slug: params.slug }, query: { limit: '1' } }), url)
  return {
    base: `/lender/${params.slug}/book-proposals`,
    today: todayOf(platform),
    lines: LINES,
    key: crypto.randomUUID(),
  }
}

/** What was chosen: an account, or `operating-expenses/rent`. */
function lineOf(typed: Typed, n: number) {
  const [code = '', category] = (typed[`account-${n}`] ?? '').split('/')
  const side = (name: string) => (typed[name]?.trim() ? rupiahIn(typed, name) : 0)
  return {
    code: code as HandCode,
    ...(category && category in EXPENSES ? { category: category as Expense } : {}),
    debit: side(`debit-${n}`),
    credit: side(`credit-${n}`),
  }
}

export const actions: Actions = {
  default: async ({ locals: { api }, params, request, url }) => {
    const typed = typedIn(await request.formData())
    const filled = Array.from({ length: LINES }, (_, n) => n).filter((n) =>
      ['account', 'debit', 'credit'].some((name) => typed[`${name}-${n}`]?.trim()),
    )
    const lines = filled.map((n) => lineOf(typed, n))
    const json = {
      kind: 'entry',
      on: typed.on ?? '',
      description: typed.description ?? '',
      lines,
    } as const
    const route = api.lenders[':slug']['book-proposals']
    const response = await route.$post({ param: { slug: params.slug }, json }, intent(typed))
    if (!response.ok) {
      const answer = await refused(response, typed, url)
      const { problem } = answer.data
      // The lines that were left empty were not sent: point at those that were typed.
      const errors = problem.errors?.map((one) => {
        const [, at = '', rest = ''] = /^\/lines\/(\d+)(.*)$/.exec(one.pointer) ?? []
        const n = filled[Number(at)]
        return at === '' || n === undefined ? one : { ...one, pointer: `/lines/${n}${rest}` }
      })
      const pointed = errors ? { ...problem, errors } : problem
      return fail(answer.status, { problem: pointed, typed })
    }
    const { id } = await response.json()
    redirect(303, localizeHref(`/lender/${params.slug}/book-proposals/${id}?saved`))
  },
}
