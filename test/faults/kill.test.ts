/**
 * The Worker's process is killed in the middle of mixed load, without a warning, and comes back on the same
 * data. Nothing that was answered is missing, what was not answered is sent again under its key and has one
 * effect, and the books are right.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { open } from '#db/client'
import { chance, type Chance } from '#db/seed/random'
import { Load, type Kind, type Sent } from '#test/faults/load'
import { aTown, type Town } from '#test/faults/town'
import type { Address } from '#test/support/http'
import { BINDINGS } from '#test/support/http-network'
import { startServer, type Server } from '#test/support/server'
import { audit } from '#worker/audit/queries'

const SEED = process.env.KILL_SEED ?? String(Date.now())
const OPERATIONS = 600
const CLIENTS = 16

const at: Address = { url: '' }
let server: Server
let town: Town
let random: Chance

async function started(state?: string): Promise<void> {
  server = await startServer({ bindings: BINDINGS, ...(state ? { state } : {}) })
  at.url = server.url
}

beforeAll(async () => {
  random = chance(SEED)
  await started()
  town = await aTown(at)
})
afterAll(() => server.stop())

/** Load until so many were answered; then the process is gone, and comes back on the same data. */
async function cutShort(load: Load, answered: number): Promise<readonly Sent[]> {
  const dead = load.whenAnswered(answered).then(() => server.crash())
  await load.run(CLIENTS, OPERATIONS)
  await dead
  await started(server.state)
  return load.sent
}

type Tally = Record<Kind | 'pieces', number>

const tally = async (): Promise<Tally> =>
  (await server.env.DB.prepare(
    `SELECT (SELECT count(*) FROM purchases) AS place,
       (SELECT count(*) FROM purchases WHERE status = 'settled') AS settle,
       (SELECT count(*) FROM receipts) AS repay, (SELECT count(*) FROM payouts) AS payout,
       (SELECT count(*) FROM loans) AS disburse, (SELECT -sum(stock) FROM variants) AS pieces`,
  ).first<Tally>())!

/** The keys under which something has happened. */
async function keysKept(): Promise<Set<string>> {
  const { results } = await server.env.DB.prepare('SELECT key FROM idempotency_keys').all<{
    key: string
  }>()
  return new Set(results.map((one) => one.key))
}

const told = (sent: readonly Sent[], status: number | null) =>
  sent.filter((one) => one.status === status)

describe(`killed in the middle of the work (KILL_SEED=${SEED})`, () => {
  it.each(['once', 'and again'])('%s: nothing is lost and nothing is done twice', async () => {
    const before = await tally()
    const load = new Load(town, random)
    const sent = await cutShort(load, random.between(OPERATIONS * 0.2, OPERATIONS * 0.9))
    const [done, unknown] = [told(sent, 201), told(sent, null)]
    expect(sent.filter((one) => one.status !== null && one.status !== 201)).toEqual([])
    expect(unknown.length).toBeGreaterThan(0)
    const kept = await keysKept()
    expect(done.filter((one) => !kept.has(one.key))).toEqual([])

    for (const one of unknown) await load.sendAgain(one)

    expect(sent.filter((one) => one.status !== 201)).toEqual([])
    const of = (kind: Kind) => sent.filter((one) => one.kind === kind).length
    const after = await tally()
    expect(after).toEqual({
      place: before.place + of('place'),
      settle: before.settle + of('settle'),
      repay: before.repay + of('repay'),
      payout: before.payout + of('payout'),
      disburse: before.disburse + of('disburse'),
      pieces: before.pieces + of('place'),
    })
    const { db } = open(server.env.DB, { from: 'first-primary', gather: false })
    expect(await audit(db)).toEqual([])
  })
})
