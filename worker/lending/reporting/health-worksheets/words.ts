/** The worksheet in the words of the Indonesian rule, for the sheet that goes to an authority. */
import type {
  Aspect,
  Component,
  Reason,
} from '#worker/lending/reporting/health-worksheets/worksheet'

export const ASPECT_WORDS: Readonly<Record<Aspect, string>> = {
  capital: '1. Permodalan',
  assets: '2. Kualitas aktiva produktif',
  management: '3. Manajemen',
  efficiency: '4. Efisiensi',
  liquidity: '5. Likuiditas',
  independence: '6. Kemandirian dan pertumbuhan',
  identity: '7. Jati diri koperasi',
}

export const COMPONENT_WORDS: Readonly<Record<Component, string>> = {
  'own-capital': 'Modal sendiri : total aset',
  'capital-to-risk': 'Modal sendiri : pinjaman diberikan yang berisiko',
  'capital-adequacy': 'Kecukupan modal sendiri (modal tertimbang : ATMR)',
  'loans-to-members': 'Pinjaman pada anggota : pinjaman diberikan',
  'problem-risk':
    'Risiko pinjaman bermasalah (50 % kurang lancar + 75 % diragukan + 100 % macet) : pinjaman diberikan',
  'risk-reserve': 'Cadangan risiko : pinjaman bermasalah',
  'risky-loans': 'Pinjaman yang berisiko : pinjaman diberikan',
  management: 'Manajemen umum, kelembagaan, permodalan, aktiva, likuiditas',
  'operating-cost': 'Beban operasi anggota : partisipasi bruto',
  'cost-to-result': 'Beban usaha : SHU kotor',
  'service-cost': 'Efisiensi pelayanan (gaji dan honor : volume pinjaman)',
  'cash-ratio': 'Kas dan bank : kewajiban lancar',
  'loans-to-funds': 'Pinjaman diberikan : dana yang diterima',
  'return-on-assets': 'Rentabilitas aset (SHU sebelum pajak : total aset)',
  'return-on-capital': 'Rentabilitas modal sendiri (SHU bagian anggota : modal sendiri)',
  'operating-independence':
    'Kemandirian operasional (partisipasi neto : beban usaha dan perkoperasian)',
  'gross-participation': 'Partisipasi bruto : partisipasi bruto dan pendapatan',
  'member-promotion': 'Promosi ekonomi anggota : simpanan pokok dan wajib',
}

export const REASON_WORDS: Readonly<Record<Reason, string>> = {
  collateral: 'Agunan tidak dicatat, jadi pinjaman berisiko menurut aturan tidak diketahui',
  'risk-weights': 'Bobot risiko ATMR tidak tersedia dalam sumber yang terbaca',
  members: 'Keanggotaan peminjam tidak dicatat',
  answers: 'Dinilai dari jawaban kuesioner, bukan dari buku',
  'gross-result': 'Batas SHU kotor tidak tersedia dalam sumber yang terbaca',
  'short-term': 'Buku tidak memisahkan kewajiban lancar',
  'funds-taken': 'Simpanan anggota tidak dicatat di sini',
  'members-share': 'SHU bagian anggota tidak dicatat di sini',
  promotion: 'Manfaat ekonomi anggota tidak dicatat di sini',
  'over-nothing': 'Penyebutnya nol',
}
