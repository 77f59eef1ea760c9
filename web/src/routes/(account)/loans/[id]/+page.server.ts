import { loanPage } from '#lib/server/loan-page.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = ({ locals: { api }, params: { id }, url, platform }) =>
  loanPage({ api, id, url, platform })
