/** Pauses of a whole region, by two people; the clock carries them out. */
import {
  DONE,
  doneIf,
  taken,
  type Command,
  type Desk,
  type Waiting,
} from '#test/simulation/desk/scene'
import type { Json } from '#test/support/http'

const isProposed = ({ status }: Waiting) => status === 'proposed'
const isUnderWay = ({ status }: Waiting) => status === 'proposed' || status === 'running'

export const pausing: readonly Command[] = [
  {
    name: 'propose a region’s pause',
    weight: 2,
    ask: (desk, hold) => {
      const { random } = desk
      const group = taken(desk, hold, desk.groups)
      if (!group || desk.regions.held) return null
      hold(desk.regions)
      const by = random.pick(['owner', 'approver'] as const)
      const until = desk.day(-random.between(0, 40))
      const told = { regionCode: group.region, until, interest: random.pick(['none', 'runs']) }
      const waits = desk.pauses.some((one) => {
        return isUnderWay(one) && one.told.regionCode === group.region
      })
      const isPast = until <= desk.day(0)
      const must = isPast ? ['outside-limits'] : doneIf(!waits, 'already-exists')
      const learn = ({ id, status }: Json) => {
        desk.pauses.push({ id, status, told: { ...told, by }, held: false })
      }
      const body = { ...told, reason: 'Banjir bandang.' }
      const path = `/api/lenders/${desk.slug}/region-pauses`
      return { who: desk.lender[by], path, body, must, learn }
    },
  },
  {
    name: 'agree to it',
    weight: 2,
    ask: (desk, hold) => {
      const one = taken(desk, hold, desk.pauses, isProposed)
      if (!one || desk.regions.held) return null
      hold(desk.regions)
      const by = desk.random.pick(['owner', 'approver'] as const)
      const isOver = one.told.until <= desk.day(0)
      const other = isOver ? ['outdated'] : DONE
      const own = by === one.told.by ? ['same-person'] : other
      const must = isProposed(one) ? own : ['illegal-transition']
      const learn = ({ status }: Json) => void (one.status = status)
      const path = `/api/lenders/${desk.slug}/region-pauses/${one.id}/approval`
      return { who: desk.lender[by], path, body: {}, must, learn }
    },
  },
  {
    name: 'refuse it',
    weight: 1,
    ask: (desk, hold) => {
      const one = taken(desk, hold, desk.pauses, isProposed)
      if (!one || desk.regions.held) return null
      hold(desk.regions)
      const by = one.told.by === 'owner' ? 'approver' : 'owner'
      const must = doneIf(isProposed(one), 'illegal-transition')
      const learn = () => void (one.status = 'refused')
      const body = { reasons: 'Airnya sudah surut.' }
      const path = `/api/lenders/${desk.slug}/region-pauses/${one.id}/refusal`
      return { who: desk.lender[by], path, body, must, learn, unkept: true as const }
    },
  },
]

/** What the clock has made of those that two people agreed on. */
export async function followPauses(desk: Desk): Promise<void> {
  for (const one of desk.pauses.filter(({ status }) => status === 'running')) {
    const path = `/api/lenders/${desk.slug}/region-pauses/${one.id}`
    const { status, body } = await desk.lender.officer.get(path)
    if (status === 200) one.status = body.pause.status
  }
}
