// Batik Abang Getih Lasem: fictitious, in a real place of its craft.

import { lasemProducts } from '#db/seed/network/products/lasem'
import type { EnterpriseStory } from '#db/seed/network/story'
import { tariffsFrom } from '#db/seed/network/tariffs'

export const lasem: EnterpriseStory = {
  slug: 'batik-abang-getih',
  name: 'Batik Abang Getih Lasem',
  legalForm: 'usaha perorangan',
  craft: 'Batik tulis pesisir Lasem',
  story:
    'Di halaman rumah tua Babagan, canting masih ditiup sebelum menyentuh kain. Merah Lasem, ' +
    'abang getih pitik, dijaga dengan resep yang tidak ditulis. Sembilan pembatik bekerja ' +
    'dengan upah per kain, dan nama mereka ada di setiap label.',
  since: 2004,
  womenLed: true,
  place: { village: '33.17.14.2005', street: 'Jalan Babagan Gang IV Nomor 7', postalCode: '59271' },
  members: [
    { key: 'sri-winarti', name: 'Sri Winarti', phone: '0812-0000-0201', role: 'chair' },
    {
      key: 'lestari-handayani',
      name: 'Lestari Handayani',
      phone: '0812-0000-0202',
      role: 'treasurer',
    },
    { key: 'ratna-puspita', name: 'Ratna Puspita', phone: '0812-0000-0203', role: 'staff' },
    { key: 'suparmi', name: 'Suparmi', phone: '0812-0000-0204', role: 'member' },
    { key: 'maryati', name: 'Maryati', phone: '0812-0000-0205', role: 'member' },
    { key: 'ngatinah', name: 'Ngatinah', phone: '0812-0000-0206', role: 'member' },
    { key: 'kasmirah', name: 'Kasmirah', phone: '0812-0000-0207', role: 'member' },
  ],
  pickUp: { place: 'Rumah batik, Gang IV Babagan', hours: 'Setiap hari 09.00–17.00 WIB' },
  tariffs: tariffsFrom('33.17.14.2005'),
  bank: { bank: 'BNI', number: '0000000002', holder: 'Batik Abang Getih Lasem' },
  scene: { backdrop: 'sun', sprig: 'cotton' },
  products: lasemProducts,
}
