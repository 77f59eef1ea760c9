// Rotan Tegalwangi: fictitious, in a real place of its craft.

import { tegalwangiProducts } from '#db/seed/network/products/tegalwangi'
import type { EnterpriseStory } from '#db/seed/network/story'
import { tariffsFrom } from '#db/seed/network/tariffs'

export const tegalwangi: EnterpriseStory = {
  slug: 'rotan-tegalwangi',
  name: 'Rotan Tegalwangi',
  legalForm: 'usaha perorangan',
  craft: 'Mebel dan anyaman rotan Cirebon',
  story:
    'Sejak puluhan tahun lalu rotan dari Kalimantan dan Sulawesi dibengkokkan di Tegalwangi ' +
    'dengan uap dan cetakan kayu. Bengkel ini bertahan dari pasang surut ekspor dengan ' +
    'membuat mebel kecil untuk rumah sendiri. Empat puluh penganyam, kebanyakan ibu rumah ' +
    'tangga, bekerja dari rumah.',
  since: 2001,
  womenLed: false,
  place: { village: '32.09.19.2009', street: 'Blok Karangdawa RT 11 RW 03', postalCode: '45154' },
  members: [
    { key: 'casmadi', name: 'Casmadi', phone: '0812-0000-0901', role: 'chair' },
    { key: 'watiah', name: 'Watiah', phone: '0812-0000-0902', role: 'treasurer' },
    { key: 'rudi-hartono', name: 'Rudi Hartono', phone: '0812-0000-0903', role: 'staff' },
    { key: 'kartini', name: 'Kartini', phone: '0812-0000-0904', role: 'member' },
    { key: 'junaedi', name: 'Junaedi', phone: '0812-0000-0905', role: 'member' },
    { key: 'sunenti', name: 'Sunenti', phone: '0812-0000-0906', role: 'member' },
    { key: 'darsono', name: 'Darsono', phone: '0812-0000-0907', role: 'member' },
  ],
  pickUp: { place: 'Bengkel rotan, Blok Karangdawa', hours: 'Senin–Sabtu 08.00–16.00 WIB' },
  tariffs: tariffsFrom('32.09.19.2009'),
  bank: { bank: 'BJB', number: '0000000000009', holder: 'Rotan Tegalwangi' },
  scene: { backdrop: 'sun', sprig: 'leaf' },
  products: tegalwangiProducts,
}
