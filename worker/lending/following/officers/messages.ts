/** What a borrower is told when another looks after her loan: a name, so that she knows who may ask. */
import type { Message } from '#worker/outbox/message'

type Told = {
  destination: string
  locale: 'id' | 'en'
  loanId: string
  number: number
  lender: string
  officer: string
}

export function officerMessage(
  { destination, locale, loanId, number, lender, officer }: Told,
  { url }: { url: string | null },
): Message {
  const said = {
    id:
      `Mulai hari ini pinjaman ${number} Anda di ${lender} didampingi ${officer}. ` +
      'Ragu pada seseorang yang menagih? Cocokkan namanya di halaman pinjaman Anda.',
    en:
      `From today ${officer} looks after your loan ${number} with ${lender}. ` +
      'In doubt about somebody who collects? Compare the name on the page of your loan.',
  }[locale]
  const path = `${locale === 'en' ? '/en' : ''}/loans/${loanId}`
  const body = url === null ? said : `${said} ${url}${path}`
  const channel = destination.includes('@') ? 'email' : 'whatsapp'
  return { channel, destination, template: 'loan-officer', body }
}
