// Tenun Troso Lestari: fictitious, in a real place of its craft.

import { trosoProducts } from '#db/seed/network/products/troso'
import type { EnterpriseStory } from '#db/seed/network/story'
import { tariffsFrom } from '#db/seed/network/tariffs'

export const troso: EnterpriseStory = {
  slug: 'tenun-troso-lestari',
  name: 'Tenun Troso Lestari',
  legalForm: 'koperasi',
  craft: 'Tenun ikat Troso',
  story:
    'Suara alat tenun bukan mesin terdengar di Troso dari pagi hingga azan asar. Koperasi ini ' +
    'menyatukan tiga puluh satu penenun rumahan supaya benang dibeli lebih murah dan upah ' +
    'dibayar tepat waktu. Sisa benang dirajut menjadi tas dan dompet.',
  since: 2010,
  womenLed: false,
  place: { village: '33.20.02.2006', street: 'Jalan Raya Troso Nomor 118', postalCode: '59462' },
  members: [
    { key: 'khoirul-anam', name: 'Khoirul Anam', phone: '0812-0000-0801', role: 'chair' },
    { key: 'umi-kulsum', name: 'Umi Kulsum', phone: '0812-0000-0802', role: 'treasurer' },
    { key: 'nailul-izzah', name: 'Nailul Izzah', phone: '0812-0000-0803', role: 'staff' },
    { key: 'sholikhah', name: 'Sholikhah', phone: '0812-0000-0804', role: 'member' },
    { key: 'mustofa', name: 'Mustofa', phone: '0812-0000-0805', role: 'member' },
    { key: 'nur-asiyah', name: 'Nur Asiyah', phone: '0812-0000-0806', role: 'member' },
    { key: 'zaenal-abidin', name: 'Zaenal Abidin', phone: '0812-0000-0807', role: 'member' },
  ],
  pickUp: { place: 'Toko koperasi, Jalan Raya Troso', hours: 'Senin–Sabtu 08.00–17.00 WIB' },
  tariffs: tariffsFrom('33.20.02.2006'),
  bank: { bank: 'Mandiri', number: '0000000000008', holder: 'Tenun Troso Lestari' },
  scene: { backdrop: 'leaves', sprig: 'cotton' },
  products: trosoProducts,
}
