/** Sales that pay a loan: a share is agreed on, the clock takes it, the operator sends it on. */
import { DONE, doneIf, nextNumber, taken, type Command } from '#test/simulation/desk/scene'

export const sharing: readonly Command[] = [
  {
    name: 'agree on a share',
    weight: 3,
    ask: (desk, hold) => {
      const group = taken(desk, hold, desk.groups, ({ shared }) => {
        return shared === null || shared.statement.loan.status !== 'active'
      })
      if (!group) return null
      const loan = taken(desk, hold, desk.loans, ({ application, statement }) => {
        return application.applicant === group.chair && statement.loan.status === 'active'
      })
      if (!loan || loan.application.applicant !== group.chair) return null
      const runs = loan.statement.loan.status === 'active'
      const { shared } = group
      const past = shared && shared.statement.loan.status !== 'active' ? DONE : []
      const must = shared ? ['already-exists', ...past] : DONE
      const learn = () => void (group.shared = loan)
      const body = { enterpriseId: group.id, percent: desk.random.between(1, 50) }
      return {
        ...{ who: group.chair, path: `${loan.path}/payout-share`, body, learn },
        must: runs ? must : ['illegal-transition'],
      }
    },
  },
  {
    name: 'send the lender its shares',
    weight: 3,
    ask: (desk, hold) => {
      const { kept } = desk.sums
      if (desk.transfers.held) return null
      hold(desk.transfers)
      const amount = desk.random.weighted([
        [Math.max(1, kept), 2],
        [desk.random.between(1, Math.max(1, kept)), 3],
        [kept + 1, 1],
      ])
      const learn = () => {
        desk.sums.kept -= amount
        desk.sums.money += amount
      }
      const reference = `Potongan ${nextNumber(desk)}`
      const body = { lenderId: desk.id, amount, reference, sentOn: desk.day(0) }
      const must = doneIf(amount <= kept, 'amount-mismatch')
      return { who: desk.operator, path: '/api/lender-transfers', body, must, learn }
    },
  },
]
