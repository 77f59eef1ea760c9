/**
 * Some hundred commands by chance on the served product, killed in between; `npm run simulate` plays ten
 * thousand of them.
 */
import { afterAll, expect, it } from 'vitest'
import { chance } from '#db/seed/random'
import { faultsOf } from '#test/simulation/by-chance/judging'
import { play, type Played } from '#test/simulation/by-chance/playing'

const SEED = process.env.SIMULATION_SEED ?? String(Date.now())

let played: Played | undefined
afterAll(() => played?.server.stop())

it(`whatever is sent and whenever it is killed, the books are right (SIMULATION_SEED=${SEED})`, async () => {
  played = await play({ commands: 400, kills: 2, clients: 8, random: chance(SEED) })
  expect(await faultsOf(played)).toEqual([])
  const done = [...played.tally].filter(([, [times]]) => times > 0)
  expect(done.length).toBeGreaterThan(10)
})
