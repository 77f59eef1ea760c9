// Somebody with a number, who signs in when she has to, with the code that the demo shows, and
// confirms with her authenticator app before she moves money.

import type { PersonStory } from '#db/seed/network/story'
import { authenticator, type Authenticator } from '#db/seed/runner/authenticator'
import { Visitor } from '#db/seed/runner/visitor'
import type { Stage } from '#db/seed/stage'

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** A little less than the application grants, for stories that run side by side. */
const SIGNED_IN_FOR = 28 * DAY
const CONFIRMED_FOR = 11 * HOUR

type Enrolment = { secret: string }

export class Member extends Visitor {
  readonly story: PersonStory
  private signedInAt = -Infinity
  private confirmedAt = -Infinity
  private app: Authenticator | undefined

  constructor(stage: Stage, story: PersonStory) {
    super(stage)
    this.story = story
  }

  /** Signs in; whoever is new has then joined. */
  arrive(at: number): Promise<void> {
    return this.inTurn(at, async () => undefined)
  }

  /** Confirms her second factor if it is older than this; who has none enrols. */
  confirm(at: number, most = CONFIRMED_FOR): Promise<void> {
    return this.inTurn(at, async () => {
      if (at - this.confirmedAt < most) return
      this.app ??= await this.enrol(at)
      const code = this.app.codeAt(at)
      await this.ask(at, 'POST', '/api/second-factor/confirmation', { code })
      this.confirmedAt = at
    })
  }

  private async enrol(at: number): Promise<Authenticator> {
    const { secret } = await this.ask<Enrolment>(at, 'POST', '/api/second-factor', {})
    return authenticator(secret)
  }

  protected override async ready(at: number): Promise<void> {
    if (at - this.signedInAt < SIGNED_IN_FOR) return
    const { name, phone: to } = this.story
    const { code } = await this.ask<{ code: string }>(at, 'POST', '/api/sign-in-codes', { to })
    await this.ask(at, 'POST', '/api/sessions', { to, code, name })
    this.signedInAt = at
    this.confirmedAt = -Infinity
  }
}
