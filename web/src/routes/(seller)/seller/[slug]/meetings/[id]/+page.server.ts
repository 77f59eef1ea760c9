import { error } from '@sveltejs/kit'
import { handOver, heldMeeting } from '#lib/server/group-loan.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { api }, params, url }) => {
  const page = await heldMeeting(api, params.id, url)
  if (page.held.meeting.group.slug !== params.slug) error(404)
  return { ...page, slug: params.slug }
}

export const actions: Actions = { handOver: (event) => handOver(event, event.params.id) }
