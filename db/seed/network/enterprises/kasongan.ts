// Gerabah Bumi Kasongan: fictitious, in a real place of its craft.

import { kasonganProducts } from '#db/seed/network/products/kasongan'
import type { EnterpriseStory } from '#db/seed/network/story'
import { tariffsFrom } from '#db/seed/network/tariffs'

export const kasongan: EnterpriseStory = {
  slug: 'gerabah-bumi-kasongan',
  name: 'Gerabah Bumi Kasongan',
  legalForm: 'kelompok',
  craft: 'Gerabah dan keramik bakaran rendah',
  story:
    'Tanah Kasongan diinjak, diputar, dan dibakar oleh keluarga yang sama sejak beberapa ' +
    'generasi. Sebelas bengkel kecil berbagi satu tungku supaya kayu bakar hemat. Sejak 2006, ' +
    'setelah gempa, kelompok menyisihkan lima persen penjualan untuk memperbaiki rumah ' +
    'anggota.',
  since: 1998,
  womenLed: false,
  place: {
    village: '34.02.16.2001',
    street: 'Dusun Kajen, Jalan Kasongan Nomor 42',
    postalCode: '55184',
  },
  members: [
    { key: 'ngadiyo', name: 'Ngadiyo', phone: '0812-0000-0401', role: 'chair' },
    { key: 'tri-wahyuni', name: 'Tri Wahyuni', phone: '0812-0000-0402', role: 'treasurer' },
    { key: 'bayu-prasetya', name: 'Bayu Prasetya', phone: '0812-0000-0403', role: 'staff' },
    { key: 'sukiman', name: 'Sukiman', phone: '0812-0000-0404', role: 'member' },
    { key: 'painem', name: 'Painem', phone: '0812-0000-0405', role: 'member' },
    { key: 'slamet-raharjo', name: 'Slamet Raharjo', phone: '0812-0000-0406', role: 'member' },
    { key: 'suharti', name: 'Suharti', phone: '0812-0000-0407', role: 'member' },
  ],
  pickUp: { place: 'Ruang pamer, Jalan Kasongan Nomor 42', hours: 'Setiap hari 08.00–17.00 WIB' },
  tariffs: tariffsFrom('34.02.16.2001'),
  bank: { bank: 'BPD DIY', number: '0000-00-000004', holder: 'Gerabah Bumi Kasongan' },
  scene: { backdrop: 'arch', sprig: 'leaf' },
  products: kasonganProducts,
}
