import { followedByBoth } from '#lib/server/following.ts'
import { loanPage } from '#lib/server/loan-page.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, params: { id }, url, platform }) => {
  const [loan, followed] = await Promise.all([
    loanPage({ api, id, url, platform }),
    followedByBoth({ api, id, url }),
  ])
  return { ...loan, followed }
}
