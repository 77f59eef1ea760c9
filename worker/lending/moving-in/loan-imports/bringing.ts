/**
 * Loans that were prepared become loans here, with the people and groups they need. A person is known by
 * her telephone number and signs in with it; a group by its name and the number of who leads it. No
 * receipt is made: what was paid before has those of the old books.
 */
import type { Act, Happened } from '#worker/history/event'
import { openOrganization, type Opened } from '#worker/identity/organizations/opening'
import { freeSlug, slugFrom } from '#worker/identity/organizations/slug'
import type { LocalDate } from '#worker/kernel/calendar'
import { ZERO } from '#worker/kernel/money'
import { entryOf, type Entry } from '#worker/ledger/entry'
import { loanMoved } from '#worker/ledger/posting-rules/lending'
import type { Prepared, Region } from '#worker/lending/moving-in/loan-imports/judging'
import type { Share } from '#worker/lending/group-lending/loan-shares/share'
import { accrualOf, incomeOf } from '#worker/lending/servicing/loans/change'
import { movementsOf } from '#worker/lending/servicing/loans/correction'
import type { Loan } from '#worker/lending/servicing/loans/loan'
import { project } from '#worker/lending/servicing/loans/projection'
import { dataOf } from '#worker/lending/servicing/loans/record'
import { summaryOf } from '#worker/lending/servicing/loans/summary'

/** Who and what is here already; whoever comes along is added. */
export type Stand = {
  people: Map<string, string>
  groups: Map<string, string>
  slugs: string[]
}

/** Where a group is, and how it is reached. */
export type Place = { region: Region; phone: string }

export type Newcomer = { id: string; phone: string; name: string }
export type Arrival = {
  loan: Loan
  number: string
  shares: readonly (Share & { loanId: string })[]
}

export type Brought = {
  people: Newcomer[]
  groups: (Opened & Place)[]
  arrivals: Arrival[]
  events: Happened[]
  entries: Entry[]
}

export type Facts = { lenderId: string; asOf: LocalDate; act: Act; newId: () => string }

export const groupKey = (name: string, phone: string) => `${name.trim().toLowerCase()}|${phone}`

export function bringIn(prepared: readonly Prepared[], stand: Stand, facts: Facts): Brought {
  const brought: Brought = { people: [], groups: [], arrivals: [], events: [], entries: [] }
  for (const one of prepared) {
    const borrowerId = personOf(one, { brought, stand, facts })
    const groupId = one.group === null ? null : groupOf(one, { brought, stand, facts })
    const loan = loanOf(one, { id: facts.newId(), borrowerId, groupId, ...facts })
    const shares = one.members.map((member) => ({
      ...{
        id: facts.newId(),
        loanId: loan.id,
        personId: stand.people.get(member.phone ?? '') ?? null,
      },
      ...member,
    }))
    brought.arrivals.push({ loan, number: one.number, shares })
    brought.events.push(...eventsOf(one, loan, facts))
    brought.entries.push(entryOfLoan(one, loan, facts))
  }
  return brought
}

type Making = { brought: Brought; stand: Stand; facts: Facts }

function personOf({ phone, borrower }: Prepared, { brought, stand, facts }: Making): string {
  const known = stand.people.get(phone)
  if (known !== undefined) return known
  const id = facts.newId()
  stand.people.set(phone, id)
  brought.people.push({ id, phone, name: borrower })
  brought.events.push({ ...facts.act, subject: id, seq: 1, type: 'joined', data: {} })
  return id
}

function groupOf(one: Prepared, { brought, stand, facts }: Making): string {
  const { group: name, region, phone } = one
  if (name === null || region === null) throw new RangeError('a group without name or place')
  const key = groupKey(name, phone)
  const known = stand.groups.get(key)
  if (known !== undefined) return known
  const organizationId = facts.newId()
  const slug = freeSlug(slugFrom(name) || organizationId, stand.slugs)
  const lead = { phone: one.phone, name: one.borrower }
  const leadId = stand.people.get(one.phone)
  const opened = openOrganization({ kind: 'enterprise', name, slug, lead }, facts.act, {
    ...{ organizationId, personId: leadId ?? '', knownLead: leadId, status: 'pending' },
  })
  stand.groups.set(key, organizationId)
  stand.slugs.push(slug)
  brought.groups.push({ ...opened, region, phone })
  brought.events.push(...opened.events)
  return organizationId
}

type Ids = {
  id: string
  borrowerId: string
  groupId: string | null
  lenderId: string
  asOf: LocalDate
}

function loanOf(one: Prepared, { id, borrowerId, groupId, lenderId, asOf }: Ids): Loan {
  const { terms, basis, events, effectiveRate, productId, fundId, region } = one
  const projection = project(terms, events, asOf)
  const accruedOn = basis === 'accrual' ? asOf : null
  const accrual = accrualOf({ loan: { basis, terms }, events }, accruedOn)
  return {
    ...{ id, lenderId, origin: 'import', applicationId: null, productId, borrowerId, groupId },
    ...{
      officerId: null,
      fundId,
      regionCode: region?.code ?? null,
      principal: terms.principal,
      terms,
      basis,
    },
    accrued: basis === 'cash' ? ZERO : incomeOf(projection, accrual),
    accruedOn,
    effectiveRate,
    disbursedOn: terms.disbursedOn,
    ...summaryOf(projection),
    version: events.length,
  }
}

function eventsOf({ events }: Prepared, { id: subject }: Loan, { act }: Facts): Happened[] {
  return events.map((event) => {
    return { ...act, subject, seq: event.seq, type: event.kind, data: dataOf(event) }
  })
}

function entryOfLoan({ events, number }: Prepared, loan: Loan, { asOf, act, newId }: Facts): Entry {
  const { id, groupId, lenderId: book, terms, accruedOn } = loan
  const accrual = accrualOf({ loan, events }, accruedOn)
  const description = `Saldo awal pinjaman ${number} dari pembukuan lama`
  const told = { id, groupId, rule: 'loan-moved-in', description }
  const lines = movementsOf(project(terms, events, asOf), accrual)
  return entryOf(loanMoved({ book, on: asOf }, told, lines), { ...act, id: newId() })
}
