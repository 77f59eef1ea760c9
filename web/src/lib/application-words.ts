/** How the life of an application is told: its events, its consents, the papers that go with it. */
import { m } from '#lib/paraglide/messages.js'
import type { Moment } from '#lib/components/Timeline.svelte'

type Tone = NonNullable<Moment['tone']>
type Said = readonly [words: () => string, tone: Tone]

const EVENTS: Readonly<Record<string, Said>> = {
  submitted: [m.application_event_submitted, 'good'],
  'in-review': [m.application_event_in_review, 'good'],
  taken: [m.reviewing_event_taken, 'good'],
  'handed-over': [m.reviewing_event_handed_over, 'info'],
  returned: [m.reviewing_event_returned, 'warn'],
  voted: [m.reviewing_event_voted, 'info'],
  'condition-met': [m.reviewing_event_condition_met, 'good'],
  'condition-opened': [m.reviewing_event_condition_opened, 'warn'],
  recommended: [m.application_event_recommended, 'good'],
  approved: [m.application_event_approved, 'good'],
  rejected: [m.application_event_rejected, 'bad'],
  accepted: [m.application_event_accepted, 'good'],
  disbursed: [m.application_event_disbursed, 'good'],
  withdrawn: [m.application_event_withdrawn, 'quiet'],
  expired: [m.application_event_expired, 'quiet'],
  objected: [m.application_event_objected, 'warn'],
  'objection-answered': [m.application_event_objection_answered, 'info'],
  reopened: [m.application_event_reopened, 'info'],
  'account-named': [m.application_event_account_named, 'info'],
  'account-asked': [m.application_event_account_asked, 'warn'],
  'account-approved': [m.application_event_account_approved, 'info'],
  'account-refused': [m.application_event_account_refused, 'bad'],
  divided: [m.application_event_divided, 'info'],
  'pledges-changed': [m.application_event_pledges_changed, 'info'],
}

type Happened = { type: string; at: string; by: string | null }

/** What has happened, and what comes next as long as it is on its way. */
export function journey(timeline: readonly Happened[], status: string): Moment[] {
  const past = timeline.map(({ type, at, by }): Moment => {
    const [words, tone] = EVENTS[type] ?? [m.application_event_other, 'info' as const]
    return { title: words(), at, tone, detail: by === null ? null : m.application_by({ name: by }) }
  })
  return [...past, ...ahead(status).map((title) => ({ title, ahead: true }))]
}

function ahead(status: string): string[] {
  const steps = [
    m.application_next_decision(),
    m.application_next_accept(),
    m.application_next_money(),
  ]
  if (['submitted', 'in-review', 'recommended'].includes(status)) return steps
  if (status === 'approved') return steps.slice(1)
  return status === 'accepted' ? steps.slice(2) : []
}

export const PAPERS = {
  ktp: m.application_paper_ktp,
  'business-photo': m.application_paper_business_photo,
  plan: m.application_paper_plan,
} as const

export const CONSENTS = {
  'payout-share': m.application_consent_payout_share,
  'sales-history': m.application_consent_sales_history,
  identity: m.application_consent_identity,
  bureau: m.application_consent_bureau,
  'group-sharing': m.application_consent_group_sharing,
  guarantee: m.application_consent_guarantee,
} as const

export const STANDING = {
  asked: [m.application_status_asked, 'warn'],
  confirmed: [m.application_status_confirmed, 'good'],
  declined: [m.application_status_declined, 'bad'],
} as const
