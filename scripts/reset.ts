/** `npm run reset`: forgets the local data; the next start makes a new demo network. */
import { rmSync } from 'node:fs'
import { say } from './ground.ts'
import { STATE, whoUses } from './state.ts'

const user = whoUses()
if (user) {
  say(`stop it first: ${user}`)
  process.exit(1)
}
rmSync(STATE, { recursive: true, force: true })
say(`removed ${STATE}`)
