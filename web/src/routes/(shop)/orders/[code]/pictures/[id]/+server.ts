/** A picture of a return or a complaint, for the buyer who opened her order with her number. */
import { error } from '@sveltejs/kit'
import { buyerPhone } from '#lib/server/buyer-phone.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async ({ locals: { api }, params, cookies }) => {
  const param = { order: params.code.toUpperCase(), id: params.id }
  const route = api.orders[':order'].evidence[':id']
  const response = await route.$get({ param, query: buyerPhone(cookies) })
  if (!response.ok) error(404)
  const headers = {
    'content-type': response.headers.get('content-type') ?? 'application/octet-stream',
    'content-disposition': 'inline; filename="picture"',
    'cache-control': 'private, no-store',
    'x-content-type-options': 'nosniff',
  }
  return new Response(await response.arrayBuffer(), { headers })
}
