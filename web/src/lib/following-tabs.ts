/** The pages of following up, side by side. */
import { m } from '#lib/paraglide/messages.js'
import { localizeHref } from '#lib/paraglide/runtime.js'

const LISTS = {
  today: m.following_today,
  broken: m.following_broken,
  coming: m.following_coming,
} as const

export type PromiseList = keyof typeof LISTS
export const isPromiseList = (text: string | null): text is PromiseList =>
  text !== null && text in LISTS

export function followingTabs(slug: string, current: PromiseList | 'officers' | 'reminders') {
  const base = localizeHref(`/lender/${slug}`)
  const lists = (Object.keys(LISTS) as PromiseList[]).map((which) => ({
    href: which === 'today' ? `${base}/promises` : `${base}/promises?which=${which}`,
    label: LISTS[which](),
    current: which === current,
  }))
  return [
    ...lists,
    {
      href: `${base}/officers`,
      label: m.following_officers(),
      current: current === 'officers',
    },
    {
      href: `${base}/reminders`,
      label: m.following_reminders(),
      current: current === 'reminders',
    },
  ]
}
