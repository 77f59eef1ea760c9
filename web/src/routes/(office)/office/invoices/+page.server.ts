import { readOwn } from '#lib/server/api.ts'
import { INVOICE_STATES } from '#worker/market/procuring/invoices/requests'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, url }) => {
  const asked = Object.fromEntries(url.searchParams)
  const state = INVOICE_STATES.find((one) => one === asked.state)
  const query = {
    ...(state ? { state } : {}),
    ...(asked.month ? { month: asked.month } : {}),
    ...(asked.other ? { other: asked.other } : {}),
    ...(asked.after ? { after: asked.after } : {}),
  }
  const page = await readOwn(api.invoices.$get({ query }), url)
  const also = new URLSearchParams({
    ...(asked.month ? { month: asked.month } : {}),
    ...(asked.other ? { other: asked.other } : {}),
  }).toString()
  return { page, state: state ?? '', also }
}
