/** Vouchers: placing with one, and the money partners set aside for theirs. */
import type { Operation } from '#test/faults/operation'
import { newPhone } from '#test/support/world'
import {
  aVoucher,
  aVoucherMarket,
  deposit,
  percent,
  vouchersOf,
  wished,
} from '#test/support/voucher-market'

const withKey = (key: string) => ({ 'idempotency-key': key })
let made = 0
const code = () => `KODE${String((made += 1)).padStart(6, '0')}`

export const VOUCHERS: readonly Operation[] = [
  {
    name: 'placing a purchase with a voucher',
    begin: async () => {
      const market = await aVoucherMarket(2000)
      const { operator } = market
      await aVoucher(operator.owner, operator, { mostUses: 5000, mostPerBuyer: 1 })
      return async () => {
        const phone = newPhone()
        const { client, asked } = await wished(market, { vouchers: ['HEMAT10'], phone })
        return (key) => client.post('/api/purchases', asked, withKey(key))
      }
    },
  },
  {
    name: 'setting a voucher’s budget aside',
    begin: async () => {
      const market = await aVoucherMarket()
      await deposit(market, 900_000_000)
      const { partner } = market
      return async () => {
        const asked = percent({ code: code(), budget: 1_000_000 })
        return (key) => partner.owner.post(vouchersOf(partner), asked, withKey(key))
      }
    },
  },
  {
    name: 'ending a voucher',
    begin: async () => {
      const market = await aVoucherMarket()
      await deposit(market, 900_000_000)
      const { partner } = market
      return async () => {
        const { id } = await aVoucher(partner.owner, partner, { code: code(), budget: 1_000_000 })
        const path = `${vouchersOf(partner)}/${id}/closure`
        return (key) => partner.owner.post(path, {}, withKey(key))
      }
    },
  },
  {
    name: 'recording a partner’s deposit',
    begin: async () => {
      const { operator, partner } = await aVoucherMarket()
      return async () => {
        const received = { partner: partner.slug, amount: 500_000, receivedOn: '2026-11-20' }
        const asked = { ...received, reference: `CSR ${code()}` }
        return (key) => operator.owner.post('/api/partner-deposits', asked, withKey(key))
      }
    },
  },
]
