// The other organizations of the demo network: the operator that runs it, two lenders, one company that
// buys and gives, one facilitator. All are fictitious; their villages are real.

import type {
  FacilitatorStory,
  LenderStory,
  OperatorStory,
  PartnerStory,
} from '#db/seed/network/story'

export const operator: OperatorStory = {
  slug: 'jejaring-lumbung-nusantara',
  name: 'Jejaring Lumbung Nusantara',
  about: 'Perkumpulan pendamping perajin yang menjalankan pasar dan meja pinjaman ini.',
  place: {
    village: '34.71.02.1003',
    street: 'Jalan Poncowinatan Nomor 60',
    postalCode: '55232',
  },
  bank: { bank: 'BRI', number: '000000000500001', holder: 'Jejaring Lumbung Nusantara' },
  members: [
    {
      key: 'ratih-kusumaningrum',
      name: 'Ratih Kusumaningrum',
      phone: '0812-0000-5001',
      role: 'owner',
    },
    { key: 'bima-satriaji', name: 'Bima Satriaji', phone: '0812-0000-5002', role: 'treasurer' },
    { key: 'wulan-tri-utami', name: 'Wulan Tri Utami', phone: '0812-0000-5003', role: 'staff' },
  ],
}

export const lumbungKarya: LenderStory = {
  slug: 'koperasi-lumbung-karya',
  name: 'Koperasi Lumbung Karya',
  legalForm: 'koperasi',
  about: 'Koperasi simpan pinjam para perajin dan pemasoknya, berdiri 2010.',
  place: { village: '34.71.13.1004', street: 'Jalan Veteran Nomor 151', postalCode: '55164' },
  bank: { bank: 'BPD DIY', number: '0000-00-200001', holder: 'Koperasi Lumbung Karya' },
  fund: 600_000_000,
  cap: {
    effective: 24,
    source: 'Permenkop UKM 8/2023 Pasal 26–27: paling tinggi 24 % setahun',
  },
  members: [
    { key: 'herlina-saraswati', name: 'Herlina Saraswati', phone: '0812-0000-2001', role: 'owner' },
    { key: 'agung-wicaksono', name: 'Agung Wicaksono', phone: '0812-0000-2002', role: 'officer' },
    { key: 'nunik-setyawati', name: 'Nunik Setyawati', phone: '0812-0000-2003', role: 'approver' },
    { key: 'rini-astuti', name: 'Rini Astuti', phone: '0812-0000-2004', role: 'cashier' },
    { key: 'purwanto-hadi', name: 'Purwanto Hadi', phone: '0812-0000-2005', role: 'treasurer' },
  ],
  products: [
    {
      slug: 'modal-perajin',
      name: 'Modal Perajin',
      description:
        'Modal bahan dan alat untuk perajin dan kelompok. Jasa dihitung dari sisa pokok, ' +
        'angsuran sama setiap bulan.',
      audience: 'any',
      annualRate: 12,
      interestMethod: 'declining',
      amortization: 'equalInstalment',
      every: 1,
      unit: 'month',
      minPrincipal: 2_000_000,
      maxPrincipal: 50_000_000,
      minInstalments: 6,
      maxInstalments: 24,
      roundInstalmentTo: 1000,
      fees: [{ name: 'Biaya administrasi', kind: 'atDisbursement', percent: 0.5, deducted: true }],
      earlyPayment: 'reduceNumber',
    },
    {
      slug: 'talangan-pesanan',
      name: 'Talangan Pesanan',
      description:
        'Menalangi bahan dan upah selama pesanan besar dikerjakan, dibayar setelah pembeli ' +
        'melunasi. Untuk kelompok yang sudah berjualan di jejaring.',
      audience: 'group',
      annualRate: 9,
      interestMethod: 'flat',
      amortization: 'equalInstalment',
      every: 1,
      unit: 'month',
      minPrincipal: 5_000_000,
      maxPrincipal: 75_000_000,
      minInstalments: 3,
      maxInstalments: 6,
      roundInstalmentTo: 1000,
      earlyPayment: 'keepPlan',
    },
    {
      slug: 'qardh-bahan-baku',
      name: 'Qardh Bahan Baku',
      description:
        'Pinjaman kebajikan tanpa jasa untuk membeli bahan: benang, mendong, kopi buah merah, ' +
        'kayu. Yang dikembalikan sama dengan yang dipinjam.',
      audience: 'person',
      annualRate: 0,
      interestMethod: 'flat',
      amortization: 'equalPrincipal',
      every: 1,
      unit: 'month',
      minPrincipal: 500_000,
      maxPrincipal: 5_000_000,
      minInstalments: 3,
      maxInstalments: 10,
      roundInstalmentTo: 1000,
      earlyPayment: 'keepPlan',
    },
  ],
}

export const menorehSejahtera: LenderStory = {
  slug: 'bumdesma-menoreh-sejahtera',
  name: 'BUM Desa Bersama Menoreh Sejahtera',
  legalForm: 'BUM Desa Bersama',
  about: 'Pengelola dana bergulir masyarakat di perbukitan Menoreh.',
  place: { village: '34.01.07.2006', street: 'Jalan Raya Pengasih Nomor 8', postalCode: '55652' },
  bank: { bank: 'BRI', number: '000000000210001', holder: 'BUM Desa Bersama Menoreh Sejahtera' },
  fund: 450_000_000,
  cap: { effective: 24, source: 'Keputusan Musyawarah Antar Desa 2024' },
  members: [
    { key: 'sri-hartati', name: 'Sri Hartati', phone: '0812-0000-2101', role: 'owner' },
    { key: 'danang-kurniawan', name: 'Danang Kurniawan', phone: '0812-0000-2102', role: 'officer' },
    {
      key: 'mulyani-suprapto',
      name: 'Mulyani Suprapto',
      phone: '0812-0000-2103',
      role: 'approver',
    },
    { key: 'eka-yuliastuti', name: 'Eka Yuliastuti', phone: '0812-0000-2104', role: 'cashier' },
    { key: 'sugeng-riyadi', name: 'Sugeng Riyadi', phone: '0812-0000-2105', role: 'treasurer' },
  ],
  products: [
    {
      slug: 'spp-kelompok-perempuan',
      name: 'SPP Kelompok Perempuan',
      description:
        'Simpan pinjam kelompok perempuan dengan tanggung renteng. Angsuran tetap dibawa ke ' +
        'pertemuan setiap bulan.',
      audience: 'group',
      annualRate: 10,
      interestMethod: 'flat',
      amortization: 'equalInstalment',
      every: 1,
      unit: 'month',
      minPrincipal: 10_000_000,
      maxPrincipal: 100_000_000,
      minInstalments: 10,
      maxInstalments: 18,
      roundInstalmentTo: 1000,
      earlyPayment: 'keepPlan',
    },
    {
      slug: 'usaha-mingguan',
      name: 'Usaha Mingguan',
      description:
        'Pinjaman kecil yang diangsur setiap pekan, cocok untuk usaha dengan uang masuk ' +
        'harian seperti pangan dan warung.',
      audience: 'person',
      annualRate: 10,
      interestMethod: 'flat',
      amortization: 'equalInstalment',
      every: 1,
      unit: 'week',
      minPrincipal: 1_000_000,
      maxPrincipal: 10_000_000,
      minInstalments: 20,
      maxInstalments: 50,
      roundInstalmentTo: 1000,
      earlyPayment: 'keepPlan',
    },
    {
      slug: 'musim-panen',
      name: 'Musim Panen',
      description:
        'Untuk bibit, pupuk, dan upah tanam. Setiap bulan membayar jasa saja; pokok kembali pada ' +
        'bulan keempat dan seterusnya, saat panen dijual.',
      audience: 'any',
      annualRate: 12,
      interestMethod: 'declining',
      amortization: 'weighted',
      weights: [0, 0, 0, 1],
      every: 1,
      unit: 'month',
      minPrincipal: 2_000_000,
      maxPrincipal: 30_000_000,
      minInstalments: 4,
      maxInstalments: 12,
      fees: [{ name: 'Survei lahan', kind: 'atDisbursement', amount: 25_000, deducted: true }],
      penalty: { graceDays: 14, rate: 0.05, base: 'instalment', cap: 3 },
      daysOff: { weekdays: [0], holidays: true },
      payoutShare: 10,
    },
    {
      slug: 'kriya-tumbuh',
      name: 'Kriya Tumbuh',
      description:
        'Alat dan bengkel dengan jasa ringan dari dana kemitraan. Tiga bulan pertama hanya ' +
        'membayar jasa, sesudah itu pokok dibagi rata.',
      audience: 'any',
      annualRate: 6,
      interestMethod: 'declining',
      amortization: 'equalPrincipal',
      every: 1,
      unit: 'month',
      minPrincipal: 5_000_000,
      maxPrincipal: 60_000_000,
      minInstalments: 12,
      maxInstalments: 36,
      graceOnPrincipal: 3,
      roundInstalmentTo: 1000,
      earlyPayment: 'reduceInstalment',
    },
  ],
}

export const lenders: readonly LenderStory[] = [lumbungKarya, menorehSejahtera]

export const partner: PartnerStory = {
  slug: 'sagara-boga-lestari',
  name: 'PT Sagara Boga Lestari',
  about: 'Perusahaan makanan yang membeli bingkisan dan menyalurkan dana tanggung jawab sosialnya.',
  place: { village: '31.74.02.1008', street: 'Jalan Denpasar Raya Blok D 2', postalCode: '12950' },
  bank: { bank: 'Mandiri', number: '0000000300001', holder: 'PT Sagara Boga Lestari' },
  members: [
    {
      key: 'larasati-hadiningrat',
      name: 'Larasati Hadiningrat',
      phone: '0812-0000-3001',
      role: 'owner',
    },
    { key: 'reza-alamsyah', name: 'Reza Alamsyah', phone: '0812-0000-3002', role: 'manager' },
    { key: 'tiara-kinanti', name: 'Tiara Kinanti', phone: '0812-0000-3003', role: 'staff' },
  ],
}

export const facilitator: FacilitatorStory = {
  slug: 'sanggar-pendamping-desa',
  name: 'Sanggar Pendamping Desa',
  about: 'Pelatih dan pendamping usaha perajin, dari pembukuan sampai foto produk.',
  place: { village: '34.71.03.1004', street: 'Jalan Gondosuli Nomor 23', postalCode: '55225' },
  members: [
    { key: 'endah-pratiwi', name: 'Endah Pratiwi', phone: '0812-0000-4001', role: 'owner' },
    { key: 'yoga-permana', name: 'Yoga Permana', phone: '0812-0000-4002', role: 'companion' },
  ],
}
