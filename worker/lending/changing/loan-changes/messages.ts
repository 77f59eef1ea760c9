/** What a borrower is told when her loan was changed by her lender. */
import type { Measure } from '#worker/lending/changing/loan-changes/measure'
import type { Message } from '#worker/outbox/message'

type Locale = 'id' | 'en'
type Told = {
  destination: string
  locale: Locale
  loanId: string
  number: number
  lender: string
}

const SAID: Record<Measure['kind'], Record<Locale, (number: number, lender: string) => string>> = {
  reschedule: {
    id: (n, lender) => `Jadwal angsuran pinjaman ${n} di ${lender} sudah diatur ulang.`,
    en: (n, lender) => `The instalments of loan ${n} with ${lender} have been planned anew.`,
  },
  pause: {
    id: (n, lender) => `Angsuran pinjaman ${n} di ${lender} diberi jeda.`,
    en: (n, lender) => `The instalments of loan ${n} with ${lender} are paused.`,
  },
  waiver: {
    id: (n, lender) => `${lender} menghapus sebagian jasa, biaya, atau denda pinjaman ${n}.`,
    en: (n, lender) => `${lender} waived some interest, fees or penalties of loan ${n}.`,
  },
  charge: {
    id: (n, lender) => `${lender} menambahkan biaya pada pinjaman ${n}.`,
    en: (n, lender) => `${lender} added a charge to loan ${n}.`,
  },
  discount: {
    id: (n, lender) => `${lender} memberi potongan pelunasan untuk pinjaman ${n}.`,
    en: (n, lender) => `${lender} gave a discount so that loan ${n} can be settled.`,
  },
  'write-off': {
    id: (n, lender) => `${lender} mencatat perubahan status pinjaman ${n}.`,
    en: (n, lender) => `${lender} recorded a change of the standing of loan ${n}.`,
  },
}

const SEE = { id: 'Lihat rinciannya', en: 'See the details' } as const

export function changedMessage(
  kind: Measure['kind'],
  { destination, locale, loanId, number, lender }: Told,
  { url }: { url: string | null },
): Message {
  const said = SAID[kind][locale](number, lender)
  const path = `${locale === 'en' ? '/en' : ''}/loans/${loanId}`
  const body = url === null ? said : `${said} ${SEE[locale]}: ${url}${path}`
  const channel = destination.includes('@') ? 'email' : 'whatsapp'
  return { channel, destination, template: 'loan-changed', body }
}
