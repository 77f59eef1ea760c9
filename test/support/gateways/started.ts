/** Before the API tests: the stand-in of the gateways, whose address they are told. */
import type { TestProject } from 'vitest/node'
import { startStandIn } from '#test/support/gateways/serving'

declare module 'vitest' {
  interface ProvidedContext {
    gateways: string
  }
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { url, close } = await startStandIn()
  project.provide('gateways', url)
  return close
}
