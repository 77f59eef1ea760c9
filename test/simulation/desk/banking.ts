/** The lender’s own bank account: lines come, pay a loan, wait in suspense, go back. */
import {
  DONE,
  doneIf,
  nextNumber,
  taken,
  type Command,
  type Desk,
  type Hold,
  type Waiting,
} from '#test/simulation/desk/scene'
import type { Json } from '#test/support/http'

const COLUMNS = { on: 'Tanggal', description: 'Keterangan', credit: 'Kredit' }

/** Lines that are new to the desk; their ids are in no answer to the import. */
async function notice(desk: Desk): Promise<void> {
  const path = `/api/lenders/${desk.slug}/bank-credits?status=new&limit=100`
  const { status, body } = await desk.lender.cashier.get(path)
  if (status !== 200) return
  const known = new Set(desk.credits.map(({ id }) => id))
  for (const { id, amount, receivedOn: on } of body.items as Json[]) {
    if (!known.has(id)) desk.credits.push({ id, status: 'new', told: { amount, on }, held: false })
  }
}

const isOpen = ({ status }: Waiting) => status === 'new' || status === 'suspense'

async function match(desk: Desk, hold: Hold) {
  await notice(desk)
  const line = taken(desk, hold, desk.credits, isOpen)
  const loan = taken(desk, hold, desk.loans, ({ statement }) => statement.loan.status === 'active')
  if (!line || !loan || loan.statement.loan.number === 0) return null
  const { amount } = line.told
  const from = line.status
  const learn = ({ status }: Json) => {
    line.status = status
    loan.paid.push({ seq: (loan.seq += 1), amount, way: 'counter', reversed: false })
    if (from === 'suspense') desk.sums.suspense -= amount
    else desk.sums.money += amount
  }
  const body = { loanNumber: loan.statement.loan.number }
  const early = line.told.on < loan.disbursedOn
  const must = early ? ['outside-limits'] : doneIf(isOpen(line), 'illegal-transition')
  const path = `/api/bank-credits/${line.id}/match`
  return { who: desk.lender.cashier, path, body, must, learn, look: loan }
}

export const banking: readonly Command[] = [
  {
    name: 'import a statement',
    weight: 3,
    ask: (desk) => {
      const lines = Array.from({ length: desk.random.between(1, 3) }, () => {
        return `${desk.day(0)},SETORAN ${nextNumber(desk)},${desk.random.between(1, 9) * 100_000}`
      })
      const text = `Tanggal,Keterangan,Kredit\n${lines.join('\n')}\n`
      const body = { fileName: 'mutasi.csv', text, columns: COLUMNS }
      const path = `/api/lenders/${desk.slug}/bank-statements`
      return { who: desk.lender.cashier, path, body, must: DONE }
    },
  },
  { name: 'match a line', weight: 4, ask: match },
  {
    name: 'put a line aside',
    weight: 3,
    ask: (desk, hold) => {
      const line = taken(desk, hold, desk.credits, ({ status }) => status === 'new')
      if (!line) return null
      const to = desk.random.pick(['suspense', 'suspense', 'ignored'])
      const { amount } = line.told
      const learn = () => {
        line.status = to
        if (to === 'ignored') return
        desk.sums.suspense += amount
        desk.sums.money += amount
      }
      const must = doneIf(line.status === 'new', 'illegal-transition')
      const path = `/api/bank-credits/${line.id}/putting-aside`
      const body = { to, note: 'Belum tahu dari siapa.' }
      return { who: desk.lender.cashier, path, body, must, learn }
    },
  },
  {
    name: 'send a line back',
    weight: 2,
    ask: (desk, hold) => {
      const line = taken(desk, hold, desk.credits, ({ status }) => status === 'suspense')
      if (!line) return null
      const { amount } = line.told
      const learn = () => {
        line.status = 'returned'
        desk.sums.suspense -= amount
        desk.sums.money -= amount
      }
      const must = doneIf(line.status === 'suspense', 'illegal-transition')
      const body = { reference: `Kembali ${nextNumber(desk)}` }
      const path = `/api/bank-credits/${line.id}/return`
      return { who: desk.lender.cashier, path, body, must, learn }
    },
  },
]
