/** Changes of running loans, by two people: new plans, pauses, waivers, charges, discounts, losses. */
import {
  DONE,
  taken,
  type Command,
  type Desk,
  type Hold,
  type Lent,
} from '#test/simulation/desk/scene'
import type { Json } from '#test/support/http'

const REASON = 'Panen gagal, angsuran terlalu berat.'

function measureFor(desk: Desk, { statement }: Lent): Json {
  const { random } = desk
  const owed = (part: string) => Number(statement.outstanding[part] ?? 0)
  const upTo = (most: number) =>
    random.between(1, Math.max(1, most + (random.happens(0.1) ? 5 : 0)))
  const part = random.pick(['interest', 'fees', 'penalties'])
  const terms = random.pick<Json>([
    { firstDueOn: desk.day(-random.between(1, 60)) },
    { instalments: random.between(2, 20) },
    { instalments: 12, annualRate: random.pick([1, 6, 99]) },
    { instalments: 8, graceOnPrincipal: 2 },
    { instalment: random.between(50_000, 900_000) },
  ])
  return random.weighted<Json>([
    [{ kind: 'reschedule', terms }, 6],
    [{ kind: 'pause', until: desk.day(-random.between(-5, 60)), interest: aKind(desk) }, 4],
    [{ kind: 'waiver', part, amount: upTo(owed(part)) }, 4],
    [{ kind: 'charge', part: random.pick(['fees', 'penalties']), amount: upTo(50_000) }, 4],
    [
      {
        kind: 'discount',
        amount: random.weighted([
          [upTo(2_000), 5],
          [900_000_000, 1],
        ]),
      },
      3,
    ],
    [{ kind: 'write-off' }, 2],
  ])
}

const aKind = ({ random }: Desk) => random.pick(['none', 'runs'])

/** How carrying it out must end on the loan as it is. */
function outcomeOf(desk: Desk, { statement }: Lent, measure: Json): readonly string[] {
  const { loan, outstanding } = statement
  const dearer = measure.kind === 'reschedule' && (measure.terms.annualRate ?? 0) > 50
  if (dearer) return ['outside-limits']
  // How many instalments of that size there would be is reckoned first.
  const isSized = measure.kind === 'reschedule' && measure.terms.instalment !== undefined
  if (loan.status !== 'active') return [isSized ? 'nothing-due' : 'illegal-transition']
  if (measure.kind === 'reschedule') {
    if (loan.balance === 0) return ['nothing-due']
    const soon = measure.terms.firstDueOn !== undefined && measure.terms.firstDueOn <= desk.day(0)
    if (soon) return ['outside-limits']
    // Fees of the rest of a loan may be dear, and an instalment too small to end it.
    const small = measure.terms.instalment === undefined ? [] : ['outside-limits']
    return [...DONE, 'above-cap', ...small]
  }
  if (measure.kind === 'pause') {
    const since = [loan.pausedUntil ?? '', desk.day(0)].sort().at(-1)!
    return measure.until > since ? DONE : ['outside-limits']
  }
  if (measure.kind === 'waiver') {
    const owed = outstanding[measure.part]
    if (owed === 0) return ['nothing-due']
    return measure.amount <= owed ? DONE : ['outside-limits']
  }
  if (measure.kind === 'discount') {
    if (measure.amount <= loan.balance) return DONE
    return measure.amount > 100_000_000 ? ['outside-limits'] : [...DONE, 'outside-limits']
  }
  return DONE
}

const isWaiting = ({ change }: Lent) => change?.status === 'proposed'

function propose(desk: Desk, hold: Hold) {
  const { random } = desk
  const loan = taken(desk, hold, desk.loans, (one) => {
    return one.statement.loan.status === 'active' && !isWaiting(one)
  })
  if (!loan) return null
  const measure = measureFor(desk, loan)
  const by = random.pick(['officer', 'officer', 'approver'] as const)
  const occasion = random.happens(0.1) ? 'closure' : 'loan'
  const isFit =
    occasion === 'loan' || ['reschedule', 'discount', 'write-off'].includes(measure.kind)
  const outcome = outcomeOf(desk, loan, measure)
  const mayBe = isWaiting(loan)
    ? outcome.map((one) => (one === 'done' ? 'already-exists' : one))
    : outcome
  const must = isFit ? mayBe : ['illegal-transition']
  const learn = ({ id }: Json) => void (loan.change = { id, by, measure, status: 'proposed' })
  const body = { measure, occasion, reason: REASON }
  return { who: desk.lender[by], path: `${loan.path}/changes`, body, must, learn }
}

function approve(desk: Desk, hold: Hold) {
  const { random } = desk
  const loan = taken(desk, hold, desk.loans, isWaiting)
  if (!loan?.change) return null
  const { change } = loan
  const by = change.by === 'approver' && random.happens(0.85) ? 'owner' : 'approver'
  const unseen = random.happens(0.08) ? 1 : 0
  const must = (() => {
    if (change.status !== 'proposed') return ['illegal-transition']
    if (by === change.by) return ['same-person']
    return unseen > 0 ? ['outdated'] : outcomeOf(desk, loan, change.measure)
  })()
  const learn = () => {
    change.status = 'applied'
    loan.seq += 1
  }
  const body = { loanVersion: loan.seq + unseen }
  const path = `/api/loan-changes/${change.id}/approval`
  return { who: desk.lender[by], path, body, must, learn, look: loan }
}

function end(to: 'refusal' | 'withdrawal') {
  return (desk: Desk, hold: Hold) => {
    const loan = taken(desk, hold, desk.loans, isWaiting)
    if (!loan?.change) return null
    const { change } = loan
    const by = to === 'withdrawal' ? change.by : change.by === 'approver' ? 'owner' : 'approver'
    const must = change.status === 'proposed' ? DONE : ['illegal-transition']
    const learn = () => void (change.status = to)
    const body = to === 'refusal' ? { reasons: 'Belum perlu.' } : {}
    const path = `/api/loan-changes/${change.id}/${to}`
    return { who: desk.lender[by], path, body, must, learn, unkept: true as const }
  }
}

export const changing: readonly Command[] = [
  { name: 'propose a change', weight: 20, ask: propose },
  { name: 'agree to a change', weight: 16, ask: approve },
  { name: 'refuse a change', weight: 2, ask: end('refusal') },
  { name: 'take a change back', weight: 2, ask: end('withdrawal') },
]
