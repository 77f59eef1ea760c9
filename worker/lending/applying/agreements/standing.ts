/**
 * The clauses of an agreement about people: who carries it, who vouches, what is to be done before, in
 * which parts it is handed over, and the borrower's rights, which are the same for all.
 */
import { rupiah, type Amount } from '#worker/kernel/money'
import { sentence, type Sentence } from '#worker/kernel/sentence'

export type Clause = { title: Sentence; text: Sentence }

export type Standing = {
  group: string | null
  shares: readonly { name: string; amount: Amount }[]
  guarantors: readonly { name: string; relation: string }[]
  conditions: readonly string[]
  tranches: readonly { amount: Amount; note: string }[]
}

export const clause = (title: [string, string], id: string, en: string): Clause => ({
  title: sentence(...title),
  text: sentence(id, en),
})

export function standingClauses(standing: Standing): Clause[] {
  return [...carried(standing), ...conditionsIn(standing), ...partsIn(standing)]
}

function partsIn({ tranches }: Standing): Clause[] {
  if (tranches.length === 0) return []
  const list = tranches.map(({ amount, note }, i) => `${i + 1}. ${rupiah(amount)} (${note})`)
  return [
    clause(
      ['Pencairan bertahap', 'Handed over in parts'],
      `Diserahkan dalam ${list.length} bagian: ${list.join('; ')}. Jasa dihitung dari yang sudah diterima.`,
      `Handed over in ${list.length} parts: ${list.join('; ')}. Interest is on what has been received.`,
    ),
  ]
}

/** In the words of who decided, whatever the language. */
function conditionsIn({ conditions }: Standing): Clause[] {
  if (conditions.length === 0) return []
  const list = conditions.join('; ')
  return [
    clause(
      ['Syarat', 'Conditions'],
      `Sebelum uang diserahkan: ${list}.`,
      `Before the money is handed over: ${list}.`,
    ),
  ]
}

function carried({ group, shares, guarantors }: Standing): Clause[] {
  const list = shares.map(({ name, amount }) => `${name} ${rupiah(amount)}`).join('; ')
  const vouching = guarantors.map(({ name, relation }) => `${name} (${relation})`).join('; ')
  return [
    ...(shares.length === 0
      ? []
      : [
          clause(
            ['Tanggung renteng', 'Joint liability'],
            `Anggota ${group ?? ''} menanggung bersama. Bagian masing-masing: ${list}. ` +
              'Setiap anggota telah menyetujui bagiannya sendiri dan menerima kuitansi atas namanya.',
            `The members of ${group ?? ''} carry it together. Their shares: ${list}. ` +
              'Each has agreed to her own share and receives receipts in her name.',
          ),
        ]),
    ...(guarantors.length === 0
      ? []
      : [
          clause(
            ['Penjamin', 'Guarantors'],
            `${vouching}. Mereka telah menyetujui sendiri, dan dimintai hanya bila peminjam tidak membayar.`,
            `${vouching}. They have agreed themselves, and are asked only if the borrower does not pay.`,
          ),
        ]),
  ]
}

export const RIGHTS: readonly Clause[] = [
  clause(
    ['Hak Anda', 'Your rights'],
    'Anda berhak atas salinan perjanjian ini, kuitansi bernomor untuk setiap pembayaran, catatan pinjaman ' +
      'kapan saja, rincian pelunasan, dan penjelasan setiap angka. Penagihan hanya dengan sopan, paling ' +
      'malam pukul 20.00. Bila usaha terhenti karena bencana atau sakit, Anda boleh meminta penjadwalan ' +
      'ulang. Data Anda dipakai hanya untuk pinjaman ini; persetujuan dapat Anda tarik.',
    'You have a right to a copy of this agreement, a numbered receipt for every payment, the record of the ' +
      'loan at any time, the arithmetic of a payoff, and an explanation of every figure. You are reminded ' +
      'politely, and never after 20:00. If disaster or illness stops your work, you may ask for another ' +
      'schedule. Your data serve this loan only; you may withdraw what you consented to.',
  ),
  clause(
    ['Tidak ada yang lain', 'Nothing else'],
    'Tidak ada biaya, jaminan, atau potongan di luar yang tertulis di sini.',
    'There are no fees, securities or deductions beyond what is written here.',
  ),
]
