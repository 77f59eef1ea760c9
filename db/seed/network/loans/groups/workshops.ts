// Loans to groups with a workshop of their own: a kiln, a drying room.

import { steady } from '#db/seed/network/loans/story'
import type { LoanStory } from '#db/seed/network/loans/story'

export const workshopLoans: readonly LoanStory[] = [
  {
    key: 'kasongan-tungku',
    lender: 'bumdesma-menoreh-sejahtera',
    product: 'kriya-tumbuh',
    applicant: 'ngadiyo',
    group: 'gerabah-bumi-kasongan',
    shareSalesOf: 'gerabah-bumi-kasongan',
    purpose: 'Membangun tungku hemat kayu yang dipakai bersama sebelas bengkel.',
    amount: 50_000_000,
    instalments: 24,
    monthlyIncome: 31_000_000,
    monthlyCosts: 19_000_000,
    submittedDaysAgo: 178,
    recommendation: {
      amount: 50_000_000,
      instalments: 24,
      note: 'Rancangan tungku dari balai besar keramik. Penghematan kayu bakar sekitar sepertiga.',
    },
    decision: {
      outcome: 'approved',
      amount: 50_000_000,
      instalments: 24,
      reasons: 'Bermanfaat bagi sebelas bengkel. Masa tenggang tiga bulan sesuai lama pembangunan.',
    },
    accepted: true,
    disbursedDaysAgo: 170,
    paid: steady(5),
  },
  {
    key: 'jepara-kering',
    lender: 'koperasi-lumbung-karya',
    product: 'modal-perajin',
    applicant: 'ahmad-muslikh',
    group: 'ukir-lung-jepara',
    shareSalesOf: 'ukir-lung-jepara',
    purpose: 'Ruang pengering kayu supaya ukiran tidak retak setelah dikirim.',
    amount: 50_000_000,
    instalments: 24,
    monthlyIncome: 44_000_000,
    monthlyCosts: 29_000_000,
    submittedDaysAgo: 238,
    recommendation: {
      amount: 50_000_000,
      instalments: 24,
      note: 'Pengembalian barang karena retak akan berkurang. Kayu bersertifikat.',
    },
    decision: {
      outcome: 'approved',
      amount: 50_000_000,
      instalments: 24,
      reasons: 'Disetujui penuh dengan jangka dua tahun.',
    },
    accepted: true,
    disbursedDaysAgo: 230,
    paid: steady(7),
  },
]
