import { fail, redirect } from '@sveltejs/kit'
import { localizeHref } from '#lib/paraglide/runtime.js'
import { read } from '#lib/server/api.ts'
import { intent, refused, typedIn, type Typed } from '#lib/server/forms.ts'
import { statementIn } from '#lib/server/statement-file.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, url, parent }) => {
  const at = url.searchParams
  const after = at.get('after')
  const page = await read(api['statement-lines'].$get({ query: after ? { after } : {} }))
  const { me } = await parent()
  const count = (name: string) => (at.has(name) ? Number(at.get(name)) : null)
  return {
    page,
    isFirst: !after,
    mayMatch: me?.permissions.includes('payment.match') ?? false,
    done: {
      matched: count('matched'),
      decided: at.has('decided'),
    },
    keys: Object.fromEntries(page.items.map(({ id }) => [id, crypto.randomUUID()])),
    key: crypto.randomUUID(),
  }
}

const here = () => localizeHref('/office/payments/statements')

export const actions: Actions = {
  import: async ({ locals: { api }, request, url }) => {
    const form = await request.formData()
    const typed = typedIn(form)
    const json = await statementIn(form, typed)
    if (json === null) return fail(400, { typed, problem: null, imported: null, missing: true })
    const response = await api.statements.$post({ json }, intent(typed))
    if (!response.ok) {
      const answer = await refused(response, typed, url)
      return fail(answer.status, { ...answer.data, imported: null, missing: false })
    }
    return { typed: {} as Typed, problem: null, imported: await response.json(), missing: false }
  },

  all: async ({ locals: { api }, request, url }) => {
    const form = await request.formData()
    const typed = typedIn(form)
    const lines = form.getAll('line').map(String)
    const response = await api['statement-lines'].matches.$post({ json: { lines } }, intent(typed))
    if (!response.ok) return refused(response, typed, url)
    const { settled } = await response.json()
    redirect(303, `${here()}?matched=${settled.length}`)
  },

  decide: async ({ locals: { api }, request, url }) => {
    const typed = typedIn(await request.formData())
    const decision = (typed.decision ?? '') as 'settle'
    const response = await api['statement-lines'][':id'].decision.$post(
      { param: { id: typed.id ?? '' }, json: { decision, code: typed.code ?? '' } },
      intent(typed),
    )
    if (!response.ok) return refused(response, typed, url)
    redirect(303, `${here()}?decided`)
  },

  invoice: async ({ locals: { api }, request, url }) => {
    const typed = typedIn(await request.formData())
    const response = await api.invoices[':id']['statement-line'].$post(
      { param: { id: typed.invoice ?? '' }, json: { line: typed.id ?? '' } },
      intent(typed),
    )
    if (!response.ok) return refused(response, typed, url)
    redirect(303, `${here()}?decided`)
  },
}
