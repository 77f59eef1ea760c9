/** Groups: from their members’ shares to the money that the cashier has counted. */
import type { Operation } from '#test/faults/operation'
import { aGroup, aLoanTo, aSheet, INSTALMENT, sharesOf } from '#test/support/group-loan'
import type { GroupDesk } from '#test/support/group-loan'
import { expected, type Person } from '#test/support/world'

type Made = { path: string; body: object }

/** A POST on a loan made anew for each crash. */
function posting(
  name: string,
  by: (desk: GroupDesk) => Person,
  make: (desk: GroupDesk) => Promise<Made>,
  withShares = true,
): Operation {
  return {
    name,
    begin: async () => {
      const group = await aGroup()
      return async () => {
        const desk = await aLoanTo(group, { withShares, disbursedOn: '2026-10-22' })
        const { path, body } = await make(desk)
        return (key) => by(desk).post(path, body, { 'idempotency-key': key })
      }
    },
  }
}

const officer = ({ lender }: GroupDesk) => lender.officer
const cashier = ({ lender }: GroupDesk) => lender.cashier
const approver = ({ lender }: GroupDesk) => lender.approver
const leader = (desk: GroupDesk) => desk.leader

const sharesAt = ({ loanId }: GroupDesk) => `/api/loans/${loanId}/shares`

/** The first instalment is due today; one member is short, one saves. */
const sheetOf = (desk: GroupDesk) =>
  aSheet(desk, [{ saved: 5_000 }, { paid: 58_400 }], { heldOn: '2026-11-22', useReserve: false })
const CASH = INSTALMENT + 5_000

const NOTHING = { paid: 0, covers: false }

/** One member saves and nobody pays; then the reserve helps who is short. */
async function helpedByReserve(desk: GroupDesk): Promise<object> {
  const on = (heldOn: string) => ({ heldOn, useReserve: heldOn > '2026-11-20' })
  const saving = [{ ...NOTHING, saved: 5_000 }, NOTHING, NOTHING, NOTHING]
  await held(desk, aSheet(desk, saving, on('2026-11-20')))
  return aSheet(desk, [{}, { paid: 58_400 }], on('2026-11-22'))
}

async function held(desk: GroupDesk, sheet: object = sheetOf(desk)): Promise<string> {
  const path = `/api/loans/${desk.loanId}/meetings`
  return `/api/meetings/${expected(await desk.lender.officer.post(path, sheet), 201).id}`
}

async function handed(desk: GroupDesk): Promise<string> {
  const path = `${await held(desk)}/hand-over`
  expected(await desk.leader.post(path, { amount: CASH }), 201)
  return path
}

async function repaid(desk: GroupDesk): Promise<Made> {
  const path = `/api/loans/${desk.loanId}/repayments`
  expected(await desk.lender.cashier.post(path, { amount: 100_000, channel: 'cash' }), 201)
  const parts = [{ shareId: desk.shareIds[1], amount: 100_000 }]
  return { path: `${path}/2/parts`, body: { parts } }
}

const WISH = { amount: 1_000, reason: 'Untuk anggota yang sakit.' }

async function withdrawalsOf(desk: GroupDesk): Promise<string> {
  await held(desk)
  return `/api/lenders/${desk.lender.slug}/groups/${desk.groupSlug}/withdrawals`
}

async function proposed(desk: GroupDesk): Promise<Made> {
  const shares = sharesOf(desk)
  expected(await desk.lender.officer.post(sharesAt(desk), { shares, reason: 'Pindah.' }), 201)
  return { path: `${sharesAt(desk)}/decision`, body: { outcome: 'approved' } }
}

export const GROUPS: readonly Operation[] = [
  posting(
    'setting the shares of a group’s loan',
    officer,
    async (desk) => ({ path: sharesAt(desk), body: { shares: sharesOf(desk) } }),
    false,
  ),
  posting('deciding on other shares', approver, proposed),
  posting('saying who paid', officer, repaid),
  posting('writing a meeting down', officer, async (desk) => ({
    path: `/api/loans/${desk.loanId}/meetings`,
    body: sheetOf(desk),
  })),
  posting('writing a meeting down that the reserve helps', officer, async (desk) => ({
    path: `/api/loans/${desk.loanId}/meetings`,
    body: await helpedByReserve(desk),
  })),
  posting('handing the money of a meeting over', leader, async (desk) => ({
    path: `${await held(desk)}/hand-over`,
    body: { amount: CASH },
  })),
  posting('counting the money of a meeting', cashier, async (desk) => ({
    path: `${await handed(desk)}/confirmation`,
    body: { amount: CASH },
  })),
  posting('taking a meeting back', approver, async (desk) => ({
    path: `${await held(desk)}/reversal`,
    body: { reason: 'Salah lembar.' },
  })),
  posting('asking for money out of the reserve', leader, async (desk) => ({
    path: await withdrawalsOf(desk),
    body: WISH,
  })),
  posting('paying money out of the reserve', cashier, async (desk) => {
    const { id } = expected(await desk.leader.post(await withdrawalsOf(desk), WISH), 201)
    return { path: `/api/reserve-withdrawals/${id}/decision`, body: { outcome: 'paid' } }
  }),
  posting('paying back who paid', officer, async (desk) => {
    await held(desk)
    const { covers } = expected(await desk.leader.get(sharesAt(desk)), 200)
    return { path: `/api/covers/${covers[0].id}/repayments`, body: { amount: 1_000 } }
  }),
]
