/** `npm run audit`: every invariant of the books on the local database; ends with 1 when one is broken. */
import { audit, INVARIANTS } from '#worker/audit/queries'
import { say } from './ground.ts'
import { withSnapshot } from './snapshot.ts'
import { STATE } from './state.ts'

try {
  const violations = await withSnapshot(STATE, (db) => audit(db))
  for (const { invariant, says, rows } of violations) {
    say(`BROKEN ${invariant}: ${says}`)
    for (const row of rows) process.stdout.write(`${JSON.stringify({ invariant, ...row })}\n`)
  }
  say(`${INVARIANTS.length - violations.length} of ${INVARIANTS.length} invariants hold`)
  if (violations.length > 0) process.exitCode = 1
} catch (reason) {
  say(reason instanceof Error ? reason.message : String(reason))
  process.exitCode = 1
}
