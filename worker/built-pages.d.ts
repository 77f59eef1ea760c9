/** What `vite build` leaves for the front door; declared so that types hold before the first build. */
declare module '*/web/.svelte-kit/cf/server.js' {
  export const server: {
    init(options: {
      env: unknown
      read(file: string): Promise<ReadableStream | null>
    }): Promise<void>
    respond(
      request: Request,
      options: { platform: unknown; getClientAddress(): string },
    ): Promise<Response>
  }
}

declare module '*/web/.svelte-kit/cf/pages.js' {
  export const appPath: string
  export const prerendered: ReadonlySet<string>
}
