/** What a seller does by hand with her stock. */
import type { Operation } from '#test/faults/operation'
import { anEnterprise, aDraft } from '#test/support/shop'

const withKey = (key: string) => ({ 'idempotency-key': key })

export const SELLING: readonly Operation[] = [
  {
    name: 'saving a stock take',
    begin: async () => {
      const shop = await anEnterprise()
      return async () => {
        const { variants } = await aDraft(shop)
        const counts = [{ variantId: variants[0].id, counted: 3, seen: 5 }]
        const path = `/api/enterprises/${shop.slug}/stock-counts`
        const asked = { reason: 'Hitung bulanan', counts }
        return (key) => shop.chair.post(path, asked, withKey(key))
      }
    },
  },
]
