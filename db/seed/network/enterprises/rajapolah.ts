// Sinar Mendong Rajapolah: fictitious, in a real place of its craft.

import { rajapolahProducts } from '#db/seed/network/products/rajapolah'
import type { EnterpriseStory } from '#db/seed/network/story'
import { tariffsFrom } from '#db/seed/network/tariffs'

export const rajapolah: EnterpriseStory = {
  slug: 'sinar-mendong-rajapolah',
  name: 'Sinar Mendong Rajapolah',
  legalForm: 'kelompok',
  craft: 'Anyaman mendong, pandan, dan bambu',
  story:
    'Rajapolah sudah dikenal sebagai pasar anyaman sejak kereta berhenti di stasiunnya. Dua ' +
    'puluh empat perempuan menganyam di rumah masing-masing dan berkumpul setiap Jumat untuk ' +
    'memeriksa mutu. Mendongnya dibeli langsung dari petani Manonjaya, dijemur tiga hari, dan ' +
    'diwarnai sedikit demi sedikit.',
  since: 2011,
  womenLed: true,
  place: { village: '32.06.34.2003', street: 'Kampung Cibeureum RT 03 RW 05', postalCode: '46155' },
  members: [
    { key: 'euis-komariah', name: 'Euis Komariah', phone: '0812-0000-0101', role: 'chair' },
    { key: 'neneng-rohaeti', name: 'Neneng Rohaeti', phone: '0812-0000-0102', role: 'treasurer' },
    { key: 'ai-nurlaela', name: 'Ai Nurlaela', phone: '0812-0000-0103', role: 'staff' },
    { key: 'imas-masitoh', name: 'Imas Masitoh', phone: '0812-0000-0104', role: 'member' },
    { key: 'yoyoh-rokayah', name: 'Yoyoh Rokayah', phone: '0812-0000-0105', role: 'member' },
    { key: 'cucu-suhartini', name: 'Cucu Suhartini', phone: '0812-0000-0106', role: 'member' },
    { key: 'dedeh-kurniasih', name: 'Dedeh Kurniasih', phone: '0812-0000-0107', role: 'member' },
  ],
  pickUp: {
    place: 'Rumah kelompok, Kampung Cibeureum, Manggungjaya',
    hours: 'Senin–Sabtu 08.00–16.00 WIB',
  },
  tariffs: tariffsFrom('32.06.34.2003'),
  bank: { bank: 'BRI', number: '000000000000001', holder: 'Sinar Mendong Rajapolah' },
  scene: { backdrop: 'arch', sprig: 'pandan' },
  products: rajapolahProducts,
}
