/** Applying: who stands for it, its papers, what its applicant wants, and money handed over in parts. */
import type { Act, Operation } from '#test/faults/operation'
import {
  aDesk,
  aGroup,
  aGroupApplication,
  approves,
  asked,
  rejects,
  type Desk,
} from '#test/support/applying'
import { acceptanceOf, accepts, anApplication } from '#test/support/desk'
import { jpeg } from '#test/support/pictures'
import { expected, type Person } from '#test/support/world'

type Posted = { by: Person; path: string; body?: object | ArrayBuffer; raw?: true }

/** Something made anew for each crash. */
function posting(name: string, make: (desk: Desk) => Promise<Posted>): Operation {
  return {
    name,
    begin: async () => {
      const desk = await aDesk()
      await recommended(desk)
      return async (): Promise<Act> => {
        const { by, path, body = {}, raw } = await make(desk)
        const type = raw ? 'application/octet-stream' : 'application/json'
        return (key) => by.post(path, body, { 'idempotency-key': key, 'content-type': type })
      }
    },
  }
}

const pathOf = async ({ borrower, productId }: Desk, changes: object = {}) =>
  `/api/loan-applications/${await anApplication(borrower, productId, changes)}`

/** The first recommendation of a desk also writes down the card that it was read by. */
async function recommended(desk: Desk): Promise<void> {
  await approves(desk, await pathOf(desk))
}

async function approved(desk: Desk, changes: object = {}): Promise<string> {
  const path = await pathOf(desk, changes)
  await approves(desk, path)
  return path
}

const identified = { nik: '3174015508900001', consents: ['identity'] }
const OTHER = { bank: 'BCA', number: '1234567890', holder: 'Siti Rahayu' }
const PARTS = {
  tranches: [
    { amount: 3_000_000, note: 'Membeli alat' },
    { amount: 2_000_000, note: 'Sesudah alat terpasang' },
  ],
}
let side = 200

export const APPLYING: readonly Operation[] = [
  posting('agreeing to a share', async ({ productId }) => {
    const group = await aGroup()
    await aGroupApplication(group, productId)
    const by = group.members[0]!
    const [pledge] = await asked(by)
    return { by, path: `/api/pledges/${pledge.id}/answer`, body: { answer: 'confirmed' } }
  }),
  posting('handing in a paper', async (desk) => {
    const picture = jpeg({ width: (side += 1), height: 200 })
    return {
      ...{ by: desk.borrower, raw: true, body: new Uint8Array(picture).buffer },
      path: `${await pathOf(desk, identified)}/attachments?kind=ktp`,
    }
  }),
  posting('objecting to a rejection', async (desk) => {
    const path = await pathOf(desk)
    await rejects(desk, path)
    const body = { words: 'Penghasilan pasar malam belum dihitung.' }
    return { by: desk.borrower, path: `${path}/objection`, body }
  }),
  posting('answering an objection', async (desk) => {
    const path = await pathOf(desk)
    await rejects(desk, path)
    const words = 'Penghasilan pasar malam belum dihitung.'
    expected(await desk.borrower.post(`${path}/objection`, { words }), 201)
    const body = { outcome: 'reopened', answer: 'Benar, kami tinjau ulang.' }
    return { by: desk.lender.owner, path: `${path}/objection/answer`, body }
  }),
  posting('asking for another account for the money', async (desk) => ({
    by: desk.borrower,
    path: `${await approved(desk)}/bank-account`,
    body: OTHER,
  })),
  posting('letting the money go to another account', async (desk) => {
    const path = await approved(desk)
    expected(await desk.borrower.post(`${path}/bank-account`, OTHER), 201)
    const body = { outcome: 'approved' }
    return { by: desk.lender.approver, path: `${path}/bank-account/decision`, body }
  }),
  posting('accepting for a group', async (desk) => {
    const group = await aGroup()
    const path = `/api/loan-applications/${await aGroupApplication(group, desk.productId)}`
    for (const member of group.members) {
      const [pledge] = await asked(member)
      expected(await member.post(`/api/pledges/${pledge.id}/answer`, { answer: 'confirmed' }), 201)
    }
    await approves(desk, path)
    const body = await acceptanceOf(group.chair, path)
    return { by: group.chair, path: `${path}/acceptance`, body }
  }),
  posting('handing over the next part of a loan', async (desk) => {
    const path = await approved(desk)
    expected(await desk.lender.approver.put(`${path}/tranches`, PARTS), 200)
    await accepts(desk.borrower, path)
    const { id } = expected(await desk.lender.cashier.post(`${path}/disbursement`), 201)
    return { by: desk.lender.cashier, path: `/api/loans/${id}/draws` }
  }),
]
