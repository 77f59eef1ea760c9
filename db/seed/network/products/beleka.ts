// What Ketak Beleka Sejahtera sells.

import type { ProductStory } from '#db/seed/network/story'

export const belekaProducts: readonly ProductStory[] = [
  {
    slug: 'tas-ketak-bulat',
    title: 'Tas ketak bulat',
    description:
      'Tas bundar dari ketak, tumbuhan pakis menjalar yang dililit pada rotan. Diasapi kulit ' +
      'kelapa sehingga cokelatnya alami dan tidak disukai serangga. Tali panjang dari kulit ' +
      'sintetis.',
    category: 'bags',
    madeOf: ['ketak', 'rotan'],
    unit: 'pcs',
    price: 265_000,
    grams: 420,
    variants: [
      { name: '20 cm', stock: 12 },
      { name: '24 cm', stock: 7, price: 295_000, grams: 500 },
    ],
    makers: ['baiq-nurhasanah', 'inaq-mahni'],
    picture: { form: 'roundBag', motif: 'coil', palette: 'soga' },
  },
  {
    slug: 'keranjang-ketak-bergagang',
    title: 'Keranjang ketak bergagang',
    description:
      'Keranjang belanja dengan gagang lilit yang tidak menyakiti tangan. Motif belah ketupat ' +
      'dibuat dari ketak yang lebih gelap. Satu keranjang selesai dalam enam hari.',
    category: 'weaving',
    madeOf: ['ketak', 'rotan'],
    unit: 'pcs',
    price: 225_000,
    grams: 650,
    variants: [{ name: '', stock: 10 }],
    makers: ['inaq-sahnep', 'sumiati'],
    picture: { form: 'hamper', motif: 'coil', palette: 'mahoni' },
  },
  {
    slug: 'kotak-bundar-ketak',
    title: 'Kotak bundar ketak bertutup',
    description:
      'Kotak bertutup untuk perhiasan atau keping catur. Tutupnya pas karena dianyam mengikuti ' +
      'badan. Bagian dalam dibiarkan alami.',
    category: 'weaving',
    madeOf: ['ketak', 'rotan'],
    unit: 'pcs',
    price: 135_000,
    grams: 350,
    variants: [
      { name: 'Kecil', stock: 13 },
      { name: 'Sedang', stock: 9, price: 175_000, grams: 530 },
    ],
    makers: ['inaq-mahni', 'halimatussakdiah'],
    picture: { form: 'roundBox', motif: 'coil', palette: 'soga' },
  },
  {
    slug: 'nampan-ketak',
    title: 'Nampan ketak bundar',
    description:
      'Nampan bundar 35 sentimeter dengan motif bintang di tengah. Ringan, kuat, dan mudah ' +
      'dibersihkan. Banyak dibeli restoran di Senggigi.',
    category: 'weaving',
    madeOf: ['ketak', 'rotan'],
    unit: 'pcs',
    price: 165_000,
    grams: 520,
    variants: [{ name: '', stock: 16 }],
    makers: ['sumiati', 'baiq-nurhasanah'],
    picture: { form: 'tray', motif: 'coil', palette: 'lumpur' },
  },
  {
    slug: 'keranjang-besar-ketak',
    title: 'Keranjang bertutup ketak besar',
    description:
      'Keranjang tinggi 50 sentimeter untuk kamar atau ruang tamu. Lilitannya rapat sehingga ' +
      'tidak mudah penyok. Dikerjakan dua perajin selama dua minggu.',
    category: 'home',
    madeOf: ['ketak', 'rotan'],
    unit: 'pcs',
    price: 685_000,
    grams: 2_600,
    variants: [{ name: '', stock: 3 }],
    madeToOrderDays: 14,
    makers: ['halimatussakdiah'],
    picture: { form: 'lidded', motif: 'coil', palette: 'mahoni' },
  },
  {
    slug: 'alas-piring-ketak',
    title: 'Alas piring ketak isi empat',
    description:
      'Empat alas piring bundar yang menahan panas. Warna asap berselang alami. Disimpan dalam ' +
      'kantong kain.',
    category: 'home',
    madeOf: ['ketak'],
    unit: 'set',
    price: 145_000,
    grams: 480,
    variants: [{ name: '', stock: 18 }],
    makers: ['baiq-nurhasanah', 'inaq-mahni'],
    picture: { form: 'placemats', motif: 'coil', palette: 'tegeran' },
  },
  {
    slug: 'kap-lampu-ketak',
    title: 'Kap lampu gantung ketak',
    description:
      'Kap lampu dari lilitan ketak yang memberi cahaya hangat. Garis tengah 35 sentimeter. ' +
      'Kabel dan dudukan E27 sudah termasuk.',
    category: 'home',
    madeOf: ['ketak', 'rotan'],
    unit: 'pcs',
    price: 345_000,
    grams: 1_100,
    variants: [{ name: '', stock: 5 }],
    madeToOrderDays: 10,
    makers: ['inaq-sahnep', 'sumiati'],
    picture: { form: 'pendant', motif: 'coil', palette: 'soga' },
  },
  {
    slug: 'tempat-tisu-ketak',
    title: 'Kotak tisu ketak',
    description:
      'Kotak tisu anyam dengan tutup geser. Tepinya dililit dua kali. Cocok dipadukan dengan ' +
      'nampan ketak.',
    category: 'home',
    madeOf: ['ketak', 'rotan'],
    unit: 'pcs',
    price: 155_000,
    grams: 380,
    variants: [{ name: '', stock: 11 }],
    makers: ['inaq-mahni', 'halimatussakdiah'],
    picture: { form: 'tissueBox', motif: 'coil', palette: 'merang' },
  },
  {
    slug: 'keranjang-pot-ketak',
    title: 'Keranjang pot ketak',
    description:
      'Keranjang penutup pot tanaman dengan dua pegangan. Alas plastik di dalam menahan air ' +
      'siraman. Untuk pot garis tengah 20 sentimeter.',
    category: 'home',
    madeOf: ['ketak', 'rotan'],
    unit: 'pcs',
    price: 175_000,
    grams: 700,
    variants: [{ name: '', stock: 8 }],
    makers: ['sumiati', 'baiq-nurhasanah'],
    picture: { form: 'basket', motif: 'coil', palette: 'ketapang' },
  },
  {
    slug: 'puf-ketak',
    title: 'Dudukan ketak bundar',
    description:
      'Dudukan pendek berangka rotan berlapis ketak. Kuat diduduki orang dewasa. Tinggi 38 ' +
      'sentimeter.',
    category: 'home',
    madeOf: ['ketak', 'rotan'],
    unit: 'pcs',
    price: 565_000,
    grams: 3_400,
    variants: [{ name: '', stock: 4 }],
    madeToOrderDays: 14,
    makers: ['halimatussakdiah'],
    picture: { form: 'pouf', motif: 'coil', palette: 'mengkudu' },
  },
  {
    slug: 'clutch-ketak',
    title: 'Clutch ketak',
    description:
      'Clutch lancip dari ketak halus dengan furing tenun Sasak. Kancing kayu bundar. Cukup ' +
      'untuk telepon dan kartu.',
    category: 'bags',
    madeOf: ['ketak', 'tenun'],
    unit: 'pcs',
    price: 195_000,
    grams: 240,
    variants: [{ name: '', stock: 9 }],
    makers: ['baiq-nurhasanah', 'inaq-mahni'],
    picture: { form: 'clutch', motif: 'coil', palette: 'tegeran' },
  },
]
