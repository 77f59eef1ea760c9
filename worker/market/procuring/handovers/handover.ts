/**
 * A handover: one delivery of a purchase order, and the record of it (BAST) that both sides sign. The seller
 * says what was sent; the company says what it accepts of each line, why not the rest, and signs; the seller
 * signs too, or asks for another count. Two people sign, never one for both sides. Only then it has its
 * number, and what was accepted may be invoiced. What was rejected may be sent again.
 */
import type { Instant, LocalDate } from '#worker/kernel/calendar'
import { Refusal, refuseUnless } from '#worker/kernel/refusal'
import { sentence } from '#worker/kernel/sentence'
import { transition, type Transitions } from '#worker/kernel/transitions'
import { signingRole } from '#worker/market/procuring/companies/company'

export const HANDOVER_STATUSES = ['sent', 'received', 'signed', 'withdrawn'] as const
export type HandoverStatus = (typeof HANDOVER_STATUSES)[number]

export const HANDOVER_TRANSITIONS: Transitions<HandoverStatus> = {
  sent: ['received', 'withdrawn'],
  received: ['signed', 'sent'],
  signed: [],
  withdrawn: [],
}

export type HandoverLine = {
  n: number
  quantity: number
  /** Null until the company has counted. */
  accepted: number | null
  reason: string
}

/** Who signed for a side. */
export type Signature = { by: string; name: string; role: string; at: Instant }

export type Handover = {
  id: string
  code: string
  purchaseOrderId: string
  partnerId: string
  enterpriseId: string
  status: HandoverStatus
  year: number | null
  n: number | null
  sentOn: LocalDate
  carrier: string
  note: string
  buyer: Signature | null
  buyerNote: string
  seller: Signature | null
  lines: readonly HandoverLine[]
}

type Signer = { id: string; name: string; roles: readonly string[] }

const signed = ({ id, name, roles }: Signer, at: Instant): Signature => ({
  ...{ by: id, name, role: signingRole(roles), at },
})

/** Of each line of the order: pieces ordered, and of all deliveries accepted or still under way. */
export type Progress = { n: number; ordered: number; accepted: number; underway: number }

export function progressOf(
  lines: readonly { n: number; quantity: number }[],
  handovers: readonly Pick<Handover, 'status' | 'lines'>[],
): Progress[] {
  const of = (n: number, wanted: (one: Handover['status']) => boolean) =>
    handovers
      .filter((one) => wanted(one.status))
      .flatMap((one) => one.lines)
      .filter((one) => one.n === n)
  const total = (numbers: number[]) => numbers.reduce((all, one) => all + one, 0)
  return lines.map(({ n, quantity: ordered }) => ({
    n,
    ordered,
    accepted: total(of(n, (is) => is === 'signed').map((one) => one.accepted ?? 0)),
    underway: total(
      of(n, (is) => is === 'sent' || is === 'received').map((one) => one.accepted ?? one.quantity),
    ),
  }))
}

export const isWhole = (progress: readonly Progress[]): boolean =>
  progress.every((one) => one.accepted === one.ordered)

/** Refuses to send more than is still awaited. */
export function refuseTooMuch(
  lines: readonly { n: number; quantity: number }[],
  progress: readonly Progress[],
): void {
  const over = lines.findIndex((line) => {
    const found = progress.find((one) => one.n === line.n)
    return !found || line.quantity > found.ordered - found.accepted - found.underway
  })
  if (over < 0) return
  const words = sentence('Melebihi sisa pesanan.', 'More than is still awaited.')
  throw new Refusal('outside-limits', words.en, {
    errors: [{ pointer: `/lines/${over}/quantity`, detail: words }],
  })
}

export type Counted = { n: number; accepted: number; reason: string }

/** The company has counted, and signs. */
export function receive(
  handover: Handover,
  { lines, note, by, at }: { lines: readonly Counted[]; note: string; by: Signer; at: Instant },
): Handover {
  const status = transition(HANDOVER_TRANSITIONS, handover.status, 'received')
  const counted = handover.lines.map((line) => {
    const at = lines.findIndex((one) => one.n === line.n)
    const said = lines[at]
    const words = sentence('Hitung setiap barang.', 'Count every line.')
    if (!said || said.accepted > line.quantity) refuseLine(Math.max(at, 0), 'accepted', words)
    if (said.accepted < line.quantity && said.reason === '') {
      const why = sentence('Tulis alasan penolakan.', 'Say why some are rejected.')
      refuseLine(at, 'reason', why)
    }
    return { ...line, accepted: said.accepted, reason: said.reason }
  })
  return { ...handover, status, lines: counted, buyer: signed(by, at), buyerNote: note }
}

function refuseLine(at: number, field: string, words: { id: string; en: string }): never {
  throw new Refusal('malformed', words.en, {
    errors: [{ pointer: `/lines/${at}/${field}`, detail: words }],
  })
}

/** The seller agrees with the count; the year of its number is that of the day. */
export function countersign(
  handover: Handover,
  { by, at, year }: { by: Signer; at: Instant; year: number },
): Handover {
  const status = transition(HANDOVER_TRANSITIONS, handover.status, 'signed')
  const another = by.id !== handover.buyer?.by
  refuseUnless(another, 'same-person', 'Nobody signs for both sides.')
  return { ...handover, status, year, seller: signed(by, at) }
}

/** The seller does not agree: the company counts again. */
export function recount(handover: Handover): Handover {
  const status = transition(HANDOVER_TRANSITIONS, handover.status, 'sent')
  const lines = handover.lines.map((one) => ({ ...one, accepted: null, reason: '' }))
  return { ...handover, status, lines, buyer: null, buyerNote: '' }
}

/** It never arrived, or was written down wrongly. */
export function withdraw(handover: Handover): Handover {
  return {
    ...handover,
    status: transition(HANDOVER_TRANSITIONS, handover.status, 'withdrawn'),
  }
}
