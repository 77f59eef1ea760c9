/** Applications, from the wish to the money that is handed over, whole or in parts. */
import {
  DONE,
  doneIf,
  taken,
  type Applied,
  type Ask,
  type Command,
  type Desk,
  type Hold,
  type Lent,
} from '#test/simulation/desk/scene'
import type { Json } from '#test/support/http'

const OPEN = ['submitted', 'recommended', 'approved', 'accepted']
const INSTALMENTS = 10
const isIn =
  (...states: readonly string[]) =>
  ({ status }: Applied) =>
    states.includes(status)

const ACCOUNT = { bank: 'BRI', number: '001201234567508', holder: 'Siti Rahayu' }
const NOTE = 'Usaha berjalan, angsuran terjangkau.'

function apply(desk: Desk) {
  const { random } = desk
  const product = random.pick(desk.products)
  const group = random.happens(0.35) ? random.pick(desk.groups) : null
  const shop = group ?? (random.happens(0.3) ? random.pick(desk.groups) : null)
  const who = shop?.chair ?? random.pick(desk.borrowers)
  const amount = random.weighted([
    [random.between(2, 8) * 1_000_000, 9],
    [random.between(2_000_000, 8_000_000), 3],
    [product.most + 1, 1],
  ])
  const body = {
    ...{ productId: product.id, groupId: group?.id ?? null, amount, instalments: INSTALMENTS },
    ...{ purpose: 'Membeli benang untuk pesanan.', monthlyIncome: 9_000_000 },
    ...{ monthlyCosts: 1_800_000, account: random.happens(0.7) ? ACCOUNT : null },
  }
  const learn = ({ id }: Json) => {
    const path = `/api/loan-applications/${id}`
    const region = shop?.region ?? null
    const made = { path, applicant: who, group, region, product, amount, status: 'submitted' }
    desk.applications.push({ ...made, at: desk.now(), parts: [], held: false })
  }
  const must = doneIf(amount <= product.most, 'outside-limits')
  return { who, path: '/api/loan-applications', body, must, learn }
}

async function accept(desk: Desk, hold: Hold) {
  const one = taken(desk, hold, desk.applications, isIn('approved'))
  if (one?.status !== 'approved') return null
  const { applicant: who, path } = one
  const { status, body: agreement } = await who.get(`${path}/agreement`)
  if (status !== 200) throw new Error(`${path}/agreement answers ${status}`)
  const asked = { agreement: agreement.hash }
  const { body: sent } = await who.post(`${path}/acceptance-codes`, asked)
  const body = { ...asked, code: sent.code }
  const learn = () => void (one.status = 'accepted')
  return { who, path: `${path}/acceptance`, body, must: DONE, learn }
}

/** Halves that come to the whole, and now and then do not. */
function divide(desk: Desk, hold: Hold) {
  const one = taken(desk, hold, desk.applications, (each) => isIn('approved')(each))
  if (!one) return null
  const half = Math.floor(one.amount / 2)
  const odd = desk.random.happens(0.1) ? 1 : 0
  const parts = [half, one.amount - half - odd]
  const body = { tranches: parts.map((amount) => ({ amount, note: 'Sebagian dulu' })) }
  const must = one.status === 'approved' ? doneIf(odd === 0, 'amount-mismatch') : ILLEGAL
  const learn = () => void (one.parts = parts)
  const path = `${one.path}/tranches`
  return { who: desk.lender.approver, method: 'PUT' as const, path, body, must, learn }
}

const ILLEGAL = ['illegal-transition']

function disburse(desk: Desk, hold: Hold) {
  const { random } = desk
  const one = taken(desk, hold, desk.applications, isIn('accepted'))
  if (!one) return null
  const fund = random.pick(desk.funds)
  const on = desk.day(
    random.weighted([
      [random.between(0, 250), 3],
      [0, 1],
    ]),
  )
  const body = { on, ...(fund.isFirst ? {} : { fundId: fund.id }) }
  const may = one.status === 'accepted'
  const refusal = one.status === 'disbursed' ? 'already-disbursed' : 'illegal-transition'
  const must = may ? [...DONE, ...(fund.isFirst ? [] : ['fund-exhausted'])] : [refusal]
  const learn = (loan: Json) => {
    one.status = 'disbursed'
    const [first = one.amount, ...parts] = one.parts
    desk.sums.money -= first - keptOf(one)
    const made: Lent = hold({
      ...{ path: `/api/loans/${loan.id}`, id: loan.id, application: one, disbursedOn: on },
      ...{ handed: first, parts, seq: 1, paid: [], refunded: 0, change: null, members: [] },
      ...{ othersWait: false, statement: { loan, outstanding: {}, events: [] }, held: false },
    })
    desk.loans.push(made)
    asked.look = made
  }
  const path = `${one.path}/disbursement`
  const asked: Ask = { who: desk.lender.cashier, path, body, must, learn }
  return asked
}

/** One percent of the whole is kept of the first part, to the rupiah, where the product has such a fee. */
const keptOf = ({ product, amount }: Applied): number =>
  product.fees ? Math.round(amount / 100) : 0

function draw(desk: Desk, hold: Hold) {
  const loan = taken(desk, hold, desk.loans, ({ parts, statement }) => {
    return parts.length > 0 && statement.loan.status === 'active'
  })
  if (!loan) return null
  const [next = 0, ...rest] = loan.parts
  const running = loan.statement.loan.status === 'active'
  const may = loan.parts.length > 0 && running
  const refusal = loan.parts.length === 0 ? 'already-disbursed' : 'illegal-transition'
  const learn = () => {
    loan.handed += next
    desk.sums.money -= next
    loan.parts = rest
    loan.seq += 1
  }
  const must = may ? [...DONE, 'fund-exhausted'] : [refusal]
  return {
    ...{ who: desk.lender.cashier, path: `${loan.path}/draws`, body: {}, must, learn, look: loan },
  }
}

function becomes(desk: Desk, one: Applied, status: string): void {
  one.status = status
  one.at = desk.now()
}

const DAY = 24 * 3600_000
/** After so many days without a word the clock ends it. */
const PATIENCE: Readonly<Record<string, number>> = { submitted: 60, recommended: 60, approved: 30 }

/** What the clock has ended. */
export function expire(desk: Desk): void {
  for (const one of desk.applications) {
    const days = PATIENCE[one.status]
    if (days !== undefined && one.at + days * DAY <= desk.now()) one.status = 'expired'
  }
}

export const applying: readonly Command[] = [
  { name: 'apply', weight: 14, ask: apply },
  {
    name: 'recommend',
    weight: 14,
    ask: (desk, hold) => {
      const one = taken(desk, hold, desk.applications, isIn('submitted'))
      if (!one) return null
      const { amount } = one
      const why = 'Sudah lama dikenal dan selalu menepati janji.'
      const body = { amount, instalments: INSTALMENTS, note: NOTE, why }
      const must = doneIf(isIn('submitted', 'recommended')(one), 'illegal-transition')
      const learn = () => becomes(desk, one, 'recommended')
      return { who: desk.lender.officer, path: `${one.path}/recommendation`, body, must, learn }
    },
  },
  {
    name: 'decide',
    weight: 13,
    ask: (desk, hold) => {
      const one = taken(desk, hold, desk.applications, isIn('recommended'))
      if (!one) return null
      const outcome = desk.random.happens(0.92) ? 'approved' : 'rejected'
      const terms = { amount: one.amount, instalments: INSTALMENTS }
      const told = outcome === 'approved' ? terms : { causes: ['income'] }
      const body = { outcome, reasons: NOTE, ...told }
      const must = doneIf(isIn('recommended')(one), 'illegal-transition')
      const learn = () => becomes(desk, one, outcome)
      const by = desk.random.pick(['approver', 'owner'] as const)
      return { who: desk.lender[by], path: `${one.path}/decision`, body, must, learn }
    },
  },
  { name: 'divide into parts', weight: 4, ask: divide },
  { name: 'accept', weight: 13, ask: accept },
  {
    name: 'withdraw',
    weight: 2,
    ask: (desk, hold) => {
      const one = taken(desk, hold, desk.applications, isIn(...OPEN))
      if (!one) return null
      const must = doneIf(isIn(...OPEN)(one), 'illegal-transition')
      const learn = () => void (one.status = 'withdrawn')
      return { who: one.applicant, path: `${one.path}/withdrawal`, body: {}, must, learn }
    },
  },
  { name: 'disburse', weight: 13, ask: disburse },
  { name: 'draw the next part', weight: 4, ask: draw },
]
