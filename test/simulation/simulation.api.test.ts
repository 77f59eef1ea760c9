/**
 * Months in a small network, by chance: people buy, pay, send and complain, borrow, meet, change and repay
 * loans and keep their lender's book, in any order, also when it is not their turn; a plain model says what
 * may succeed and what everybody then has. A seed
 * names a course of events; one that has failed is kept and played first.
 */
import { env } from 'cloudflare:workers'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { open } from '#db/client'
import { chance } from '#db/seed/random'
import { compared as comparedAtDesk } from '#test/simulation/desk/clock'
import { actAtDesk, aDeskBeside } from '#test/simulation/desk/in-process'
import { MarketModel } from '#test/simulation/market'
import { People } from '#test/simulation/people'
import { bindings, clock } from '#test/support/client'
import { anOperator } from '#test/support/world'
import { audit } from '#worker/audit/queries'
import { everyMinute } from '#worker/jobs/clock'

const HAVE_FAILED: readonly string[] = []
const SEEDS = [...HAVE_FAILED, process.env.SIMULATION_SEED ?? `at ${Date.now()}`]
const STEPS = 300
const MOST_MS = 90_000
const HOUR = 60 * 60 * 1000

// The clock logs what it has done, months of it.
beforeEach(() => void vi.spyOn(console, 'info').mockImplementation(() => {}))
afterEach(() => void vi.restoreAllMocks())

const DB = () => (env as unknown as { DB: D1Database }).DB

async function aNetwork(seed: string) {
  const operator = await anOperator()
  const people = new People(chance(seed), [operator.owner])
  const market = new MarketModel(people, operator)
  await market.open([6, 40])
  const shops = market.shelves.map(({ shop }) => shop)
  const desk = await aDeskBeside(people, operator, shops)
  return { people, market, desk, operator }
}

type Network = Awaited<ReturnType<typeof aNetwork>>

/** Hours or days later, at no full hour, when the clock has rung. */
async function later({ people, market, desk }: Network): Promise<void> {
  clock.now += people.random.between(1, 72) * HOUR + 60_000
  await everyMinute(bindings(), clock.now)
  market.timeHasPassed()
  await people.comeToWork()
  expect(await comparedAtDesk(DB(), desk)).toEqual([])
  for (const group of desk.groups) {
    market.shelves.find(({ shop }) => shop.id === group.id)!.owed -= group.taken
    group.taken = 0
  }
}

const courseOf = (network: Network) => {
  const { market, desk, people } = network
  return [
    [() => actAtDesk(desk, people.done), 80],
    [() => market.place(), 16],
    [() => market.settle(), 14],
    [() => market.takeBack(), 4],
    [() => market.fulfil(), 28],
    [() => market.complete(), 6],
    [() => market.cancel(), 6],
    [() => market.refund(), 6],
    [() => market.payOut(), 6],
    [() => later(network), 8],
  ] as const
}

const number = (sql: string, ...values: string[]) =>
  DB()
    .prepare(sql)
    .bind(...values)
    .first<number>('n')

const BANK = `SELECT coalesce(sum(debits - credits), 0) AS n FROM accounts
  WHERE book = ? AND code IN ('bank', 'cash')`
const OWED = `SELECT coalesce(sum(credits - debits), 0) AS n FROM accounts
  WHERE code = 'seller-payable' AND holder = ?`

/** What everybody has is what the model says, and the books agree with themselves. */
async function compared({ market, operator }: Network) {
  expect(await number(BANK, operator.id)).toBe(market.bank)
  for (const { product, shop, stock, owed } of market.shelves) {
    const variant = product.variants[0].id
    expect(await number('SELECT stock AS n FROM variants WHERE id = ?', variant)).toBe(stock)
    expect(await number(OWED, shop.id)).toBe(owed)
  }
  expect(await audit(open(DB(), { from: 'first-primary', gather: false }).db)).toEqual([])
}

async function play(seed: string): Promise<ReadonlySet<string>> {
  const network = await aNetwork(seed)
  const course = courseOf(network)
  for (let step = 1; step <= STEPS; step += 1) {
    await network.people.random.weighted(course)()
    if (step % 10 === 0) await compared(network)
  }
  return network.people.done
}

const IN_THE_MARKET = [
  ...['orders/cancellation', 'orders/completion', 'orders/confirmation', 'orders/delivery'],
  ...['orders/packing', 'orders/shipment', 'payouts', 'purchases', 'purchases/cancellation'],
  ...['purchases/settlement', 'refunds/transfer'],
]

const AT_THE_DESK = [
  ...['apply', 'recommend', 'decide', 'divide into parts', 'accept', 'disburse', 'withdraw'],
  ...['repay', 'reverse', 'give back', 'propose a change', 'agree to a change', 'set the shares'],
  ...['agree to an entry', 'provide for losses', 'import a statement', 'match a line'],
]

it(
  'months in which everything happens leave what the model says',
  { timeout: MOST_MS },
  async () => {
    const done = [...(await play('lumbung'))]
    expect(done).toEqual(expect.arrayContaining(IN_THE_MARKET))
    expect(done).toEqual(expect.arrayContaining(AT_THE_DESK))
  },
)

it.each(SEEDS)(
  'months by chance leave what the model says (SIMULATION_SEED="%s")',
  { timeout: MOST_MS },
  async (seed) => {
    expect((await play(seed)).size).toBeGreaterThan(5)
  },
)
