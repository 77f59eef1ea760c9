/** The lender’s book: money of funders, entries by two people, provisions, months that are closed. */
import {
  DONE,
  doneIf,
  taken,
  type Command,
  type Desk,
  type Hold,
  type Waiting,
} from '#test/simulation/desk/scene'
import type { Json } from '#test/support/http'

const REASON = 'Salah catat.'
/** The last month that was closed; nothing where none is. */
const lastOf = (closed: readonly string[]): string => closed.at(-1) ?? ''
const isClosed = ({ book }: Desk, on: string) => on.slice(0, 7) <= lastOf(book.closed)

function receive(desk: Desk, hold: Hold) {
  const { random } = desk
  if (desk.book.held) return null
  hold(desk.book)
  const fund = random.pick(desk.funds)
  const amount = random.between(1, 20) * 1_000_000
  const on = desk.day(
    random.weighted([
      [0, 3],
      [random.between(0, 250), 1],
    ]),
  )
  const channel = random.pick(['bank', 'cash'])
  const body = { amount, source: 'Program CSR', receivedOn: on, fundId: fund.id, channel }
  const must = doneIf(!isClosed(desk, on), 'period-closed')
  const learn = () => {
    desk.sums.capital += amount
    desk.sums.money += amount
  }
  const path = `/api/lenders/${desk.slug}/fund-receipts`
  return { who: desk.lender.treasurer, path, body, must, learn }
}

/** What is proposed, what must be said to it, and what it moves once another agrees. */
function wishOf(desk: Desk): { body: Json; must: readonly string[]; told: Json } {
  const { random } = desk
  const amount = random.between(1, 90) * 1_000
  const on = desk.day(
    random.weighted([
      [0, 3],
      [random.between(0, 250), 2],
    ]),
  )
  const open = doneIf(!isClosed(desk, on), 'period-closed')
  const odd = random.happens(0.08) ? 1 : 0
  const lines = [
    { code: 'operating-expenses', category: 'meetings', debit: amount },
    { code: 'cash', credit: amount + odd },
  ]
  const entry = { kind: 'entry', on, description: 'Honor rapat', lines }
  const isSound = odd === 0 || isClosed(desk, on)
  const written = desk.proposals.filter(({ status, told }) => {
    return status === 'approved' && told.kind === 'entry'
  })
  const fund = random.pick(desk.funds)
  const back = random.weighted([
    [amount, 4],
    [900_000_000_000, 1],
  ])
  const isMuch = back > amount
  const month = random.happens(0.7) ? lastOf(desk.book.closed) : '2020-01'
  const returned = { kind: 'fund-return', fundId: fund.id, amount: back, reason: REASON }
  const wishes = [
    { body: entry, must: isSound ? open : ['unbalanced'], told: { kind: 'entry', on, amount } },
    {
      body: returned,
      must: isMuch ? ['fund-exhausted'] : fund.isFirst ? DONE : [...DONE, 'fund-exhausted'],
      told: { kind: 'fund-return', on: desk.day(0), amount: back, fund },
    },
    ...(month === ''
      ? []
      : [
          {
            body: { kind: 'reopening', month, reason: REASON },
            must: doneIf(month === lastOf(desk.book.closed), 'illegal-transition'),
            told: { kind: 'reopening', month },
          },
        ]),
    ...written.slice(-20).map((one) => ({
      body: { kind: 'reversal', entryId: one.told.entryId, reason: REASON },
      must: doneIf(!one.told.isWaiting, 'already-exists'),
      told: { kind: 'reversal', on: desk.day(0), amount: one.told.amount, of: one },
    })),
  ]
  return random.pick(wishes.slice(0, random.happens(0.6) ? 2 : undefined))
}

function propose(desk: Desk, hold: Hold) {
  if (desk.book.held) return null
  hold(desk.book)
  const { body, must, told } = wishOf(desk)
  const learn = ({ id, status }: Json) => {
    desk.proposals.push({ id, status, told, held: false })
    if (told.of) told.of.told.isWaiting = true
  }
  const path = `/api/lenders/${desk.slug}/book-proposals`
  return { who: desk.lender.treasurer, path, body, must, learn }
}

const waits = ({ status }: Waiting) => status === 'proposed'

/** Who agrees changes the book; whether the funds hold so much is certain for the first alone. */
function mustOf(desk: Desk, { status, told }: Waiting): readonly string[] {
  if (status !== 'proposed') return ['illegal-transition']
  if (told.kind === 'reopening') return [...DONE, 'outdated', 'illegal-transition']
  const isReversed = told.kind === 'reversal' && told.of.told.isReversed === true
  if (isClosed(desk, told.on)) return ['period-closed', ...(isReversed ? ['already-reversed'] : [])]
  if (told.kind === 'fund-return') return told.fund.isFirst ? DONE : [...DONE, 'fund-exhausted']
  return doneIf(!isReversed, 'already-reversed')
}

function approve(desk: Desk, hold: Hold) {
  const one = taken(desk, hold, desk.proposals, waits)
  if (!one || desk.book.held) return null
  hold(desk.book)
  const { sums, book } = desk
  const { told } = one
  const learn = ({ entryId }: Json) => {
    one.status = 'approved'
    told.entryId = entryId
    if (told.kind === 'entry') sums.money -= told.amount
    if (told.kind === 'fund-return') {
      sums.money -= told.amount
      sums.capital -= told.amount
    }
    if (told.kind === 'reversal') {
      sums.money += told.amount
      told.of.told.isReversed = true
      told.of.told.isWaiting = false
    }
    if (told.kind === 'reopening') book.closed.pop()
  }
  const by = desk.random.pick(['owner', 'approver'] as const)
  const path = `/api/lenders/${desk.slug}/book-proposals/${one.id}/approval`
  return { who: desk.lender[by], path, body: {}, must: mustOf(desk, one), learn }
}

function refuse(desk: Desk, hold: Hold) {
  const one = taken(desk, hold, desk.proposals, waits)
  if (!one || desk.book.held) return null
  hold(desk.book)
  const learn = () => {
    one.status = 'refused'
    if (one.told.of) one.told.of.told.isWaiting = false
  }
  const body = { reasons: 'Buktinya belum ada.' }
  const must = doneIf(waits(one), 'illegal-transition')
  const path = `/api/lenders/${desk.slug}/book-proposals/${one.id}/refusal`
  return { who: desk.lender.owner, path, body, must, learn, unkept: true as const }
}

async function close(desk: Desk, hold: Hold) {
  if (desk.book.held) return null
  const book = hold(desk.book)
  const periods = `/api/lenders/${desk.slug}/periods`
  const { status, body: kept } = await desk.lender.treasurer.get(periods)
  if (status !== 200) throw new Error(`${periods} answers ${status}`)
  const [next] = kept.closable as string[]
  const running = desk.day(0).slice(0, 7)
  const month = desk.random.weighted([
    [next ?? running, 6],
    [running, 1],
    [lastOf(book.closed) || running, 1],
  ])
  const late = month <= lastOf(book.closed) ? 'period-closed' : 'illegal-transition'
  const isOther = kept.underway !== null && kept.underway.month !== month
  // Where interest is still missing it waits for the clock.
  const learn = ({ underway }: Json) => underway ?? book.closed.push(month)
  const must = isOther ? ['illegal-transition'] : doneIf(month === next, late)
  return { who: desk.lender.treasurer, path: `${periods}/${month}/closing`, body: {}, must, learn }
}

/** Months that the clock has closed meanwhile. */
export async function followBook({ slug, lender, book }: Desk): Promise<void> {
  const { status, body } = await lender.treasurer.get(`/api/lenders/${slug}/periods?limit=100`)
  if (status === 200) book.closed = body.items.map(({ month }: Json) => month).sort()
}

function provide(desk: Desk) {
  const balance = desk.random.between(0, 40) * 1_000_000
  const classes = [{ class: 'Macet', balance, bps: desk.random.pick([50, 1000, 10_000]) }]
  const learn = ({ change }: Json) => void (desk.sums.provided += change)
  const body = { source: 'Kebijakan sendiri', classes }
  const path = `/api/lenders/${desk.slug}/provisions`
  return { who: desk.lender.treasurer, path, body, must: DONE, learn }
}

export const bookkeeping: readonly Command[] = [
  { name: 'receive of a funder', weight: 3, ask: receive },
  { name: 'propose an entry', weight: 6, ask: propose },
  { name: 'agree to an entry', weight: 5, ask: approve },
  { name: 'refuse an entry', weight: 1, ask: refuse },
  { name: 'close a month', weight: 1, ask: close },
  { name: 'provide for losses', weight: 2, ask: provide },
]
