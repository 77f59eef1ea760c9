// Sasirangan Kembang Kacang: fictitious, in a real place of its craft.

import { seberangMesjidProducts } from '#db/seed/network/products/seberang-mesjid'
import type { EnterpriseStory } from '#db/seed/network/story'
import { tariffsFrom } from '#db/seed/network/tariffs'

export const seberangMesjid: EnterpriseStory = {
  slug: 'sasirangan-kembang-kacang',
  name: 'Sasirangan Kembang Kacang',
  legalForm: 'kelompok',
  craft: 'Sasirangan Banjar',
  story:
    'Di tepi Sungai Martapura, kain dijelujur, disisit kencang, lalu dicelup. Dahulu ' +
    'sasirangan dipakai untuk pengobatan; sekarang menjadi pakaian hari Kamis seluruh kota. ' +
    'Kelompok mengolah air celupan sebelum dibuang supaya sungai tetap bersih.',
  since: 2012,
  womenLed: true,
  place: {
    village: '63.71.05.1007',
    street: 'Kampung Sasirangan, Jalan Seberang Mesjid RT 05',
    postalCode: '70231',
  },
  members: [
    { key: 'norhasanah', name: 'Hajah Norhasanah', phone: '0812-0000-1301', role: 'chair' },
    { key: 'rusmini', name: 'Rusmini', phone: '0812-0000-1302', role: 'treasurer' },
    { key: 'aulia-rahmi', name: 'Aulia Rahmi', phone: '0812-0000-1303', role: 'staff' },
    { key: 'siti-hadijah', name: 'Siti Hadijah', phone: '0812-0000-1304', role: 'member' },
    { key: 'mastora', name: 'Mastora', phone: '0812-0000-1305', role: 'member' },
    { key: 'nurul-huda', name: 'Nurul Huda', phone: '0812-0000-1306', role: 'member' },
    { key: 'galuh-fatmawati', name: 'Galuh Fatmawati', phone: '0812-0000-1307', role: 'member' },
  ],
  pickUp: { place: 'Rumah celup, Kampung Sasirangan', hours: 'Setiap hari 09.00–17.00 WITA' },
  tariffs: tariffsFrom('63.71.05.1007'),
  bank: { bank: 'Bank Kalsel', number: '0000-00-000013', holder: 'Sasirangan Kembang Kacang' },
  scene: { backdrop: 'waves', sprig: 'cotton' },
  products: seberangMesjidProducts,
}
