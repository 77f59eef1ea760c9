/**
 * A pledge is what a person stands for in somebody's application: her share of a group's loan, or a
 * guarantee. Each answers for herself, and nothing is accepted before all have said yes. Shares sum to
 * the amount; nobody guarantees her own loan, nor anybody who, over however many others, guarantees her.
 */
import { allocate, rupiah, sum, type Amount } from '#worker/kernel/money'
import { Refusal, refuseUnless, type Pointed } from '#worker/kernel/refusal'
import { sentence, type Sentence } from '#worker/kernel/sentence'
import { transition, type Transitions } from '#worker/kernel/transitions'

export type PledgeStatus = 'asked' | 'confirmed' | 'declined'

/** Before the agreement is accepted she may think again, either way. */
export const PLEDGE: Transitions<PledgeStatus> = {
  asked: ['confirmed', 'declined'],
  confirmed: ['declined'],
  declined: ['confirmed'],
}

export type Pledge = {
  id: string
  applicationId: string
  kind: 'share' | 'guarantee'
  personId: string | null
  /** Where she is reached: a telephone number or an e-mail address. */
  destination: string
  name: string
  relation: string
  /** Of a share; a guarantee is for the whole. */
  amount: Amount | null
  agreed: Amount | null
  status: PledgeStatus
  consentId: string | null
  askedAt: number
  answeredAt: number | null
  /** The number of its last event. */
  version: number
}

/** Somebody of the group, as far as the list of its members knows her. */
export type GroupMember = { personId: string; name: string; destination: string }

export type Wanted = {
  shares: readonly { personId: string; amount: Amount }[]
  guarantors: readonly { phone: string; name: string; relation: string }[]
}

type Asking = {
  application: { id: string; applicantId: string; amount: Amount }
  members: readonly GroupMember[]
  /** The numbers and addresses of the applicant and of everybody whom she guarantees, over others too. */
  backed: readonly string[]
  newId: () => string
  at: number
}

/** At most so many vouch for one application. */
export const MOST_GUARANTORS = 3
const LEAST_MEMBERS = 2

/** What each is asked to stand for. Refuses shares that do not add up, strangers, doubles and loops. */
export function ask({ shares, guarantors }: Wanted, asking: Asking): Pledge[] {
  const { application, at } = asking
  const errors = [...faultsOfShares(shares, asking), ...faultsOfGuarantors(guarantors, asking)]
  if (errors.length > 0) {
    throw new Refusal('outside-limits', 'This does not stand.', { errors })
  }
  const fresh = { applicationId: application.id, agreed: null, consentId: null, askedAt: at }
  const asked = { ...fresh, status: 'asked', answeredAt: null, version: 1 } as const
  return [
    ...shares.map(({ personId, amount }) => {
      const { name, destination } = asking.members.find((one) => one.personId === personId)!
      const known = { personId, name, destination, relation: '' }
      return { ...asked, id: asking.newId(), kind: 'share' as const, ...known, amount }
    }),
    ...guarantors.map(({ phone: destination, name, relation }) => {
      const known = { personId: null, name, destination, relation }
      return { ...asked, id: asking.newId(), kind: 'guarantee' as const, ...known, amount: null }
    }),
  ]
}

function faultsOfShares(shares: Wanted['shares'], { application, members }: Asking): Pointed[] {
  if (shares.length === 0) return []
  const shared = sum(shares.map((one) => one.amount))
  const known = new Set(members.map((one) => one.personId))
  return [
    ...(shares.length < LEAST_MEMBERS
      ? [at('/shares', sentence('Paling sedikit dua anggota.', 'At least two members.'))]
      : []),
    ...(shared === application.amount
      ? []
      : [
          at(
            '/shares',
            sentence(
              `Jumlah bagian ${rupiah(shared)}, seharusnya ${rupiah(application.amount)}.`,
              `The shares come to ${rupiah(shared)}, not to ${rupiah(application.amount)}.`,
            ),
          ),
        ]),
    ...shares.flatMap(({ personId }, i) => {
      const earlier = shares.findIndex((one) => one.personId === personId) < i
      if (known.has(personId) && !earlier) return []
      const detail = earlier
        ? sentence('Anggota ini sudah ada.', 'This member is there already.')
        : sentence('Bukan anggota kelompok ini.', 'She is no member of this group.')
      return [at(`/shares/${i}/personId`, detail)]
    }),
  ]
}

function faultsOfGuarantors(wanted: Wanted['guarantors'], { backed, members }: Asking): Pointed[] {
  const liable = new Set(members.map((one) => one.destination))
  return wanted.flatMap(({ phone }, i) => {
    const pointer = `/guarantors/${i}/phone`
    if (backed.includes(phone)) return [at(pointer, OWN)]
    if (liable.has(phone)) return [at(pointer, MEMBER)]
    if (wanted.findIndex((one) => one.phone === phone) < i) return [at(pointer, TWICE)]
    return []
  })
}

const at = (pointer: string, detail: Sentence): Pointed => ({ pointer, detail })
const OWN = sentence(
  'Bukan diri sendiri, dan bukan orang yang Anda jamin.',
  'Not oneself, and nobody whom one guarantees.',
)
const MEMBER = sentence(
  'Anggota kelompok sudah ikut menanggung.',
  'A member of the group carries it already.',
)
const TWICE = sentence('Penjamin ini sudah ada.', 'This guarantor is there already.')

type Answer = {
  answer: 'confirmed' | 'declined'
  by: string
  consentId: string | null
  at: number
}

/** She answers for herself, as long as the agreement has not been accepted. */
export function answer(pledge: Pledge, open: boolean, given: Answer): Pledge {
  refuseUnless(open, 'illegal-transition', 'This application is no longer open.')
  const status = transition(PLEDGE, pledge.status, given.answer)
  const consentId = given.consentId ?? pledge.consentId
  const version = pledge.version + 1
  return { ...pledge, status, personId: given.by, consentId, answeredAt: given.at, version }
}

/** Nobody is still to say yes, and nobody has said no. */
export function refuseUnconfirmed(pledges: readonly Pledge[]): void {
  const missing = pledges.filter((one) => one.status !== 'confirmed').map((one) => one.name)
  if (missing.length === 0) return
  throw new Refusal('pledges-missing', `Still to agree: ${missing.join(', ')}.`, {
    facts: { missing },
  })
}

/** The shares of what was approved, in proportion to what each agreed to; none becomes larger. */
export function agreedShares(pledges: readonly Pledge[], approved: Amount): Pledge[] {
  const shares = pledges.filter((one) => one.kind === 'share')
  if (shares.length === 0) return []
  const parts = allocate(
    approved,
    shares.map((one) => one.amount ?? 0),
  )
  return shares.map((one, i) => ({ ...one, agreed: parts[i]! }))
}

type Herself = { personId: string; consentId: string; at: number }

/** The applicant's own share is agreed to by sending the application. */
export function consentedByApplicant(
  pledges: readonly Pledge[],
  { personId, consentId, at: answeredAt }: Herself,
): Pledge[] {
  return pledges.map((one) =>
    one.kind === 'share' && one.personId === personId
      ? { ...one, status: 'confirmed', consentId, answeredAt }
      : one,
  )
}

/** Until somebody decides, those who stand for it may be others. Who said yes to as much stays. */
export function askAnew(
  application: { status: string; borrowerKind: string; applicantId: string },
  before: readonly Pledge[],
  wanted: Wanted,
  asking: Asking,
): Pledge[] {
  const undecided = ['submitted', 'in-review', 'recommended'].includes(application.status)
  refuseUnless(undecided, 'illegal-transition', 'It has been decided.')
  const shared = wanted.shares.length > 0
  refuseUnless(
    shared === (application.borrowerKind === 'group'),
    'outside-limits',
    'A group borrows with shares, and nobody else does.',
  )
  return ask(wanted, asking).map((one) => {
    const same = before.find(
      ({ kind, destination, amount }) =>
        kind === one.kind && destination === one.destination && (amount ?? 0) >= (one.amount ?? 0),
    )
    return same ? { ...same, amount: one.amount, name: one.name, relation: one.relation } : one
  })
}
