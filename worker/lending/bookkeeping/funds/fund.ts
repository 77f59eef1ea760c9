/**
 * A fund is money to lend from one source, with what it may be used for: a company's CSR, a revolving
 * fund, own capital, a grant. Its money is either idle, lent, lost or given back, to the rupiah:
 * idle = received + brought + recovered − returned − balance − lost. A loan goes out of idle money only.
 * Every lender has a first fund, which bears the lender's own id and carries whatever names no other.
 */
import type { LocalDate } from '#worker/kernel/calendar'
import { amount, rupiah, type Amount } from '#worker/kernel/money'
import { Refusal } from '#worker/kernel/refusal'
import { sentence } from '#worker/kernel/sentence'

export const FUND_KINDS = ['csr', 'revolving', 'own', 'grant'] as const
export type FundKind = (typeof FUND_KINDS)[number]

export type Fund = {
  id: string
  lenderId: string
  name: string
  kind: FundKind
  funderName: string
  /** The organization of the network that gave it, if it is one. */
  funderId: string | null
  restriction: string
  /** What the funder promised in all; null where nothing was. */
  promised: number | null
  openedOn: string
  status: 'open' | 'closed'
  createdAt: number
  version: number
}

/** Where the money of a fund stands. */
export type FundSums = {
  received: number
  returned: number
  /** Of loans that came with the fund from elsewhere. */
  brought: number
  lent: number
  lentToWomen: number
  balance: number
  writtenOff: number
  recovered: number
  loans: number
  running: number
  borrowers: number
  idle: number
}

/** The fund that carries a loan: the one that was chosen, or the lender's first. */
export const fundOf = (lenderId: string, chosen?: string | null) => chosen ?? lenderId

/** The subject of a fund's events: the first fund bears its lender's id, which has events of its own. */
export const historyOf = (id: string) => `fund/${id}`

/** What of the promise is still to come; null where nothing was promised. */
export function stillToCome({ promised }: Fund, { received }: FundSums): Amount | null {
  return promised === null ? null : amount(Math.max(0, promised - received))
}

/** Refuses more than was promised, and money for a fund that is closed. */
export function receive(fund: Fund, sums: FundSums, received: Amount): void {
  if (fund.status === 'closed') throw new Refusal('illegal-transition', 'This fund is closed.')
  const rest = stillToCome(fund, sums)
  if (rest === null || received <= rest) return
  throw new Refusal('outside-limits', 'The funder did not promise that much.', {
    errors: [
      {
        pointer: '/amount',
        detail: sentence(
          `Sisa yang dijanjikan tinggal ${rupiah(rest)}.`,
          `Only ${rest} of what was promised is still to come.`,
        ),
      },
    ],
    facts: { stillToCome: rest },
  })
}

type Told = Pick<Fund, 'name' | 'kind' | 'funderName' | 'funderId' | 'restriction' | 'promised'>

export function openFund(
  told: Told,
  made: { id: string; lenderId: string; on: LocalDate; at: number },
): Fund {
  const { id, lenderId, on, at } = made
  return { ...told, id, lenderId, openedOn: on, status: 'open', createdAt: at, version: 1 }
}

/** What is said of a fund may change; less than has come cannot have been promised. */
export function changeFund(fund: Fund, sums: FundSums, told: Told & Pick<Fund, 'status'>): Fund {
  if (told.promised !== null && told.promised < sums.received) {
    throw new Refusal('outside-limits', 'More than that has come already.', {
      errors: [
        {
          pointer: '/promised',
          detail: sentence(
            `Sudah diterima ${rupiah(amount(sums.received))}.`,
            `${sums.received} has been received.`,
          ),
        },
      ],
    })
  }
  const isEmpty = sums.idle === 0 && sums.balance === 0
  if (told.status === 'closed' && fund.status === 'open' && !isEmpty) {
    throw new Refusal(
      'illegal-transition',
      'A fund is closed when nothing is idle and nothing lent.',
    )
  }
  return { ...fund, ...told, version: fund.version + 1 }
}

/** How often each rupiah of the fund has been lent, in hundredths; null where none has come. */
export function turns({ lent, received, brought }: FundSums): number | null {
  const capital = received + brought
  return capital === 0 ? null : Math.round((lent / capital) * 100) / 100
}

/** The principal that came back as money. */
export function repaid({ lent, balance, writtenOff }: FundSums): number {
  return lent - balance - writtenOff
}
