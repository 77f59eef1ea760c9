/** How the entry of a change is called in the lender's book. */
import type { Measure } from '#worker/lending/changing/loan-changes/measure'

const RULES = {
  reschedule: 'loan-rescheduled',
  pause: 'loan-paused',
  waiver: 'loan-waived',
  charge: 'loan-charged',
  discount: 'loan-discounted',
  'write-off': 'loan-written-off',
} as const

const BOOKED = {
  reschedule: 'Penjadwalan ulang',
  pause: 'Jeda angsuran',
  waiver: 'Penghapusan jasa, biaya, atau denda',
  charge: 'Pembebanan biaya',
  discount: 'Potongan pelunasan',
  'write-off': 'Hapus buku',
} as const

export function bookedAs(kind: Measure['kind'], loanNumber: number) {
  return { rule: RULES[kind], description: `${BOOKED[kind]} pinjaman ${loanNumber}` }
}
