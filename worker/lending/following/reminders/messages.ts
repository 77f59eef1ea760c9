/**
 * The words of each step: what is due, since when, and that one may talk about it. Firmer with time, but
 * never with a threat, and never with what others would think. Days are said as they are on the day of
 * sending, since a step may go out late.
 */
import type { Step } from '#worker/lending/following/reminders/ladder'
import type { Message } from '#worker/outbox/message'

type Locale = 'id' | 'en'

export type Reminded = {
  loanId: string
  number: number
  lender: string
  destination: string
  locale: Locale
  /** As they are written: Rp 528.000, 10 Sep 2026. */
  amount: string
  dueOn: string
  daysLate: number
}

type Words = (loan: Omit<Reminded, 'destination' | 'locale' | 'loanId'>) => string

const SAID: Record<Step, Record<Locale, Words>> = {
  before: {
    id: ({ lender, number, amount, dueOn }) =>
      `Salam dari ${lender}. Angsuran pinjaman ${number} sebesar ${amount} jatuh tempo ${dueOn}. ` +
      'Terima kasih sudah menyiapkannya.',
    en: ({ lender, number, amount, dueOn }) =>
      `Greetings from ${lender}. ${amount} of loan ${number} is due on ${dueOn}. ` +
      'Thank you for setting it aside.',
  },
  'on-day': {
    id: ({ lender, number, amount, dueOn }) =>
      `Salam dari ${lender}. Angsuran pinjaman ${number} sebesar ${amount} jatuh tempo ${dueOn}. ` +
      'Abaikan pesan ini bila sudah dibayar.',
    en: ({ lender, number, amount, dueOn }) =>
      `Greetings from ${lender}. ${amount} of loan ${number} is due on ${dueOn}. ` +
      'Ignore this message if it is paid.',
  },
  'late-3': {
    id: ({ lender, number, amount, dueOn }) =>
      `Salam dari ${lender}. ${amount} dari pinjaman ${number}, jatuh tempo ${dueOn}, belum kami ` +
      'terima. Bila ada kesulitan, kabari kami; kita cari jalannya bersama.',
    en: ({ lender, number, amount, dueOn }) =>
      `Greetings from ${lender}. We have not received ${amount} of loan ${number}, due on ${dueOn}. ` +
      'If something is hard, tell us; we look for a way together.',
  },
  'late-7': {
    id: ({ lender, number, amount, daysLate }) =>
      `Salam dari ${lender}. ${amount} dari pinjaman ${number} sudah terlambat ${daysLate} hari. ` +
      'Mohon dibayar, atau beri tahu kami kapan Anda bisa membayar.',
    en: ({ lender, number, amount, daysLate }) =>
      `Greetings from ${lender}. ${amount} of loan ${number} is ${daysLate} days late. ` +
      'Please pay, or tell us when you can.',
  },
  'late-14': {
    id: ({ lender, number, amount, daysLate }) =>
      `Dari ${lender}: ${amount} dari pinjaman ${number} sudah terlambat ${daysLate} hari. ` +
      'Mohon dibayar, atau bicarakan dengan petugas; jadwal angsuran bisa diatur ulang.',
    en: ({ lender, number, amount, daysLate }) =>
      `From ${lender}: ${amount} of loan ${number} is ${daysLate} days late. ` +
      'Please pay, or talk to your officer; the instalments can be planned anew.',
  },
  'late-30': {
    id: ({ lender, number, amount, daysLate }) =>
      `Dari ${lender}: ${amount} dari pinjaman ${number} sudah terlambat ${daysLate} hari. ` +
      'Kami ingin bicara dengan Anda minggu ini. Mohon hubungi petugas Anda.',
    en: ({ lender, number, amount, daysLate }) =>
      `From ${lender}: ${amount} of loan ${number} is ${daysLate} days late. ` +
      'We would like to talk with you this week. Please call your officer.',
  },
}

export const reminderText = (step: Step, locale: Locale, loan: Parameters<Words>[0]): string =>
  SAID[step][locale](loan)

const SEE = { id: 'Lihat rinciannya', en: 'See the details' } as const

export function reminderMessage(
  step: Step,
  { loanId, destination, locale, ...loan }: Reminded,
  { url }: { url: string | null },
): Message {
  const said = reminderText(step, locale, loan)
  const path = `${locale === 'en' ? '/en' : ''}/loans/${loanId}`
  const body = url === null ? said : `${said} ${SEE[locale]}: ${url}${path}`
  const channel = destination.includes('@') ? 'email' : 'whatsapp'
  return { channel, destination, template: `loan-reminder-${step}`, body }
}
