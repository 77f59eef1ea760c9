/**
 * What each member with a telephone is told after a meeting: what was written down in her name, also when
 * it is nothing. Whoever gave her money to the leader and reads of less knows it the same day.
 */
import { amount, rupiah } from '#worker/kernel/money'
import type { Message } from '#worker/outbox/message'

type Told = {
  name: string
  phone: string | null
  locale: 'id' | 'en'
  asked: number
  paid: number
  gave: number
  saved: number
  paidBack: number
  covered: number
  code: string
}

type Said = { group: string; lender: string; on: string; url: string | null }

const money = (n: number) => rupiah(amount(n))

export function meetingMessages(members: readonly Told[], said: Said): Message[] {
  return members.flatMap((one) =>
    one.phone === null
      ? []
      : [
          {
            channel: 'whatsapp' as const,
            destination: one.phone,
            template: 'meeting-receipt',
            body: one.locale === 'en' ? inEnglish(one, said) : inIndonesian(one, said),
          },
        ],
  )
}

function inIndonesian(one: Told, { group, lender, on, url }: Said): string {
  const more = [
    one.covered > 0 ? `Ditutup untuk Ibu/Bapak: ${money(one.covered)}.` : '',
    one.gave > 0 ? `Menutup anggota lain: ${money(one.gave)}.` : '',
    one.saved > 0 ? `Cadangan kelompok: ${money(one.saved)}.` : '',
    one.paidBack > 0 ? `Bayar kembali: ${money(one.paidBack)}.` : '',
  ]
  return said([
    `${one.name}, pertemuan ${group} ${on} (${lender}).`,
    `Tercatat membayar angsuran ${money(one.paid)} dari ${money(one.asked)}.`,
    ...more,
    `Tanda terima: ${url ?? ''}/member-receipts/${one.code}`,
    `Tidak sesuai dengan yang Ibu/Bapak bayar? Hubungi ${lender}, bukan hanya ketua.`,
  ])
}

function inEnglish(one: Told, { group, lender, on, url }: Said): string {
  const more = [
    one.covered > 0 ? `Laid down for you: ${money(one.covered)}.` : '',
    one.gave > 0 ? `You laid down for others: ${money(one.gave)}.` : '',
    one.saved > 0 ? `Group reserve: ${money(one.saved)}.` : '',
    one.paidBack > 0 ? `Paid back: ${money(one.paidBack)}.` : '',
  ]
  return said([
    `${one.name}, meeting of ${group} on ${on} (${lender}).`,
    `Written down: ${money(one.paid)} paid of ${money(one.asked)} asked.`,
    ...more,
    `Receipt: ${url ?? ''}/en/member-receipts/${one.code}`,
    `Not what you paid? Tell ${lender}, not only your leader.`,
  ])
}

const said = (sentences: readonly string[]) => sentences.filter((one) => one !== '').join(' ')
