/** What an applicant is told when something happens to her application that she did not do herself. */
import type { Message } from '#worker/outbox/message'

type Locale = 'id' | 'en'
type Told = { id: string; code: string; lenderName: string } & {
  applicantDestination: string
  applicantLocale: Locale
}
type Site = { network: string; url: string | null }

/** About what: decisions, the end of its time, changes of the account. */
export type News =
  | 'approved'
  | 'rejected'
  | 'expired'
  | 'reopened'
  | 'objection-answered'
  | 'account-approved'
  | 'account-refused'

const NEWS: Record<News, Record<Locale, (code: string, lender: string) => string>> = {
  approved: {
    id: (code, lender) =>
      `Pengajuan ${code} disetujui ${lender}. Bacalah perjanjiannya dan terima:`,
    en: (code, lender) =>
      `${lender} approved application ${code}. Read the agreement and accept it:`,
  },
  rejected: {
    id: (code, lender) => `${lender} memutuskan pengajuan ${code}. Baca alasannya dan hak Anda:`,
    en: (code, lender) => `${lender} decided on application ${code}. Read why, and your rights:`,
  },
  expired: {
    id: (code) => `Pengajuan ${code} berakhir karena waktunya habis. Anda dapat mengajukan lagi:`,
    en: (code) => `Application ${code} ended because its time was over. You may apply again:`,
  },
  reopened: {
    id: (code, lender) => `${lender} meninjau ulang pengajuan ${code} karena keberatan Anda:`,
    en: (code, lender) => `${lender} reviews application ${code} anew after your objection:`,
  },
  'objection-answered': {
    id: (code, lender) => `${lender} menjawab keberatan Anda atas pengajuan ${code}:`,
    en: (code, lender) => `${lender} answered your objection to application ${code}:`,
  },
  'account-approved': {
    id: (code) =>
      `Rekening baru untuk pengajuan ${code} disetujui. Bukan Anda? Hubungi pemberi pinjaman:`,
    en: (code) => `The new account of application ${code} was approved. Not you? Tell the lender:`,
  },
  'account-refused': {
    id: (code) => `Rekening baru untuk pengajuan ${code} tidak disetujui:`,
    en: (code) => `The new account of application ${code} was not approved:`,
  },
}

export function applicationMessages(news: News, told: Told, { url }: Site): Message[] {
  const { applicantDestination: destination, applicantLocale: locale } = told
  const path = `${locale === 'en' ? '/en' : ''}/loan-applications/${told.id}`
  const said = NEWS[news][locale](told.code, told.lenderName)
  const body = url === null ? said.replace(/:$/, '.') : `${said} ${url}${path}`
  const channel = destination.includes('@') ? 'email' : 'whatsapp'
  return [{ channel, destination, template: `application-${news}`, body }]
}
