import { fail, redirect } from '@sveltejs/kit'
import { localizeHref } from '#lib/paraglide/runtime.js'
import { problemOf, read, readOwn, type ApiClient } from '#lib/server/api.ts'
import { applicationIn, contentOf, digitsIn } from '#lib/server/applying.ts'
import { intent, numberIn, refused, typedIn, type Typed } from '#lib/server/forms.ts'
import { CONSENT_TEXTS } from '#worker/identity/consents/texts'
import type { Actions, PageServerLoad } from './$types'

const PAPERS = ['business-photo', 'plan', 'ktp'] as const

export const load: PageServerLoad = async ({ locals: { api, locale }, url, parent }) => {
  const { me } = await parent()
  if (!me) {
    const next = encodeURIComponent(url.pathname + url.search)
    redirect(303, `${localizeHref('/sign-in')}?next=${next}`)
  }
  const groups = me.organizations.filter(
    (one) =>
      one.kind === 'enterprise' && one.roles.some((role) => ['chair', 'treasurer'].includes(role)),
  )
  const [{ items }, drafts, ...members] = await Promise.all([
    read(api['loan-products'].$get({ query: { limit: '100' } })),
    readOwn(api['application-drafts'].$get(), url),
    ...groups.map(({ slug }) => membersOf(api, slug)),
  ])
  const asked = url.searchParams.get('draft')
  const draft = drafts.items.find((one) => one.id === asked) ?? null
  const product = url.searchParams.get('product') ?? draft?.content.productId ?? items[0]?.id ?? ''
  return {
    products: items,
    chosen: product,
    groups: groups.map(({ id, name }, i) => ({ id, name, members: members[i] ?? [] })),
    texts: {
      sales: CONSENT_TEXTS['sales-history'][locale],
      identity: CONSENT_TEXTS.identity[locale],
      bureau: CONSENT_TEXTS.bureau[locale],
    },
    drafts: drafts.items.filter((one) => one.id !== draft?.id),
    draft,
    draftId: draft?.id ?? crypto.randomUUID(),
    kept: url.searchParams.has('kept'),
    key: crypto.randomUUID(),
  }
}

/** Whoever is in the group, as far as she may take a share. */
async function membersOf(api: ApiClient, slug: string) {
  const { members } = await read(api.organizations[':slug'].$get({ param: { slug } }))
  return members.map(({ personId, name }) => ({ personId, name }))
}

export const actions: Actions = {
  send: async ({ locals: { api }, request, url }) => {
    const form = await request.formData()
    const typed = typedIn(form)
    const json = applicationIn(typed)
    const response = await api['loan-applications'].$post({ json }, intent(typed))
    if (!response.ok) return refused(response, typed, url)
    const { id } = await response.json()
    await sendPapers(api, id, form, typed)
    redirect(303, localizeHref(`/loan-applications/${id}?saved`))
  },
  save: async ({ locals: { api }, request, url }) => {
    const typed = typedIn(await request.formData())
    const id = typed.draft || crypto.randomUUID()
    const json = { content: contentOf(typed), seen: Number(typed.seen) || 0 }
    const response = await api['application-drafts'][':id'].$put({ param: { id }, json })
    if (!response.ok) return refused(response, typed, url)
    redirect(303, localizeHref(`/loan-applications/new?draft=${id}&kept`))
  },
  check: async ({ locals: { api }, request, url }) => {
    const typed = typedIn(await request.formData())
    const instalments = String(numberIn(typed, 'instalments'))
    const query = {
      amount: digitsIn(typed, 'amount') ?? '',
      instalments,
      monthlyIncome: digitsIn(typed, 'monthlyIncome') ?? '0',
      monthlyCosts: digitsIn(typed, 'monthlyCosts') ?? '0',
    }
    const route = api['loan-products'][':id'].capacity
    const response = await route.$get({ param: { id: typed.productId ?? '' }, query })
    if (!response.ok) return refused(response, typed, url)
    return { typed, capacity: await response.json(), problem: undefined }
  },
  throw: async ({ locals: { api }, request, url }) => {
    const typed = typedIn(await request.formData())
    const param = { id: typed.thrown ?? '' }
    const response = await api['application-drafts'][':id'].$delete({ param })
    if (!response.ok) return fail(404, { problem: await problemOf(response as Response), typed })
    redirect(303, localizeHref(url.pathname))
  },
}

/** Papers follow the application; one that is refused can be handed in again on its page. */
async function sendPapers(api: ApiClient, id: string, form: FormData, typed: Typed) {
  for (const kind of PAPERS) {
    const file = form.get(`paper.${kind}`)
    if (!(file instanceof File) || file.size === 0) continue
    const { headers } = intent({ key: `${typed.key ?? crypto.randomUUID()}-${kind}` })
    await api['loan-applications'][':id'].attachments.$post(
      { param: { id }, query: { kind } },
      {
        headers: { ...headers, 'content-type': 'application/octet-stream' },
        init: { body: await file.arrayBuffer() },
      },
    )
  }
}
