/** Whose network this is: known without asking the API, also while a page is made beforehand. */
import { dev } from '$app/env'
import type { Shell } from '#lib/shell.ts'

export function networkOf(platform: App.Platform | undefined): Shell['network'] {
  const { NETWORK_NAME, MODE, ZONE } = platform?.env ?? {}
  return {
    name: NETWORK_NAME ?? 'Lumbung',
    demo: (dev ? process.env.MODE : MODE) === 'demo',
    zone: ZONE ?? 'Asia/Jakarta',
  }
}
