import type { RequestHandler } from './$types'

/** Rooms of their own and what belongs to one buyer are nobody else's business. */
const CLOSED = [
  ...['/api/', '/seller', '/office', '/lender', '/account', '/security', '/sign-in'],
  ...['/basket', '/checkout', '/purchases/', '/orders', '/receipts/', '/organizations/', '/loans'],
]

export const GET: RequestHandler = ({ url }) => {
  const lines = CLOSED.flatMap((path) => [`Disallow: ${path}`, `Disallow: /en${path}`])
  const text = ['User-agent: *', ...lines, `Sitemap: ${url.origin}/sitemap.xml`, ''].join('\n')
  return new Response(text, {
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': 'public, max-age=3600',
    },
  })
}
