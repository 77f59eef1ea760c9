/**
 * A telephone number shown beside a code is a key that could be guessed at. Wrong guesses are counted, per
 * code and source and per code; once there are too many even the right number waits. Counting only what
 * is wrong, nothing is written when a buyer looks at her purchase.
 */
import { sql } from 'drizzle-orm'
import { commit } from '#db/client'
import type { Ctx } from '#worker/http/context'
import { countUse, type Limit } from '#worker/http/uses'
import { Refusal } from '#worker/kernel/refusal'

const MINUTE = 60_000

function limitsOf(c: Ctx, code: string): Limit[] {
  const source = c.req.header('cf-connecting-ip') ?? 'here'
  return [
    { key: `phone:${code}:${source}`, most: 10, windowMs: 15 * MINUTE },
    { key: `phone:${code}`, most: 100, windowMs: 24 * 60 * MINUTE },
  ]
}

/** For the batch of reads: the wrong guesses at this code so far. */
export function findGuesses(c: Ctx, code: string) {
  const keys = limitsOf(c, code).map((one) => [
    one.key,
    Math.floor(c.var.now / one.windowMs),
    one.most,
  ])
  return c.var.db.all<{ exhausted: number }>(sql`
    SELECT count(*) AS exhausted FROM uses u JOIN json_each(${JSON.stringify(keys)}) j
    ON u.key = j.value->>0 AND u.window = j.value->>1 WHERE u.count >= j.value->>2`)
}

export function refuseExhausted(rows: readonly { exhausted: number }[]): void {
  if ((rows[0]?.exhausted ?? 0) > 0) {
    throw new Refusal('too-many-requests', 'Too many wrong numbers for this code. Try later.')
  }
}

/** Counts a wrong guess, where one was made, and answers as if there were nothing. */
export async function refuseGuess(c: Ctx, code: string | null, name: string): Promise<never> {
  const { db, now } = c.var
  const limits = code === null ? [] : limitsOf(c, code)
  await commit(
    db,
    limits.map((limit) => countUse(db, limit, now)),
  )
  throw new Refusal('not-found', `No such ${name}.`)
}
