/** What those are told who are asked to carry a share or to vouch, and what the applicant hears of it. */
import { rupiah } from '#worker/kernel/money'
import type { Pledge } from '#worker/lending/applying/pledges/pledge'
import type { Message } from '#worker/outbox/message'

type Locale = 'id' | 'en'
type Site = { network: string; url: string | null }
type Around = { applicant: string; group: string | null; lender: string; site: Site }

const channelOf = (destination: string) => (destination.includes('@') ? 'email' : 'whatsapp')

export function pledgeMessages(
  pledges: readonly (Pledge & { locale?: Locale })[],
  around: Around,
): Message[] {
  return pledges
    .filter((one) => one.status === 'asked')
    .map((one) => ({
      channel: channelOf(one.destination),
      destination: one.destination,
      template: `${one.kind}-asked`,
      body: ASKED[one.locale ?? 'id'](one, around),
    }))
}

const where = ({ url }: Site, language: '' | '/en', id: string) =>
  url === null ? '' : ` ${url}${language}/pledges/${id}`

const ASKED: Record<Locale, (pledge: Pledge, around: Around) => string> = {
  id: ({ id, kind, amount }, { applicant, group, lender, site }) =>
    kind === 'share'
      ? `${applicant} mencantumkan Anda dalam pengajuan pinjaman ${group ?? ''} kepada ${lender}: ` +
        `bagian Anda ${rupiah(amount!)}. Setujui atau tolak sendiri:${where(site, '', id)}`
      : `${applicant} meminta Anda menjadi penjamin pinjamannya kepada ${lender}. ` +
        `Bacalah, lalu setujui atau tolak sendiri:${where(site, '', id)}`,
  en: ({ id, kind, amount }, { applicant, group, lender, site }) =>
    kind === 'share'
      ? `${applicant} listed you in the application of ${group ?? ''} to ${lender}: ` +
        `your share is ${rupiah(amount!)}. Agree or decline yourself:${where(site, '/en', id)}`
      : `${applicant} asks you to guarantee a loan from ${lender}. ` +
        `Read it, then agree or decline yourself:${where(site, '/en', id)}`,
}

type Applicant = { destination: string; locale: Locale }

/** Told to whoever applied, so that she need not ask around. */
export function answeredMessage(
  pledge: Pledge,
  applicant: Applicant,
  { code, site }: { code: string; site: Site },
): Message {
  const { destination, locale } = applicant
  const path = site.url === null ? '' : ` ${site.url}${locale === 'en' ? '/en' : ''}/loans`
  const agreed = pledge.status === 'confirmed'
  const body = {
    id: `${pledge.name} ${agreed ? 'menyetujui' : 'menolak'} permintaan Anda untuk pengajuan ${code}.${path}`,
    en: `${pledge.name} ${agreed ? 'agreed to' : 'declined'} what you asked for application ${code}.${path}`,
  }
  return {
    channel: channelOf(destination),
    destination,
    template: `pledge-${pledge.status}`,
    body: body[locale],
  }
}
