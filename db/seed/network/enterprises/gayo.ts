// Koperasi Kopi Danau Laut Tawar: fictitious, in a real place of its craft.

import { gayoProducts } from '#db/seed/network/products/gayo'
import type { EnterpriseStory } from '#db/seed/network/story'
import { tariffsFrom } from '#db/seed/network/tariffs'

export const gayo: EnterpriseStory = {
  slug: 'kopi-danau-laut-tawar',
  name: 'Koperasi Kopi Danau Laut Tawar',
  legalForm: 'koperasi',
  craft: 'Kopi arabika Gayo',
  story:
    'Seratus dua belas petani, lebih dari separuhnya perempuan, memetik kopi di lereng ' +
    'sekitar Danau Laut Tawar. Koperasi menjemur, menyortir, dan menyangrai sendiri di ' +
    'Bebesen agar nilai tambah tinggal di kampung. Harga beli diumumkan di papan setiap ' +
    'Senin.',
  since: 2013,
  womenLed: true,
  place: {
    village: '11.04.03.2004',
    street: 'Jalan Takengon–Bireuen Kilometer 4',
    postalCode: '24552',
  },
  members: [
    { key: 'sumaini', name: 'Sumaini', phone: '0812-0000-0501', role: 'chair' },
    { key: 'rahmah-wati', name: 'Rahmah Wati', phone: '0812-0000-0502', role: 'treasurer' },
    { key: 'iwan-setiawan', name: 'Iwan Setiawan', phone: '0812-0000-0503', role: 'staff' },
    { key: 'salamah', name: 'Salamah', phone: '0812-0000-0504', role: 'member' },
    { key: 'aman-rizal', name: 'Aman Rizal', phone: '0812-0000-0505', role: 'member' },
    { key: 'inen-mayak', name: 'Inen Mayak', phone: '0812-0000-0506', role: 'member' },
    { key: 'zuraidah', name: 'Zuraidah', phone: '0812-0000-0507', role: 'member' },
  ],
  pickUp: { place: 'Gudang koperasi, Daling', hours: 'Senin–Sabtu 08.00–16.00 WIB' },
  tariffs: tariffsFrom('11.04.03.2004'),
  bank: { bank: 'BSI', number: '0000000005', holder: 'Koperasi Kopi Danau Laut Tawar' },
  scene: { backdrop: 'hills', sprig: 'coffee' },
  products: gayoProducts,
}
