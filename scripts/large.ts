/** Loads the large set on an open stage, and shows how far it is. */
import type { LargeSet } from '#db/seed/large'
import type { OpenStage } from '#db/seed/stage'
import { migrate } from './migrations.ts'

export type Line = { what: string; done: number; of: number }
type Said = Line & { failed?: string }

export async function loadLarge(
  stage: OpenStage,
  wanted: LargeSet,
  show: (line: Line) => void,
): Promise<void> {
  await migrate(stage.db)
  const body = JSON.stringify(wanted)
  const answer = await stage.ask('/large', { at: Date.now(), method: 'POST', body })
  if (!answer.ok || !answer.body) throw new Error(`the load ended with ${answer.status}`)
  let rest = ''
  for await (const part of answer.body.pipeThrough(new TextDecoderStream())) {
    const lines = (rest + part).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      const { failed, ...said } = JSON.parse(line) as Said
      if (failed !== undefined) throw new Error(failed)
      show(said)
    }
  }
}
