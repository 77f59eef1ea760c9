/** Buyers who pay at a gateway, and its notices, which come late, twice, or tell that money went back. */
import type { Notice } from '#test/support/gateways/shared'
import { Http } from '#test/support/http'
import { paid } from '#test/simulation/by-chance/buying'
import type { Command, Scene } from '#test/simulation/by-chance/course'
import { recent } from '#test/simulation/by-chance/course'

async function steered<T>({ gateway }: Scene, path: string, body?: object): Promise<T> {
  const init = body ? { method: 'POST', body: JSON.stringify(body) } : {}
  return (await (await fetch(`${gateway}/control/${path}`, init)).json()) as T
}

export const atGateway: readonly Command[] = [
  {
    name: 'go to the gateway',
    weight: 4,
    ask: (scene) => {
      const waits = scene.purchases.filter(({ method }) => method === 'midtrans')
      const one = recent(scene, waits, ({ open, reference }) => open && reference === null)
      if (!one) return null
      const learn = ({ reference }: { reference: string }) => void (one.reference = reference)
      const missed = () => void (one.open = false)
      return {
        who: one.buyer,
        path: `/api/purchases/${one.code}/gateway-payment`,
        body: {},
        learn,
        missed,
      }
    },
  },
  {
    name: 'gateway’s notice',
    weight: 5,
    ask: async (scene) => {
      const there = scene.purchases.filter(({ reference }) => reference !== null)
      const one = recent(scene, there, ({ open }) => open)
      if (!one) return null
      const status = one.open
        ? scene.random.pick(['settlement', 'settlement', 'settlement', 'pending', 'expire'])
        : scene.random.pick(['settlement', 'settlement', 'settlement', 'chargeback'])
      const query = `reference=${encodeURIComponent(one.reference ?? '')}`
      await steered(scene, `state?${query}`, { status })
      const { body } = await steered<Notice>(scene, `notice?${query}`)
      const who = new Http(scene.town.operator.at)
      const learn = () => (status === 'settlement' ? paid(one) : undefined)
      return { who, path: '/api/gateways/midtrans/notices', body: JSON.parse(body), learn }
    },
  },
]
