// The stage on which the demo network's stories are played: the application on a local database,
// asked as the network would ask it, at whatever instant.

export type Asking = {
  readonly at: number
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array<ArrayBuffer> | FormData | undefined
}

export type Stage = {
  /** Asks the application at this instant. */
  ask(path: string, asking: Asking): Promise<Response>
  /** Lets the clock strike, as it does each minute. */
  ring(at: number): Promise<void>
}

export type OpenStage = Stage & {
  readonly db: D1Database
  /** Opens the network; known to nobody else. */
  readonly setupToken: string
  close(): Promise<void>
}
