// What Tenun Pahikung Prailiu sells.

import type { ProductStory } from '#db/seed/network/story'

export const prailiuProducts: readonly ProductStory[] = [
  {
    slug: 'hinggi-kuda-sumba',
    title: 'Hinggi tenun ikat kuda',
    description:
      'Kain laki-laki Sumba Timur dengan barisan kuda, lambang kehormatan dan perjalanan. ' +
      'Benang diikat dan dicelup berbulan-bulan dengan akar mengkudu dan nila. Panjang 240 ' +
      'sentimeter dengan pinggir kabakil.',
    category: 'textiles',
    madeOf: ['katun pintal', 'akar mengkudu', 'nila'],
    unit: 'pcs',
    price: 2_750_000,
    grams: 900,
    variants: [{ name: '', stock: 2 }],
    madeToOrderDays: 30,
    makers: ['rambu-ana-djola'],
    picture: { form: 'hung', motif: 'horses', palette: 'mengkudu' },
  },
  {
    slug: 'hinggi-pohon-andung',
    title: 'Hinggi tenun ikat andung',
    description:
      'Motif andung, pohon di tengah kampung, dikelilingi tumpal dan garis warna tanah. Warna ' +
      'biru didapat dari enam kali celupan nila. Setiap kain disertai cerita penenunnya.',
    category: 'textiles',
    madeOf: ['katun pintal', 'nila', 'kemiri'],
    unit: 'pcs',
    price: 2_350_000,
    grams: 900,
    variants: [{ name: '', stock: 2 }],
    madeToOrderDays: 30,
    makers: ['rambu-lika-meha'],
    picture: { form: 'hung', motif: 'tree', palette: 'indigo' },
  },
  {
    slug: 'selendang-ayam-sumba',
    title: 'Selendang tenun ikat ayam',
    description:
      'Selendang 45 × 180 sentimeter dengan motif ayam, tanda kewaspadaan dan hidup yang ' +
      'dimulai pagi. Lembut karena kapasnya dipintal tangan. Jumbai dipilin di ujungnya.',
    category: 'textiles',
    madeOf: ['katun pintal', 'pewarna alam'],
    unit: 'pcs',
    price: 485_000,
    grams: 220,
    variants: [
      { name: 'Kuning tegeran', stock: 4 },
      { name: 'Merah', stock: 5 },
    ],
    makers: ['tamu-rambu-ina'],
    picture: { form: 'scarf', motif: 'rooster', palette: 'tegeran' },
  },
  {
    slug: 'selendang-cicak-sumba',
    title: 'Selendang tenun ikat kadal',
    description:
      'Motif kadal dan buaya dalam kain Sumba mengingatkan pada leluhur dan kekuatan. Warna ' +
      'lumpur dan akar pohon membuatnya tenang dipakai. Panjang 180 sentimeter.',
    category: 'textiles',
    madeOf: ['katun pintal', 'lumpur', 'akar mengkudu'],
    unit: 'pcs',
    price: 465_000,
    grams: 220,
    variants: [{ name: '', stock: 6 }],
    makers: ['rambu-wasak-pandarangga'],
    picture: { form: 'scarf', motif: 'gecko', palette: 'lumpur' },
  },
  {
    slug: 'lau-pahikung',
    title: 'Lau pahikung garis warna',
    description:
      'Sarung perempuan dengan teknik pahikung, benang lungsi tambahan yang membuat motif ' +
      'timbul. Dikerjakan di alat tenun gedogan di bawah rumah panggung. Cocok juga sebagai ' +
      'hiasan dinding.',
    category: 'textiles',
    madeOf: ['katun', 'pewarna alam'],
    unit: 'pcs',
    price: 1_650_000,
    grams: 700,
    variants: [{ name: '', stock: 3 }],
    madeToOrderDays: 25,
    makers: ['yuliana-kareri'],
    picture: { form: 'folded', motif: 'ikatBand', palette: 'manggis' },
  },
  {
    slug: 'bantal-ikat-kuda',
    title: 'Sarung bantal ikat kuda Sumba',
    description:
      'Sarung bantal 45 sentimeter dari potongan kain ikat pilihan. Bagian belakang katun polos ' +
      'dengan ritsleting. Warna alam dijaga dengan dijemur di tempat teduh.',
    category: 'home',
    madeOf: ['katun pintal', 'katun'],
    unit: 'pcs',
    price: 195_000,
    grams: 220,
    variants: [
      { name: 'Merah', stock: 7 },
      { name: 'Cokelat', stock: 5 },
    ],
    makers: ['rambu-ana-djola', 'tamu-rambu-ina'],
    picture: { form: 'cushion', motif: 'horses', palette: 'soga' },
  },
  {
    slug: 'taplak-sumba-belah-ketupat',
    title: 'Taplak panjang ikat belah ketupat',
    description:
      'Taplak panjang 35 × 160 sentimeter dengan belah ketupat bertingkat. Pinggirannya ditenun ' +
      'rapat supaya tidak melengkung. Enak dipandang di atas meja kayu.',
    category: 'home',
    madeOf: ['katun'],
    unit: 'pcs',
    price: 245_000,
    grams: 240,
    variants: [{ name: '', stock: 8 }],
    makers: ['rambu-lika-meha', 'rambu-wasak-pandarangga'],
    picture: { form: 'runner', motif: 'ikatDiamonds', palette: 'secang' },
  },
  {
    slug: 'tas-selempang-ikat-sumba',
    title: 'Tas selempang ikat Sumba',
    description:
      'Tas selempang dengan tutup kain ikat dan badan kanvas tebal. Tali dapat diatur, ada dua ' +
      'ruang di dalam. Dijahit oleh anggota kelompok di Prailiu.',
    category: 'bags',
    madeOf: ['kain ikat', 'kanvas'],
    unit: 'pcs',
    price: 275_000,
    grams: 340,
    variants: [
      { name: 'Belah ketupat', stock: 6 },
      { name: 'Ayam', stock: 3 },
    ],
    makers: ['tamu-rambu-ina', 'yuliana-kareri'],
    picture: { form: 'sling', motif: 'ikatDiamonds', palette: 'mengkudu' },
  },
  {
    slug: 'outer-ikat-sumba',
    title: 'Rompi panjang ikat Sumba',
    description:
      'Rompi longgar dari kain ikat dengan warna nila dan garis putih. Tidak memotong motif ' +
      'utama: bagian punggung menampilkan satu bidang utuh. Satu ukuran.',
    category: 'clothing',
    madeOf: ['katun', 'nila'],
    unit: 'pcs',
    price: 725_000,
    grams: 380,
    variants: [{ name: '', stock: 4 }],
    makers: ['rambu-wasak-pandarangga'],
    picture: { form: 'outer', motif: 'ikatLozenge', palette: 'indigo' },
  },
  {
    slug: 'hiasan-dinding-andung-kecil',
    title: 'Hiasan dinding tenun andung kecil',
    description:
      'Potongan kain ikat 40 × 60 sentimeter pada batang kayu, siap digantung. Cara yang baik ' +
      'untuk mulai mengenal tenun Sumba. Disertai kartu cerita motif.',
    category: 'home',
    madeOf: ['katun pintal', 'kayu'],
    unit: 'pcs',
    price: 320_000,
    grams: 300,
    variants: [
      { name: 'Ungu', stock: 3 },
      { name: 'Cokelat', stock: 6 },
    ],
    makers: ['yuliana-kareri', 'rambu-lika-meha'],
    picture: { form: 'hung', motif: 'tree', palette: 'manggis' },
  },
  {
    slug: 'dompet-ikat-sumba',
    title: 'Dompet kain ikat Sumba',
    description:
      'Dompet ritsleting berlapis dari sisa potongan kain ikat. Kecil, kuat, dan setiap lembar ' +
      'berbeda. Hasil penjualannya masuk tabungan bersama kelompok.',
    category: 'bags',
    madeOf: ['kain ikat', 'furing'],
    unit: 'pcs',
    price: 65_000,
    grams: 60,
    variants: [{ name: '', stock: 33 }],
    makers: ['rambu-ana-djola', 'tamu-rambu-ina'],
    picture: { form: 'pouch', motif: 'rooster', palette: 'mengkudu' },
  },
]
