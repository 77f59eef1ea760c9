/** What both sides of a quotation are told, in Indonesian, each with a link to the page where it goes on. */
import { rupiah, type Amount } from '#worker/kernel/money'
import type { Message } from '#worker/outbox/message'

export type Correspondents = {
  company: { slug: string; name: string; phone: string }
  seller: { slug: string; name: string; phone: string }
  /** The address of the network's pages, without a slash at the end. */
  site: { url: string | null }
}

type Words = { template: string; text: string; path: string }

const withLink = ({ text, path }: Words, url: string | null) =>
  url === null ? text : `${text} ${url}${path}`

export function toCompany({ company, site }: Correspondents, words: Words): Message {
  const path = `/partner/${company.slug}${words.path}`
  return {
    channel: 'whatsapp',
    destination: company.phone,
    template: words.template,
    body: withLink({ ...words, path }, site.url),
  }
}

export function toSeller({ seller, site }: Correspondents, words: Words): Message {
  const path = `/seller/${seller.slug}${words.path}`
  return {
    channel: 'whatsapp',
    destination: seller.phone,
    template: words.template,
    body: withLink({ ...words, path }, site.url),
  }
}

type About = { id: string }

export const askedMessage = (told: Correspondents, { id }: About, kinds: number): Message =>
  toSeller(told, {
    template: 'quotation-asked',
    text: `${told.company.name} meminta penawaran harga untuk ${kinds} jenis barang. Jawab di sini:`,
    path: `/quotations/${id}`,
  })

export const quotedMessage = (
  told: Correspondents,
  { id }: About,
  quote: { total: Amount; validUntil: string },
): Message =>
  toCompany(told, {
    template: 'quotation-quoted',
    text:
      `${told.seller.name} menawarkan ${rupiah(quote.total)}, ` +
      `berlaku sampai ${quote.validUntil}. Lihat dan putuskan:`,
    path: `/quotations/${id}`,
  })

export const revisingMessage = (told: Correspondents, { id }: About, reason: string): Message =>
  toSeller(told, {
    template: 'quotation-revising',
    text: `${told.company.name} meminta penawaran diubah: ${reason}.`,
    path: `/quotations/${id}`,
  })

export const declinedMessage = (
  told: Correspondents,
  { id }: About,
  { by, reason }: { by: 'company' | 'seller'; reason: string },
): Message => {
  const words = { template: 'quotation-declined', path: `/quotations/${id}` }
  return by === 'company'
    ? toSeller(told, { ...words, text: `${told.company.name} tidak melanjutkan: ${reason}.` })
    : toCompany(told, { ...words, text: `${told.seller.name} tidak bisa melayani: ${reason}.` })
}

export const lapsedMessage = (told: Correspondents, { id }: About): Message =>
  toCompany(told, {
    template: 'quotation-expired',
    text: `Penawaran dari ${told.seller.name} sudah lewat masa berlakunya.`,
    path: `/quotations/${id}`,
  })
