// Mutiara Sekarbela: fictitious, in a real place of its craft.

import { sekarbelaProducts } from '#db/seed/network/products/sekarbela'
import type { EnterpriseStory } from '#db/seed/network/story'
import { tariffsFrom } from '#db/seed/network/tariffs'

export const sekarbela: EnterpriseStory = {
  slug: 'mutiara-sekarbela',
  name: 'Mutiara Sekarbela',
  legalForm: 'usaha perorangan',
  craft: 'Perhiasan mutiara Lombok',
  story:
    'Gang-gang Sekarbela dihuni tukang emas turun-temurun. Mutiara datang dari tambak di ' +
    'Sekotong dan Lombok Timur, dipilih menurut kilap, bentuk, dan bulatnya. Setiap butir ' +
    'ditimbang dan difoto sebelum dirangkai sehingga pembeli tahu yang dibelinya.',
  since: 2006,
  womenLed: false,
  place: {
    village: '52.71.04.1001',
    street: 'Jalan Sultan Kaharudin Gang Mutiara 3',
    postalCode: '83115',
  },
  members: [
    { key: 'zulkifli', name: 'Haji Zulkifli', phone: '0812-0000-1201', role: 'chair' },
    { key: 'mardiyah', name: 'Hajah Mardiyah', phone: '0812-0000-1202', role: 'treasurer' },
    { key: 'fathurrahman', name: 'Fathurrahman', phone: '0812-0000-1203', role: 'staff' },
    { key: 'muhammad-saleh', name: 'Muhammad Saleh', phone: '0812-0000-1204', role: 'member' },
    { key: 'jamilah', name: 'Jamilah', phone: '0812-0000-1205', role: 'member' },
    { key: 'ahyar-rosidi', name: 'Ahyar Rosidi', phone: '0812-0000-1206', role: 'member' },
  ],
  pickUp: { place: 'Toko, Jalan Sultan Kaharudin', hours: 'Setiap hari 09.00–18.00 WITA' },
  tariffs: tariffsFrom('52.71.04.1001'),
  bank: { bank: 'BSI', number: '0000000012', holder: 'Mutiara Sekarbela' },
  scene: { backdrop: 'waves', sprig: 'shell' },
  products: sekarbelaProducts,
}
