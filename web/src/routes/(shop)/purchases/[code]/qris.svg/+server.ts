import { buyerPhone } from '#lib/server/buyer-phone.ts'
import type { RequestHandler } from './$types'

/** The code as a picture to keep; the same credentials as the page. */
export const GET: RequestHandler = async ({ locals: { api }, params, cookies }) => {
  const code = params.code.toUpperCase()
  const response = await api.purchases[':code']['qris.svg'].$get({
    param: { code },
    query: buyerPhone(cookies),
  })
  const { status, headers } = response
  const body = await response.arrayBuffer()
  return new Response(body, {
    status,
    headers: {
      'content-type': headers.get('content-type') ?? 'application/octet-stream',
      'content-disposition': headers.get('content-disposition') ?? 'attachment',
      'cache-control': 'no-store',
    },
  })
}
