/** The treasurer pays sellers and buyers; sellers change their stock and make vouchers. */
import type { Command, Scene } from '#test/simulation/by-chance/course'
import { nextReference, recent } from '#test/simulation/by-chance/course'
import type { Json } from '#test/support/http'
import { today } from '#test/support/http-network'

const sending = (scene: Scene) => ({ reference: nextReference(scene), sentOn: today() })

function payoutStep(name: string, due: readonly string[], body: (scene: Scene) => Json): Command {
  return {
    name: `payout ${name}`,
    weight: 2,
    ask: (scene) => {
      const one = recent(scene, scene.payouts, ({ status }) => due.includes(status))
      if (!one) return null
      const learn = ({ status }: Json) => void (one.status = status)
      const path = `/api/payouts/${one.id}/${name}`
      return { who: scene.town.operator, path, body: body(scene), learn }
    },
  }
}

/** Those the operator owes money to, as her page lists them. */
async function dueRefund({ town, random, refunds }: Scene): Promise<string | null> {
  if (refunds.length === 0 || random.happens(0.2)) {
    const { status, body } = await town.operator.get('/api/refunds/due')
    if (status === 200) refunds.push(...body.items.map((one: Json) => one.id).filter(Boolean))
  }
  return refunds.shift() ?? null
}

export const settling: readonly Command[] = [
  {
    name: 'pay out',
    weight: 3,
    ask: (scene) => {
      const { town, random } = scene
      const shop = random.pick(town.shops)
      const amount = random.pick([10_000, 100_000, 900_000_000])
      const body = { enterpriseId: shop.id, amount, ...sending(scene) }
      return { who: town.operator, path: '/api/payouts', body }
    },
  },
  {
    name: 'bank file',
    weight: 1,
    ask: (scene) => {
      const learn = ({ payouts = [] }: Json) => {
        for (const { id, status } of payouts) scene.payouts.push({ id, status })
      }
      return { who: scene.town.operator, path: '/api/payout-batches', body: {}, learn }
    },
  },
  payoutStep('sending', ['requested'], sending),
  payoutStep('settlement', ['sent'], () => ({})),
  payoutStep('return', ['sent', 'settled', 'requested'], () => {
    return { reason: 'Nomor rekening salah.', on: today() }
  }),
  {
    name: 'transfer a refund',
    weight: 4,
    ask: async (scene) => {
      const id = await dueRefund(scene)
      const path = `/api/refunds/${id}/transfer`
      return id === null ? null : { who: scene.town.operator, path, body: sending(scene) }
    },
  },
  {
    name: 'stock',
    weight: 4,
    ask: ({ town, random }) => {
      const { chair, variantId } = random.pick(town.shops)
      const body = { add: random.between(-5, 20), reason: 'Dihitung ulang' }
      return { who: chair, method: 'PATCH', path: `/api/variants/${variantId}/stock`, body }
    },
  },
  {
    name: 'voucher',
    weight: 1,
    ask: (scene) => {
      const { chair, slug } = scene.random.pick(scene.town.shops)
      const code = `HEMAT${(scene.references += 1)}`
      const body = {
        ...{ kind: 'amount', code, label: 'Potongan perkenalan', cap: 15_000 },
        ...{ startsOn: today(), mostUses: 10 },
      }
      const learn = () => void scene.vouchers.push(code)
      return { who: chair, path: `/api/organizations/${slug}/vouchers`, body, learn }
    },
  },
  {
    name: 'repay',
    weight: 3,
    ask: ({ town, random }) => {
      const body = { amount: random.pick([10_000, 50_000, 900_000_000]), channel: 'cash' }
      const path = `${random.pick(town.loans)}/repayments`
      return { who: town.cashier, path, body }
    },
  },
  {
    name: 'disburse',
    weight: 1,
    ask: ({ town }) => {
      const application = town.accepted.pop()
      if (!application) return null
      const learn = ({ id }: Json) => void town.loans.push(`/api/loans/${id}`)
      return { who: town.cashier, path: `${application}/disbursement`, body: {}, learn }
    },
  },
]
