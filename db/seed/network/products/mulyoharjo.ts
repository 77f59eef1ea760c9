// What Ukir Lung Jepara sells.

import type { ProductStory } from '#db/seed/network/story'

export const mulyoharjoProducts: readonly ProductStory[] = [
  {
    slug: 'panel-ukir-lung',
    title: 'Panel ukir lung-lungan jati',
    description:
      'Panel dinding jati 40 × 90 sentimeter dengan sulur lung khas Jepara, dipahat sedalam ' +
      'tiga sentimeter. Digosok amplas halus lalu dilapis minyak. Satu panel dikerjakan seorang ' +
      'perajin selama sepuluh hari.',
    category: 'wood',
    madeOf: ['jati'],
    unit: 'pcs',
    price: 1_450_000,
    grams: 6_500,
    variants: [{ name: '', stock: 3 }],
    madeToOrderDays: 14,
    makers: ['ahmad-muslikh'],
    picture: { form: 'panel', motif: 'vine', palette: 'soga' },
  },
  {
    slug: 'panel-ukir-kembang',
    title: 'Panel ukir kembang delapan',
    description:
      'Panel jati dengan deret kembang berkelopak delapan dalam bingkai lengkung. Cocok untuk ' +
      'pintu partisi atau kepala ranjang. Kayu bersertifikat legal.',
    category: 'wood',
    madeOf: ['jati'],
    unit: 'pcs',
    price: 1_250_000,
    grams: 6_200,
    variants: [{ name: '', stock: 2 }],
    madeToOrderDays: 14,
    makers: ['sutrisno'],
    picture: { form: 'panel', motif: 'rosette', palette: 'mahoni' },
  },
  {
    slug: 'cermin-ukir-matahari',
    title: 'Cermin ukir bundar',
    description:
      'Cermin bundar 60 sentimeter dengan bingkai kelopak daun jati yang dipahat tangan. Kaca ' +
      'lima milimeter. Sudah dilengkapi gantungan.',
    category: 'home',
    madeOf: ['jati', 'kaca'],
    unit: 'pcs',
    price: 875_000,
    grams: 5_200,
    variants: [{ name: '', stock: 4 }],
    madeToOrderDays: 10,
    makers: ['kasmuri'],
    picture: { form: 'mirror', motif: 'vine', palette: 'mahoni' },
  },
  {
    slug: 'peti-ukir-jepara',
    title: 'Peti simpan ukir',
    description:
      'Peti kayu mahoni untuk kain dan surat penting, bagian depan diukir penuh. Kunci dan ' +
      'engsel kuningan. Panjang 60, tinggi 40 sentimeter.',
    category: 'home',
    madeOf: ['mahoni', 'kuningan'],
    unit: 'pcs',
    price: 1_650_000,
    grams: 14_000,
    variants: [{ name: '', stock: 2 }],
    madeToOrderDays: 21,
    makers: ['nur-hidayat'],
    picture: { form: 'chest', motif: 'vine', palette: 'soga' },
  },
  {
    slug: 'kotak-perhiasan-ukir',
    title: 'Kotak perhiasan ukir',
    description:
      'Kotak kecil 20 × 14 sentimeter berlapis kain di dalamnya. Tutupnya diukir sulur dan ' +
      'dilapis bening. Untuk cincin, gelang, dan jam.',
    category: 'wood',
    madeOf: ['mahoni', 'kain'],
    unit: 'pcs',
    price: 245_000,
    grams: 850,
    variants: [{ name: '', stock: 12 }],
    makers: ['abdul-rohim', 'sutrisno'],
    picture: { form: 'casket', motif: 'rosette', palette: 'soga' },
  },
  {
    slug: 'bangku-ukir-bundar',
    title: 'Bangku bundar ukir',
    description:
      'Bangku pendek berdudukan bundar dengan rel ukir. Kuat menahan seratus dua puluh ' +
      'kilogram. Serbaguna untuk duduk atau meja kecil.',
    category: 'home',
    madeOf: ['jati'],
    unit: 'pcs',
    price: 525_000,
    grams: 5_800,
    variants: [{ name: '', stock: 5 }],
    madeToOrderDays: 10,
    makers: ['ahmad-muslikh'],
    picture: { form: 'stool', motif: 'vine', palette: 'ketapang' },
  },
  {
    slug: 'kursi-makan-ukir',
    title: 'Kursi makan sandaran ukir',
    description:
      'Kursi makan jati dengan sandaran berukir yang tetap nyaman di punggung. Sambungan purus ' +
      'tanpa paku. Dijual satuan, potongan harga untuk enam kursi.',
    category: 'home',
    madeOf: ['jati'],
    unit: 'pcs',
    price: 985_000,
    grams: 9_500,
    variants: [{ name: '', stock: 6 }],
    madeToOrderDays: 21,
    makers: ['sutrisno'],
    picture: { form: 'chair', motif: 'vine', palette: 'mahoni' },
  },
  {
    slug: 'nampan-ukir-oval',
    title: 'Nampan ukir oval',
    description:
      'Nampan oval 45 sentimeter dengan tepi ukir dan dua pegangan. Permukaannya dilapis aman ' +
      'makanan. Untuk menyajikan teh dan jajanan.',
    category: 'wood',
    madeOf: ['mahoni'],
    unit: 'pcs',
    price: 195_000,
    grams: 1_300,
    variants: [{ name: '', stock: 9 }],
    makers: ['kasmuri', 'abdul-rohim'],
    picture: { form: 'server', motif: 'rosette', palette: 'tegeran' },
  },
  {
    slug: 'lampu-meja-ukir',
    title: 'Lampu meja kaki ukir',
    description:
      'Kaki lampu jati yang dibubut lalu diukir, kap dari katun gading. Tinggi 48 sentimeter. ' +
      'Kabel 1,5 meter dengan sakelar.',
    category: 'home',
    madeOf: ['jati', 'katun'],
    unit: 'pcs',
    price: 435_000,
    grams: 2_400,
    variants: [{ name: '', stock: 5 }],
    makers: ['nur-hidayat'],
    picture: { form: 'lamp', motif: 'vine', palette: 'soga' },
  },
  {
    slug: 'set-sendok-kayu',
    title: 'Set sendok saji kayu',
    description:
      'Empat sendok dan centong dari kayu sono keling dengan gagang polos berserat. Tidak ' +
      'menggores wajan. Digosok minyak kelapa.',
    category: 'wood',
    madeOf: ['sono keling'],
    unit: 'set',
    price: 125_000,
    grams: 420,
    variants: [{ name: '', stock: 24 }],
    makers: ['abdul-rohim', 'sutrisno'],
    picture: { form: 'spoons', motif: 'grain', palette: 'mahoni' },
  },
  {
    slug: 'bingkai-foto-ukir',
    title: 'Bingkai foto ukir',
    description:
      'Bingkai foto 4R berukir kembang kecil, dapat berdiri atau digantung. Kaca bening dan ' +
      'penutup belakang beludru. Cendera mata wisuda dan pensiun.',
    category: 'wood',
    madeOf: ['mahoni', 'kaca'],
    unit: 'pcs',
    price: 110_000,
    grams: 650,
    variants: [
      { name: 'Cokelat tua', stock: 13 },
      { name: 'Alami', stock: 10 },
    ],
    makers: ['ahmad-muslikh', 'kasmuri'],
    picture: { form: 'frame', motif: 'rosette', palette: 'tegeran' },
  },
  {
    slug: 'rak-dinding-ukir',
    title: 'Rak dinding konsol ukir',
    description:
      'Rak dinding 60 sentimeter dengan dua konsol sulur. Menahan beban sampai delapan ' +
      'kilogram. Sekrup dan fischer disertakan.',
    category: 'home',
    madeOf: ['jati'],
    unit: 'pcs',
    price: 365_000,
    grams: 3_200,
    variants: [{ name: '', stock: 6 }],
    makers: ['sutrisno', 'nur-hidayat'],
    picture: { form: 'shelf', motif: 'vine', palette: 'mahoni' },
  },
]
