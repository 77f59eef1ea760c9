// Tenun Pahikung Prailiu: fictitious, in a real place of its craft.

import { prailiuProducts } from '#db/seed/network/products/prailiu'
import type { EnterpriseStory } from '#db/seed/network/story'
import { tariffsFrom } from '#db/seed/network/tariffs'

export const prailiu: EnterpriseStory = {
  slug: 'tenun-pahikung-prailiu',
  name: 'Tenun Pahikung Prailiu',
  legalForm: 'kelompok',
  craft: 'Tenun ikat Sumba Timur',
  story:
    'Prailiu adalah kampung raja di tepi Waingapu, dengan kubur batu di tengah halaman. Para ' +
    'perempuan mengikat, mencelup, dan menenun di kolong rumah; satu hinggi dapat memakan ' +
    'waktu setengah tahun. Akar mengkudu dan nila ditanam lagi bersama anak-anak sekolah.',
  since: 2009,
  womenLed: true,
  place: { village: '53.11.16.1002', street: 'Kampung Prailiu RT 02 RW 01', postalCode: '87116' },
  members: [
    { key: 'rambu-ana-djola', name: 'Rambu Ana Djola', phone: '0812-0000-0301', role: 'chair' },
    {
      key: 'rambu-konda-ngguna',
      name: 'Rambu Konda Ngguna',
      phone: '0812-0000-0302',
      role: 'treasurer',
    },
    {
      key: 'marlina-rambu-hada',
      name: 'Marlina Rambu Hada',
      phone: '0812-0000-0303',
      role: 'staff',
    },
    { key: 'rambu-lika-meha', name: 'Rambu Lika Meha', phone: '0812-0000-0304', role: 'member' },
    { key: 'tamu-rambu-ina', name: 'Tamu Rambu Ina', phone: '0812-0000-0305', role: 'member' },
    {
      key: 'rambu-wasak-pandarangga',
      name: 'Rambu Wasak Pandarangga',
      phone: '0812-0000-0306',
      role: 'member',
    },
    { key: 'yuliana-kareri', name: 'Yuliana Kareri', phone: '0812-0000-0307', role: 'member' },
  ],
  pickUp: { place: 'Galeri kelompok, Kampung Prailiu', hours: 'Senin–Sabtu 08.00–17.00 WITA' },
  tariffs: tariffsFrom('53.11.16.1002'),
  bank: { bank: 'BRI', number: '000000000000003', holder: 'Tenun Pahikung Prailiu' },
  scene: { backdrop: 'hills', sprig: 'indigo' },
  products: prailiuProducts,
}
