/** What a treasurer and whoever agrees with her do to a lender's book. */
import type { Operation } from '#test/faults/operation'
import { clock } from '#test/support/client'
import { aFundedDesk } from '#test/support/funds'
import { expected, signInAgain, type Person } from '#test/support/world'

type Desk = Awaited<ReturnType<typeof aFundedDesk>>

const EXPENSE = {
  kind: 'entry',
  description: 'Honor rapat',
  lines: [
    { code: 'operating-expenses', category: 'meetings', debit: 70_000 },
    { code: 'cash', credit: 70_000 },
  ],
}

function acting(
  name: string,
  by: (desk: Desk) => Person,
  make: (desk: Desk) => Promise<{ path: string; body?: object }>,
): Operation {
  return {
    name,
    begin: async () => {
      const desk = await aFundedDesk()
      return async () => {
        const { path, body } = await make(desk)
        return (key) => by(desk).post(path, body, { 'idempotency-key': key })
      }
    },
  }
}

const proposed = async ({ lender, api }: Desk, body: object) => {
  const { id } = expected(await lender.treasurer.post(`${api}/book-proposals`, body), 201)
  return { path: `${api}/book-proposals/${id}/approval` }
}

let month = 0
let target = 0

export const LENDER_BOOKS: readonly Operation[] = [
  acting(
    'proposing an entry',
    ({ lender }) => lender.treasurer,
    async ({ api }) => ({ path: `${api}/book-proposals`, body: EXPENSE }),
  ),
  acting(
    'agreeing to an entry',
    ({ lender }) => lender.owner,
    (desk) => proposed(desk, EXPENSE),
  ),
  acting(
    'returning money to a funder',
    ({ lender }) => lender.approver,
    (desk) => {
      const reason = 'Program selesai'
      const given = { kind: 'fund-return', fundId: desk.lender.id, amount: 1_000_000, reason }
      return proposed(desk, given)
    },
  ),
  acting(
    'providing for losses',
    ({ lender }) => lender.treasurer,
    async ({ api }) => {
      target += 1_000_000
      const classes = [{ class: 'Macet', balance: target, bps: 10_000 }]
      return { path: `${api}/provisions`, body: { source: 'Kebijakan sendiri', classes } }
    },
  ),
  {
    name: 'closing a month',
    begin: async () => {
      const { lender, api } = await aFundedDesk()
      const kept = expected(await lender.treasurer.get(`${api}/periods`), 200)
      const [first] = kept.closable
      month = Number(first.slice(0, 4)) * 12 + Number(first.slice(5, 7)) - 2
      return async () => {
        month += 1
        const next = `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`
        const ended = Date.parse(`${next}-01T03:00:00Z`) + 40 * 86_400_000
        if (ended > clock.now) {
          clock.now = ended
          await signInAgain(lender.treasurer)
        }
        const path = `${api}/periods/${next}/closing`
        return (key) => lender.treasurer.post(path, undefined, { 'idempotency-key': key })
      }
    },
  },
]
