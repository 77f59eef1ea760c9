// Ketak Beleka Sejahtera: fictitious, in a real place of its craft.

import { belekaProducts } from '#db/seed/network/products/beleka'
import type { EnterpriseStory } from '#db/seed/network/story'
import { tariffsFrom } from '#db/seed/network/tariffs'

export const beleka: EnterpriseStory = {
  slug: 'ketak-beleka',
  name: 'Ketak Beleka Sejahtera',
  legalForm: 'kelompok',
  craft: 'Anyaman ketak Lombok',
  story:
    'Ketak, pakis yang menjalar di hutan, dililitkan pada rotan lalu diasapi dengan kulit ' +
    'kelapa sampai cokelat. Di Beleka hampir setiap perempuan bisa menganyam sambil menjaga ' +
    'anak. Kelompok menabung bersama dan menanam kembali ketak di kebun desa.',
  since: 2008,
  womenLed: true,
  place: { village: '52.02.06.2002', street: 'Dusun Beleka Daye', postalCode: '83581' },
  members: [
    { key: 'baiq-nurhasanah', name: 'Baiq Nurhasanah', phone: '0812-0000-1101', role: 'chair' },
    {
      key: 'baiq-sri-wahyuni',
      name: 'Baiq Sri Wahyuni',
      phone: '0812-0000-1102',
      role: 'treasurer',
    },
    { key: 'lalu-hamdani', name: 'Lalu Hamdani', phone: '0812-0000-1103', role: 'staff' },
    { key: 'inaq-sahnep', name: 'Inaq Sahnep', phone: '0812-0000-1104', role: 'member' },
    { key: 'inaq-mahni', name: 'Inaq Mahni', phone: '0812-0000-1105', role: 'member' },
    { key: 'sumiati', name: 'Sumiati', phone: '0812-0000-1106', role: 'member' },
    { key: 'halimatussakdiah', name: 'Halimatussakdiah', phone: '0812-0000-1107', role: 'member' },
  ],
  pickUp: { place: 'Balai kelompok, Dusun Beleka Daye', hours: 'Setiap hari 08.00–17.00 WITA' },
  tariffs: tariffsFrom('52.02.06.2002'),
  bank: { bank: 'Bank NTB Syariah', number: '0000-00-000011', holder: 'Ketak Beleka Sejahtera' },
  scene: { backdrop: 'slats', sprig: 'pandan' },
  products: belekaProducts,
}
