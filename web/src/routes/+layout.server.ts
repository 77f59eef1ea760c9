import { themeOf } from '#lib/server/theme.ts'
import type { Shell } from '#lib/shell.ts'
import type { LayoutServerLoad } from './$types'

export const load: LayoutServerLoad = ({ cookies }): Shell => ({
  me: null,
  cartCount: 0,
  network: { name: 'Lumbung', demo: false, zone: 'Asia/Jakarta' },
  theme: themeOf(cookies),
})
