/** What a build of the pages leaves for the Worker; declared, so that types can be checked before one. */
declare module '*/web/.svelte-kit/cf/server.js' {
  type Answering = {
    platform: object
    getClientAddress(): string
  }
  export const server: {
    init(options: {
      env: object
      read(file: string): Promise<ReadableStream | null>
    }): Promise<void>
    respond(request: Request, answering: Answering): Promise<Response>
  }
}

declare module '*/web/.svelte-kit/cf/pages.js' {
  /** Paths answered by a file; the platform serves them before the Worker is asked. */
  export const prerendered: ReadonlySet<string>
  /** Where hashed files live, as `_app`. */
  export const appPath: string
}
