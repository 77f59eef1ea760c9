/**
 * Compiles web/messages to functions. It ends its process by itself: the compiler keeps a thread of its
 * own busy for half a minute after its work is done, which a build need not wait for.
 */
import { compile } from '@inlang/paraglide-js'
import { paraglide } from '../web/paraglide.config.ts'

try {
  await compile(paraglide)
  process.exit(0)
} catch (reason) {
  console.error(reason)
  process.exit(1)
}
