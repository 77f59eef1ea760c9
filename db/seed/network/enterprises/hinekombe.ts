// Mama Noken Sentani: fictitious, in a real place of its craft.

import { hinekombeProducts } from '#db/seed/network/products/hinekombe'
import type { EnterpriseStory } from '#db/seed/network/story'
import { tariffsFrom } from '#db/seed/network/tariffs'

export const hinekombe: EnterpriseStory = {
  slug: 'mama-noken-sentani',
  name: 'Mama Noken Sentani',
  legalForm: 'kelompok',
  craft: 'Noken dan anyaman Papua',
  story:
    'Mama-mama dari pegunungan dan danau merajut noken sambil menjual sayur di pasar Sentani. ' +
    'Serat dipilin di atas paha, tanpa jarum, dan satu noken besar memerlukan tiga minggu. ' +
    'Kelompok membuka kelas merajut di sekolah supaya pengetahuan ini tidak putus.',
  since: 2014,
  womenLed: true,
  place: { village: '91.03.01.1003', street: 'Jalan Kemiri Gang Noken RT 02', postalCode: '99352' },
  members: [
    { key: 'yosina-pigai', name: 'Mama Yosina Pigai', phone: '0812-0000-1401', role: 'chair' },
    { key: 'dorkas-ohee', name: 'Mama Dorkas Ohee', phone: '0812-0000-1402', role: 'treasurer' },
    { key: 'merry-felle', name: 'Merry Felle', phone: '0812-0000-1403', role: 'staff' },
    { key: 'agustina-gobai', name: 'Mama Agustina Gobai', phone: '0812-0000-1404', role: 'member' },
    { key: 'naomi-wenda', name: 'Mama Naomi Wenda', phone: '0812-0000-1405', role: 'member' },
    { key: 'ester-kogoya', name: 'Mama Ester Kogoya', phone: '0812-0000-1406', role: 'member' },
    { key: 'martha-suebu', name: 'Mama Martha Suebu', phone: '0812-0000-1407', role: 'member' },
  ],
  pickUp: { place: 'Pondok noken, Jalan Kemiri', hours: 'Senin–Sabtu 08.00–16.00 WIT' },
  tariffs: tariffsFrom('91.03.01.1003'),
  bank: { bank: 'BRI', number: '000000000000014', holder: 'Mama Noken Sentani' },
  scene: { backdrop: 'leaves', sprig: 'orchid' },
  products: hinekombeProducts,
}
