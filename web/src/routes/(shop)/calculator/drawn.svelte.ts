/** What the browser has drawn last; the result follows it. */
import type { Field, Typed } from './asked.ts'
import type { Shown } from './shown.ts'

type Drawn = { loan: { typed: Typed; quote: Shown } | null; wrong: readonly Field[] }

export const drawn = $state<Drawn>({ loan: null, wrong: [] })
