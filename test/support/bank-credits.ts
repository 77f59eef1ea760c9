/** A lender whose bank account is written to, and loans that may be meant. */
import { aLoanProduct } from '#test/support/desk'
import { today } from '#test/support/orders'
import { aLoan } from '#test/support/payout-shares'
import { aLender, anOperator, aPerson, expected } from '#test/support/world'

export async function aBankedLender() {
  const operator = await anOperator()
  const lender = await aLender(operator)
  const productId = await aLoanProduct(lender)
  return { operator, lender, productId }
}

type Banked = Awaited<ReturnType<typeof aBankedLender>>

let lines = 0

/** A loan, and a line of a statement that is its next instalment. */
export async function aTransferIn({ lender, productId }: Banked, words = 'SETORAN') {
  const borrower = await aPerson()
  const loan = await aLoan(lender, borrower, productId)
  const shown = expected(await borrower.get(`/api/loans/${loan.id}`), 200).loan
  const amount: number = shown.nextDueAmount
  const description = `${words.replace('PJ', `PJ${shown.number}`)} ${(lines += 1)}`
  const text = `Tanggal,Keterangan,Kredit\n${today()},${description},${amount}\n`
  const columns = { on: 'Tanggal', description: 'Keterangan', credit: 'Kredit' }
  const sent = { fileName: 'mutasi.csv', text, columns }
  expected(await lender.cashier.post(`/api/lenders/${lender.slug}/bank-statements`, sent), 201)
  const path = `/api/lenders/${lender.slug}/bank-credits?limit=100`
  const { items } = expected(await lender.cashier.get(path), 200)
  const credit = items.find((one: { description: string }) => one.description === description)
  return { borrower, loan: shown, amount, sent, credit, at: `/api/bank-credits/${credit.id}` }
}
