/** Reviewing an application: whose hands it is in, votes, visits. */
import type { Operation } from '#test/faults/operation'
import type { Client } from '#test/support/client'
import {
  aDesk,
  anApprover,
  anOfficer,
  anOpenOne,
  aRecommendedOne,
  decideBy,
  FOR,
  type Desk,
} from '#test/support/committee'
import { expected, type Person } from '#test/support/world'

type Asked = { by: Client; path: string; body?: object }

/** A POST on an application made anew for each crash, at a desk that `prepare` has set up once. */
function reviewing<World>(
  name: string,
  prepare: (desk: Desk) => Promise<World>,
  make: (desk: Desk, world: World) => Promise<Asked>,
): Operation {
  return {
    name,
    begin: async () => {
      const desk = await aDesk()
      const world = await prepare(desk)
      return async () => {
        const { by, path, body = {} } = await make(desk, world)
        return (key) => by.post(path, body, { 'idempotency-key': key })
      }
    },
  }
}

const nothing = async () => {}

const committee = async (desk: Desk): Promise<Person> => {
  await decideBy(desk, { votes: 2 })
  return anApprover(desk)
}

const visit = { visitedOn: '2026-11-20', place: 'Rajapolah', note: 'Dua alat tenun berjalan.' }

export const REVIEWING: readonly Operation[] = [
  reviewing('taking an application in hand', nothing, async (desk) => ({
    by: desk.lender.officer,
    path: `${await anOpenOne(desk)}/taking`,
  })),
  reviewing('handing an application over', anOfficer, async (desk, second) => {
    const path = await anOpenOne(desk)
    const { officer } = desk.lender
    expected(await officer.post(`${path}/taking`), 201)
    const body = { officerId: second.id, note: 'Cuti melahirkan.' }
    return { by: officer, path: `${path}/handover`, body }
  }),
  reviewing('voting on a loan', committee, async (desk) => ({
    by: desk.lender.approver,
    path: `${await aRecommendedOne(desk)}/votes`,
    body: FOR,
  })),
  reviewing('casting the vote that approves a loan', committee, async (desk, second) => {
    const path = await aRecommendedOne(desk)
    expected(await second.post(`${path}/votes`, FOR), 201)
    return { by: desk.lender.approver, path: `${path}/votes`, body: FOR }
  }),
  reviewing('recording a visit', nothing, async (desk) => ({
    by: desk.lender.officer,
    path: `${await anOpenOne(desk)}/visits`,
    body: visit,
  })),
]
