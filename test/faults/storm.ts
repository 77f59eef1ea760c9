/**
 * A thousand notices of two hundred payments, some of them twice, forged, of what nobody knows, or late, in
 * any order and several at a time, while one call in a hundred to the database fails.
 */
import { expect } from 'vitest'
import type { Chance } from '#db/seed/random'
import { between, type Answer } from '#test/support/client'
import { faulty, type Calls, type Mode } from '#test/support/faulty'
import { moveOn, type Payment } from '#test/support/gateways/courses'
import type { Notice, Provider } from '#test/support/gateways/shared'
import * as gateways from '#test/support/gateways/world'

const KINDS = { fine: 630, again: 200, forged: 50, unknown: 50, amount: 50, late: 20 } as const
type Kind = keyof typeof KINDS
type Planned = { kind: Kind; payment: Payment; said?: Notice; tries: number }

const from = { 'cf-connecting-ip': '103.208.23.7' }

async function noticeOf({ kind, payment }: Planned, random: Chance): Promise<Notice> {
  const { reference, course } = payment
  const status = random.pick(course)
  const otherwise: Partial<Record<Kind, Record<string, string>>> = {
    forged: { key: 'x' },
    unknown: { as: `NONE-${random.between(1, 1e9)}` },
    amount: { amount: String(random.between(1, 999)) },
  }
  const { headers, body } = await gateways.noticeOf(reference, { status, ...otherwise[kind] })
  return { headers: { ...headers, ...from }, body }
}

export class Storm {
  failures = 0
  answers = 0
  readonly kept = new Set<string>()
  private readonly random: Chance
  private readonly queue: Planned[]

  constructor(random: Chance, queue: readonly Planned[]) {
    this.random = random
    this.queue = [...queue].sort(() => random.next() - 0.5)
  }

  async run(atOnce: number): Promise<void> {
    const one = async () => {
      for (let next = this.queue.shift(); next; next = this.queue.shift()) await this.bring(next)
    }
    await Promise.all(Array.from({ length: atOnce }, one))
  }

  private async bring(planned: Planned): Promise<void> {
    const { kind, payment } = planned
    if (this.random.happens(0.5) && kind !== 'late') await moveOn(payment)
    planned.said ??= await noticeOf(planned, this.random)
    const { at } = payment
    const alone = (payment.underway += 1) === 1
    const { answer, failed } = await this.disturbed(payment.provider, planned.said)
    const isSure = alone && payment.underway === 1
    payment.underway -= 1
    this.answers += 1
    const right = failed ? 503 : kind === 'forged' ? 401 : 200
    expect([kind, failed, answer.status]).toEqual([kind, failed, right])
    if (kind !== 'forged') this.kept.add(`${payment.provider} ${planned.said.body}`)
    if (failed) return this.comesAgain(planned)
    if (isSure && kind !== 'forged' && kind !== 'unknown') payment.told = Math.max(payment.told, at)
  }

  /** A gateway that was told of a failure of ours comes again later, four times. */
  private comesAgain(planned: Planned): void {
    this.failures += 1
    planned.tries += 1
    expect(planned.tries).toBeLessThanOrEqual(4)
    this.queue.push(planned)
  }

  /** Of the calls that this notice makes one in a hundred fails. */
  private async disturbed(
    provider: Provider,
    said: Notice,
  ): Promise<{ answer: Answer; failed: boolean }> {
    let failed = false
    const calls: Calls = []
    const each = (): Mode | null => {
      const fails = this.random.happens(0.01)
      failed ||= fails
      return fails ? this.random.pick(['before', 'after'] as const) : null
    }
    const world = between.world
    between.world = (given) => faulty(world(given), { each }, calls)
    // What fails is taken up before the first await: each notice has a world of its own.
    const answered = gateways.bring(provider, said)
    between.world = world
    return { answer: await answered, failed }
  }
}

export function planned(
  all: readonly Payment[],
  random: Chance,
): Record<'now' | 'late', Planned[]> {
  const fresh = Object.entries(KINDS).flatMap(([kind, number]) =>
    Array.from({ length: number }, (_, n): Planned => {
      return { kind: kind as Kind, payment: all[n % all.length]!, tries: 0 }
    }),
  )
  const fine = fresh.filter(({ kind }) => kind === 'fine')
  for (const one of fresh) {
    if (one.kind === 'again') Object.assign(one, random.pick(fine), { kind: 'again' })
  }
  return {
    now: fresh.filter(({ kind }) => kind !== 'late'),
    late: fresh.filter(({ kind }) => kind === 'late'),
  }
}
