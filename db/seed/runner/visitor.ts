// Somebody who uses the application: her cookies, and her requests one after the other, each at an
// instant of its own. What the application refuses ends the seed: its stories are meant to be
// possible.

import type { Stage } from '#db/seed/stage'

export type Body = object | Uint8Array<ArrayBuffer> | FormData

let keys = 0
const newKey = () => `seed-${String((keys += 1)).padStart(6, '0')}`

export class Visitor {
  private readonly stage: Stage
  private readonly cookies = new Map<string, string>()
  private turn: Promise<unknown> = Promise.resolve()

  constructor(stage: Stage) {
    this.stage = stage
  }

  get<Answer>(at: number, path: string): Promise<Answer> {
    return this.inTurn(at, () => this.ask(at, 'GET', path))
  }

  post<Answer>(at: number, path: string, body: Body = {}): Promise<Answer> {
    return this.inTurn(at, () => this.ask(at, 'POST', path, body))
  }

  put<Answer>(at: number, path: string, body: Body): Promise<Answer> {
    return this.inTurn(at, () => this.ask(at, 'PUT', path, body))
  }

  patch<Answer>(at: number, path: string, body: Body): Promise<Answer> {
    return this.inTurn(at, () => this.ask(at, 'PATCH', path, body))
  }

  /** Her stories may run side by side; she herself does one thing at a time. */
  protected inTurn<Result>(at: number, act: () => Promise<Result>): Promise<Result> {
    const done = this.turn.then(() => this.ready(at)).then(act)
    this.turn = done.catch(() => undefined)
    return done
  }

  /** What she does before she does anything. */
  protected async ready(_at: number): Promise<void> {}

  protected async ask<Answer>(
    at: number,
    method: string,
    path: string,
    body?: Body,
  ): Promise<Answer> {
    const raw = body instanceof Uint8Array || body instanceof FormData
    const sent = body === undefined || raw ? body : JSON.stringify(body)
    const headers = {
      cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      ...(typeof sent === 'string' ? { 'content-type': 'application/json' } : {}),
      ...(method === 'POST' ? { 'idempotency-key': newKey() } : {}),
    }
    const answer = await this.stage.ask(path, { at, method, headers, body: sent })
    const text = await answer.text()
    if (!answer.ok) {
      const when = new Date(at).toISOString()
      throw new Error(`${method} ${path} at ${when} was refused: ${answer.status} ${text}`)
    }
    this.keep(answer.headers.getSetCookie())
    return (text === '' ? {} : JSON.parse(text)) as Answer
  }

  private keep(lines: readonly string[]): void {
    for (const line of lines) {
      const [pair = ''] = line.split(';')
      const at = pair.indexOf('=')
      const [name, value] = [pair.slice(0, at), pair.slice(at + 1)]
      if (value === '' || /max-age=0/i.test(line)) this.cookies.delete(name)
      else this.cookies.set(name, value)
    }
  }
}
