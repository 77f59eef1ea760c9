// Loans to groups that bring food to market: coffee and palm sugar.

import { steady } from '#db/seed/network/loans/story'
import type { LoanStory } from '#db/seed/network/loans/story'

export const foodLoans: readonly LoanStory[] = [
  {
    key: 'gayo-jemur',
    lender: 'koperasi-lumbung-karya',
    product: 'modal-perajin',
    applicant: 'sumaini',
    group: 'kopi-danau-laut-tawar',
    shareSalesOf: 'kopi-danau-laut-tawar',
    purpose: 'Menambah dua rumah jemur berkubah agar kopi natural tidak kehujanan pada panen raya.',
    amount: 40_000_000,
    instalments: 12,
    monthlyIncome: 38_000_000,
    monthlyCosts: 24_000_000,
    submittedDaysAgo: 206,
    recommendation: {
      amount: 40_000_000,
      instalments: 12,
      note:
        'Penjualan naik tiap bulan, stok dan catatan rapi. Rumah jemur sudah dilihat di ' +
        'lapangan.',
    },
    decision: {
      outcome: 'approved',
      amount: 40_000_000,
      instalments: 12,
      reasons:
        'Usaha sehat, angsuran kurang dari sepertiga sisa penghasilan. Disetujui sesuai ' +
        'usulan.',
    },
    accepted: true,
    disbursedDaysAgo: 200,
    paid: steady(6),
  },
  {
    key: 'kokap-spp',
    lender: 'bumdesma-menoreh-sejahtera',
    product: 'spp-kelompok-perempuan',
    applicant: 'suminah',
    group: 'nira-menoreh',
    shareSalesOf: 'nira-menoreh',
    purpose:
      'Membeli alat pengayak, timbangan digital, dan modal nira untuk tiga puluh tujuh ' +
      'anggota.',
    amount: 45_000_000,
    instalments: 12,
    monthlyIncome: 26_000_000,
    monthlyCosts: 15_000_000,
    submittedDaysAgo: 268,
    recommendation: {
      amount: 45_000_000,
      instalments: 12,
      note: 'Kelompok aktif, pertemuan tiap Jumat Pon tercatat, tabungan bersama 9 juta.',
    },
    decision: {
      outcome: 'approved',
      amount: 45_000_000,
      instalments: 12,
      reasons: 'Tanggung renteng ditandatangani seluruh anggota. Disetujui.',
    },
    accepted: true,
    disbursedDaysAgo: 260,
    paid: steady(8),
    short: { meeting: 5, member: 4, tenths: 5 },
  },
]
