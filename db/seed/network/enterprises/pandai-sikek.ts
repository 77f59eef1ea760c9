// Songket Saik Galamai: fictitious, in a real place of its craft.

import { pandaiSikekProducts } from '#db/seed/network/products/pandai-sikek'
import type { EnterpriseStory } from '#db/seed/network/story'
import { tariffsFrom } from '#db/seed/network/tariffs'

export const pandaiSikek: EnterpriseStory = {
  slug: 'songket-saik-galamai',
  name: 'Songket Saik Galamai',
  legalForm: 'usaha perorangan',
  craft: 'Songket Pandai Sikek',
  story:
    'Di antara Gunung Singgalang dan Marapi, suara alat panta terdengar dari jendela rumah. ' +
    'Motif saik galamai diajarkan ibu kepada anak bersama nasihatnya: teliti dan sabar. Rumah ' +
    'tenun ini membuka kelas gratis untuk remaja setiap akhir pekan.',
  since: 2002,
  womenLed: true,
  place: { village: '13.04.01.2008', street: 'Jorong Tanjuang, Pandai Sikek', postalCode: '27151' },
  members: [
    { key: 'yusmarni', name: 'Yusmarni', phone: '0812-0000-0601', role: 'chair' },
    { key: 'desmawati', name: 'Desmawati', phone: '0812-0000-0602', role: 'treasurer' },
    { key: 'fitri-handayani', name: 'Fitri Handayani', phone: '0812-0000-0603', role: 'staff' },
    { key: 'erniwati', name: 'Erniwati', phone: '0812-0000-0604', role: 'member' },
    { key: 'nurbaiti', name: 'Nurbaiti', phone: '0812-0000-0605', role: 'member' },
    { key: 'rosmaniar', name: 'Rosmaniar', phone: '0812-0000-0606', role: 'member' },
    { key: 'wirdanengsih', name: 'Wirdanengsih', phone: '0812-0000-0607', role: 'member' },
  ],
  pickUp: { place: 'Rumah tenun, Jorong Tanjuang', hours: 'Setiap hari 09.00–17.00 WIB' },
  tariffs: tariffsFrom('13.04.01.2008'),
  bank: { bank: 'Bank Nagari', number: '0000-00-000006', holder: 'Songket Saik Galamai' },
  scene: { backdrop: 'slats', sprig: 'leaf' },
  products: pandaiSikekProducts,
}
