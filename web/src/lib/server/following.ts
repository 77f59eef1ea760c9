/** What follows a running loan, for its page: what is read, and what its forms do. */
import { redirect } from '@sveltejs/kit'
import { localizeHref } from '#lib/paraglide/runtime.js'
import { readOwn, type ApiClient } from '#lib/server/api.ts'
import { intent, refused, rupiahIn, typedIn, type Typed } from '#lib/server/forms.ts'
import type { LocalDate } from '#worker/kernel/calendar'

type Asked = { api: ApiClient; id: string; url: URL }

/** What her borrower may read of it, and whoever works for the lender. */
export async function followedByBoth({ api, id, url }: Asked) {
  const loan = api.loans[':id']
  const param = { id }
  const [{ officer, handovers }, promises, reminders] = await Promise.all([
    readOwn(loan.officer.$get({ param }), url),
    readOwn(loan.promises.$get({ param }), url),
    readOwn(loan.reminders.$get({ param }), url),
  ])
  return { officer, handovers, promises: promises.items, reminders: reminders.items }
}

/** All of it, for the desk. */
export async function followedAtDesk({ api, id, url }: Asked, slug: string) {
  const loan = api.loans[':id']
  const param = { id }
  const [both, visits, { region }, officers] = await Promise.all([
    followedByBoth({ api, id, url }),
    readOwn(loan.visits.$get({ param }), url),
    readOwn(loan.region.$get({ param }), url),
    readOwn(api.lenders[':slug'].officers.$get({ param: { slug } }), url),
  ])
  const others = officers.items.flatMap(({ officer, stays }) =>
    officer !== null && stays && officer.id !== both.officer?.id ? [officer] : [],
  )
  return { ...both, visits: visits.items, region, others }
}

type Submitted = {
  locals: { api: ApiClient }
  params: { id: string; slug: string }
  request: Request
  url: URL
}
type Answered = Parameters<typeof refused>[0] & { ok: boolean }

/** One deed of a form of the loan's page, back to the part of the page that it was in. */
function deed(part: string, ask: (api: ApiClient, id: string, typed: Typed) => Promise<Answered>) {
  return async ({ locals: { api }, params: { id, slug }, request, url }: Submitted) => {
    const typed = typedIn(await request.formData())
    const response = await ask(api, id, typed)
    if (!response.ok) return refused(response, typed, url)
    redirect(303, localizeHref(`/lender/${slug}/loans/${id}?saved#${part}`))
  }
}

const day = (typed: Typed, name: string) => (typed[name] ?? '') as LocalDate

export const followingActions = {
  promise: deed('promises', (api, id, typed) => {
    const json = {
      amount: rupiahIn(typed, 'promised'),
      promisedOn: day(typed, 'promisedOn'),
      promisedBy: typed.promisedBy ?? '',
      madeOn: day(typed, 'madeOn'),
    }
    return api.loans[':id'].promises.$post({ param: { id }, json }, intent(typed))
  }),

  visit: deed('visits', (api, id, typed) => {
    const { place = '', note = '' } = typed
    const json = { visitedOn: day(typed, 'visitedOn'), place, note }
    return api.loans[':id'].visits.$post({ param: { id }, json }, intent(typed))
  }),

  handOver: deed('officer', (api, id, typed) => {
    const json = { toId: typed.toId ?? '', note: typed.note ?? '' }
    return api.loans[':id']['officer-handovers'].$post({ param: { id }, json }, intent(typed))
  }),
}
