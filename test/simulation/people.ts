/** The people of a simulation, who go on working while days and weeks pass. */
import { Client, clock, newKey, type Json } from '#test/support/client'
import { signInAgain, withSecondFactor, type Person } from '#test/support/world'
import type { Chance } from '#db/seed/random'

const DAY = 24 * 60 * 60 * 1000
/** A session lasts thirty days, a second factor one of work. */
const SESSION_DAYS = 25

export class People {
  readonly random: Chance
  readonly staff: Person[]
  /** What has succeeded, as `orders/cancellation`. */
  readonly done = new Set<string>()
  private signedInAt = clock.now

  constructor(random: Chance, staff: Person[]) {
    this.random = random
    this.staff = staff
  }

  /** Mostly one whose turn it is, and sometimes any. */
  oneOf<T>(all: readonly T[], isDue: (one: T) => boolean): T | undefined {
    const due = all.filter(isDue)
    const among = due.length > 0 && this.random.happens(0.8) ? due : all
    return among.length > 0 ? this.random.pick(among) : undefined
  }

  /** The next morning, or some days later, everybody shows again who she is. */
  async comeToWork(): Promise<void> {
    const again = clock.now - this.signedInAt > SESSION_DAYS * DAY
    for (const person of this.staff) await (again ? signInAgain(person) : withSecondFactor(person))
    if (again) this.signedInAt = clock.now
  }

  /**
   * Sends a request of which the model says whether it may succeed; sometimes twice, since people do. Null
   * when it was refused.
   */
  async ask(
    who: Client,
    path: string,
    body: object,
    may: boolean | 'perhaps',
  ): Promise<Json | null> {
    const headers = { 'idempotency-key': newKey() }
    const { status, body: answer } = await who.post(path, body, headers)
    const done = status < 300
    if (may !== 'perhaps' && done !== may) {
      throw new Error(`${path} ${JSON.stringify(body)}: ${status} ${JSON.stringify(answer)}`)
    }
    if (status >= 500) throw new Error(`${path}: ${status}`)
    if (done) this.done.add(kindOf(path))
    if (done && this.random.happens(0.1)) {
      const again = await who.post(path, body, headers)
      const same = JSON.stringify(again.body) === JSON.stringify(answer)
      const replayed = again.headers.get('idempotency-replayed') === 'true'
      if (replayed ? !same : again.status < 300) throw new Error(`${path} has happened twice`)
    }
    return done ? answer : null
  }
}

function kindOf(path: string): string {
  const [, , noun, ...rest] = path.split('/')
  return rest.length > 0 ? `${noun}/${rest.at(-1)}` : String(noun)
}
