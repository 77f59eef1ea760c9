/** Transfers to a lender: matched to a loan, kept in suspense, sent back. */
import type { Operation } from '#test/faults/operation'
import { aBankedLender, aTransferIn } from '#test/support/bank-credits'
import { expected } from '#test/support/world'

const ASIDE = { to: 'suspense', note: 'Belum tahu dari siapa.' }

function onLine(
  name: string,
  path: string,
  bodyOf: (loan: number) => object,
  waits: boolean,
): Operation {
  return {
    name,
    begin: async () => {
      const banked = await aBankedLender()
      const { cashier } = banked.lender
      return async () => {
        const { at, loan } = await aTransferIn(banked)
        if (waits) expected(await cashier.post(`${at}/putting-aside`, ASIDE), 201)
        return (key) =>
          cashier.post(`${at}/${path}`, bodyOf(loan.number), { 'idempotency-key': key })
      }
    },
  }
}

const loanOf = (loanNumber: number) => ({ loanNumber })

export const BANK_CREDITS: readonly Operation[] = [
  {
    name: 'importing a lender’s statement',
    begin: async () => {
      const { lender } = await aBankedLender()
      let files = 0
      return async () => {
        const text = `Tanggal,Keterangan,Kredit\n2026-11-20,SETORAN ${(files += 1)},700000\n`
        const columns = { on: 'Tanggal', description: 'Keterangan', credit: 'Kredit' }
        const body = { fileName: 'mutasi.csv', text, columns }
        const path = `/api/lenders/${lender.slug}/bank-statements`
        return (key) => lender.cashier.post(path, body, { 'idempotency-key': key })
      }
    },
  },
  onLine('matching a transfer to its loan', 'match', loanOf, false),
  onLine('matching what was in suspense to its loan', 'match', loanOf, true),
  onLine('keeping a lender’s transfer in suspense', 'putting-aside', () => ASIDE, false),
  onLine('sending a lender’s transfer back', 'return', () => ({ reference: 'TRF 1' }), true),
]
