import { redirect } from '@sveltejs/kit'
import { keepTheme } from '#lib/server/theme.ts'
import type { RequestHandler } from './$types'

/** Keeps the chosen appearance and goes back to the page it was chosen on. */
export const POST: RequestHandler = async ({ request, cookies, url }) => {
  const form = await request.formData()
  keepTheme(cookies, String(form.get('theme')), url.protocol === 'https:')
  redirect(303, placeHere(String(form.get('back') ?? '/'), url))
}

/** An address of our own; whatever leads elsewhere becomes the home page. */
function placeHere(back: string, url: URL): string {
  const target = URL.canParse(back, url.origin) ? new URL(back, url.origin) : null
  if (target?.origin !== url.origin) return '/'
  return target.pathname.replace(/^\/+/, '/') + target.search
}
