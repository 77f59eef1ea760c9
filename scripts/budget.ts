/** What the build may weigh, compressed. A product page's own weight is measured in test/browser. */
import { currentBuild } from './built.ts'
import { bundleBytes, sizes } from './sizes.ts'
import { say } from './ground.ts'

/** Half of what the smallest plan of the platform takes. */
const WORKER_BYTES = 1.5 * 1024 * 1024

export function checkBudget(): void {
  const built = currentBuild()
  const bytes = bundleBytes(built)
  if (bytes > WORKER_BYTES) {
    throw new Error(`The Worker weighs ${bytes} bytes compressed; its budget is ${WORKER_BYTES}.`)
  }
  say(`within budget: ${sizes(built)}`)
}

if (import.meta.main) checkBudget()
