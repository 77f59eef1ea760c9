import type { Reroute } from '@sveltejs/kit/hooks'
import { deLocalizeUrl } from '#lib/paraglide/runtime.js'

/** `/en/products` and `/products` are one page in two languages. */
export const reroute: Reroute = ({ url }) => deLocalizeUrl(url).pathname
