/** Money that comes: matched from a statement, assigned out of suspense, returned, paid out by a gateway. */
import type { Operation } from '#test/faults/operation'
import { aMarket, aPurchase, today, until } from '#test/support/orders'
import { expected } from '#test/support/world'

const withKey = (key: string) => ({ 'idempotency-key': key })
const UNMATCHED = '/api/payments/unmatched'
let numbers = 0

export const PAYING: readonly Operation[] = [
  {
    name: 'importing a bank statement',
    begin: async () => {
      const { operator } = await aMarket()
      return async () => {
        const line = `22/11/2026,TRSF ${(numbers += 1)},0000,"5,000.00",CR,0\n`
        const text = `Tanggal,Keterangan,Cabang,Jumlah,,Saldo\n${line}`
        const asked = { fileName: 'mutasi.csv', text }
        return (key) => operator.owner.post('/api/statements', asked, withKey(key))
      }
    },
  },
  {
    name: 'settling a purchase by a line of a statement',
    begin: async () => {
      const market = await aMarket(1000)
      const { owner } = market.operator
      return async () => {
        const { purchase } = await aPurchase([market])
        const words = `TRSF ${(numbers += 1)}`
        const amount = `${purchase.total + 700}`
        const head = 'Tanggal,Keterangan,Cabang,Jumlah,,Saldo'
        const text = `${head}\n22/11/2026,${words},0,${amount},CR,0\n`
        expected(await owner.post('/api/statements', { fileName: 'x.csv', text }), 201)
        const { items } = expected(await owner.get('/api/statement-lines?limit=100'), 200)
        const line = items.find((one: { description: string }) => one.description === words)
        const decision = { decision: 'settle', code: purchase.code }
        const path = `/api/statement-lines/${line.id}/decision`
        return (key) => owner.post(path, decision, withKey(key))
      }
    },
  },
  {
    name: 'settling all that a statement tells exactly',
    begin: async () => {
      const market = await aMarket(1000)
      const { owner } = market.operator
      return async () => {
        const { purchase } = await aPurchase([market])
        const words = `TRSF ${(numbers += 1)}`
        const head = 'Tanggal,Keterangan,Cabang,Jumlah,,Saldo'
        const text = `${head}\n22/11/2026,${words},0,${purchase.total},CR,0\n`
        expected(await owner.post('/api/statements', { fileName: 'x.csv', text }), 201)
        const { items } = expected(await owner.get('/api/statement-lines?limit=100'), 200)
        const { id } = items.find((one: { description: string }) => one.description === words)
        return (key) => owner.post('/api/statement-lines/matches', { lines: [id] }, withKey(key))
      }
    },
  },
  {
    name: 'settling a purchase out of suspense',
    begin: async () => {
      const market = await aMarket(1000)
      const { owner } = market.operator
      return async () => {
        const { purchase } = await aPurchase([market])
        const reference = `Setoran ${(numbers += 1)}`
        const come = { amount: purchase.total + 500, receivedOn: today(), reference }
        const { id } = expected(await owner.post(UNMATCHED, come), 201)
        const asked = { items: [id], code: purchase.code }
        return (key) => owner.post(`${UNMATCHED}/assignments`, asked, withKey(key))
      }
    },
  },
  {
    name: 'returning money out of suspense',
    begin: async () => {
      const { operator } = await aMarket()
      return async () => {
        const reference = `Setoran ${(numbers += 1)}`
        const come = { amount: 5_000, receivedOn: today(), reference }
        const { id } = expected(await operator.owner.post(UNMATCHED, come), 201)
        const back = { returnedOn: today(), bank: 'Bank Contoh', account: '001', reference }
        return (key) => operator.owner.post(`${UNMATCHED}/${id}/return`, back, withKey(key))
      }
    },
  },
  {
    name: 'changing how a purchase is paid to cash at the door',
    begin: async () => {
      const market = await aMarket(1000)
      const { shop } = market
      const terms = { offered: true, most: 1_000_000, areas: [] }
      expected(await shop.chair.put(`/api/enterprises/${shop.slug}/cod-terms`, terms), 200)
      return async () => {
        const { purchase, buyer } = await aPurchase([market])
        const path = `/api/purchases/${purchase.code}/method`
        return (key) => buyer.post(path, { method: 'cod' }, withKey(key))
      }
    },
  },
  {
    name: 'taking back a parcel that was refused at the door',
    begin: async () => {
      const market = await aMarket(1000)
      const { shop } = market
      const terms = { offered: true, most: 1_000_000, areas: [] }
      expected(await shop.chair.put(`/api/enterprises/${shop.slug}/cod-terms`, terms), 200)
      return async () => {
        const { purchase } = await aPurchase([market], { method: 'cod' })
        const { id } = purchase.orders[0]
        await until('shipment', { shop, id })
        const path = `/api/orders/${id}/door-refusal`
        return (key) => shop.chair.post(path, { reason: 'Tidak di rumah' }, withKey(key))
      }
    },
  },
]
