// What Gerabah Bumi Kasongan sells.

import type { ProductStory } from '#db/seed/network/story'

export const kasonganProducts: readonly ProductStory[] = [
  {
    slug: 'vas-kasongan-tumpal',
    title: 'Vas gerabah lukis tumpal',
    description:
      'Vas setinggi 32 sentimeter yang diputar tangan dan dilukis slip putih. Bagian dalam ' +
      'dilapisi agar tahan air. Dibakar dengan jerami dan kayu selama delapan jam.',
    category: 'pottery',
    madeOf: ['tanah liat Kasongan'],
    unit: 'pcs',
    price: 125_000,
    grams: 1_900,
    variants: [
      { name: 'Terakota', stock: 9 },
      { name: 'Hitam asap', stock: 6 },
    ],
    makers: ['ngadiyo', 'painem'],
    picture: { form: 'vase', motif: 'clay', palette: 'mahoni' },
  },
  {
    slug: 'guci-kasongan-slip',
    title: 'Guci gerabah garis slip',
    description:
      'Guci bulat setinggi 40 sentimeter dengan garis slip yang digores saat tanah setengah ' +
      'kering. Cocok untuk sudut ruangan dan taman. Dikemas dengan jerami dan peti kayu.',
    category: 'pottery',
    madeOf: ['tanah liat Kasongan'],
    unit: 'pcs',
    price: 285_000,
    grams: 6_200,
    variants: [{ name: '', stock: 5 }],
    madeToOrderDays: 7,
    makers: ['sukiman', 'slamet-raharjo'],
    picture: { form: 'jar', motif: 'slip', palette: 'lumpur' },
  },
  {
    slug: 'kendi-air-kasongan',
    title: 'Kendi air gerabah',
    description:
      'Kendi yang membuat air tetap sejuk tanpa lemari es karena dindingnya berpori. Bentuknya ' +
      'mengikuti kendi lama di dapur Jawa. Rendam semalam sebelum pertama dipakai.',
    category: 'pottery',
    madeOf: ['tanah liat Kasongan'],
    unit: 'pcs',
    price: 85_000,
    grams: 1_400,
    variants: [{ name: '', stock: 14 }],
    makers: ['painem', 'suharti'],
    picture: { form: 'kendi', motif: 'clay', palette: 'secang' },
  },
  {
    slug: 'teko-poci-gerabah',
    title: 'Set teko poci gerabah',
    description:
      'Teko tanah liat untuk teh poci, lengkap dengan tutup. Teh terasa lebih lembut karena ' +
      'panasnya merata. Aman untuk makanan, tanpa glasir timbal.',
    category: 'pottery',
    madeOf: ['tanah liat Kasongan'],
    unit: 'set',
    price: 135_000,
    grams: 1_500,
    variants: [{ name: '', stock: 11 }],
    makers: ['slamet-raharjo', 'ngadiyo'],
    picture: { form: 'teapot', motif: 'slip', palette: 'mahoni' },
  },
  {
    slug: 'cangkir-gerabah-isi-tiga',
    title: 'Cangkir gerabah isi tiga',
    description:
      'Tiga cangkir gerabah bergaris slip, isi 150 mililiter. Pegangannya pas untuk dua jari. ' +
      'Dibakar suhu tinggi sehingga bunyinya nyaring bila diketuk.',
    category: 'pottery',
    madeOf: ['tanah liat Kasongan'],
    unit: 'set',
    price: 75_000,
    grams: 780,
    variants: [
      { name: 'Terakota', stock: 18 },
      { name: 'Kuning', stock: 12 },
    ],
    makers: ['suharti', 'sukiman'],
    picture: { form: 'cups', motif: 'slip', palette: 'tegeran' },
  },
  {
    slug: 'mangkuk-buah-gerabah',
    title: 'Mangkuk buah gerabah besar',
    description:
      'Mangkuk lebar 30 sentimeter untuk buah atau sayur segar. Bibirnya dipijat tangan ' +
      'sehingga sedikit bergelombang. Bagian dalam digosok batu sampai halus.',
    category: 'pottery',
    madeOf: ['tanah liat Kasongan'],
    unit: 'pcs',
    price: 110_000,
    grams: 1_700,
    variants: [{ name: '', stock: 9 }],
    makers: ['ngadiyo', 'painem'],
    picture: { form: 'bowl', motif: 'clay', palette: 'ketapang' },
  },
  {
    slug: 'piring-hias-kasongan',
    title: 'Piring hias gerabah bunga',
    description:
      'Piring hias 28 sentimeter dengan lukisan bunga yang digores dari tengah. Ada kait di ' +
      'belakang untuk digantung. Baik juga untuk kue kering.',
    category: 'pottery',
    madeOf: ['tanah liat Kasongan', 'cat tanah'],
    unit: 'pcs',
    price: 95_000,
    grams: 980,
    variants: [
      { name: 'Nila', stock: 8 },
      { name: 'Hijau telawi', stock: 7 },
    ],
    makers: ['sukiman', 'slamet-raharjo'],
    picture: { form: 'plate', motif: 'slip', palette: 'nila' },
  },
  {
    slug: 'pot-tanaman-slip',
    title: 'Pot tanaman gerabah',
    description:
      'Pot berlubang dengan tatakan, ukuran mulut 18 sentimeter. Dinding berpori membantu akar ' +
      'bernapas. Motif slip tahan hujan.',
    category: 'home',
    madeOf: ['tanah liat Kasongan'],
    unit: 'pcs',
    price: 58_000,
    grams: 1_300,
    variants: [
      { name: '15 cm', stock: 22 },
      { name: '18 cm', stock: 18, price: 72_000, grams: 1_800 },
      { name: '24 cm', stock: 7, price: 115_000, grams: 2_800 },
    ],
    makers: ['painem', 'suharti'],
    picture: { form: 'planter', motif: 'slip', palette: 'telawi' },
  },
  {
    slug: 'lampu-gerabah-lubang',
    title: 'Lampu meja gerabah berlubang',
    description:
      'Lampu tanah liat dengan lubang yang dibuat satu per satu saat tanah masih lunak. Cahaya ' +
      'jatuh seperti kunang-kunang di dinding. Kabel dan dudukan lampu sudah termasuk.',
    category: 'home',
    madeOf: ['tanah liat Kasongan'],
    unit: 'pcs',
    price: 165_000,
    grams: 1_600,
    variants: [{ name: '', stock: 6 }],
    makers: ['slamet-raharjo', 'ngadiyo'],
    picture: { form: 'lantern', motif: 'clay', palette: 'soga' },
  },
  {
    slug: 'celengan-ayam-kasongan',
    title: 'Celengan ayam jago',
    description:
      'Celengan ayam yang menjadi kenangan masa kecil banyak orang Yogya. Dicat dengan warna ' +
      'tanah dan dilapis bening. Ada sumbat karet di bawah, jadi tidak perlu dipecah.',
    category: 'pottery',
    madeOf: ['tanah liat Kasongan', 'cat'],
    unit: 'pcs',
    price: 65_000,
    grams: 900,
    variants: [
      { name: 'Merah', stock: 15 },
      { name: 'Biru', stock: 11 },
      { name: 'Cokelat', stock: 9 },
    ],
    makers: ['suharti', 'sukiman'],
    picture: { form: 'hen', motif: 'slip', palette: 'mengkudu' },
  },
  {
    slug: 'cobek-ulekan-gerabah',
    title: 'Cobek dan ulekan gerabah',
    description:
      'Cobek tanah liat berdinding tebal dengan ulekan kayu sawo. Permukaannya kasar sehingga ' +
      'bumbu cepat halus. Cuci tanpa sabun dan keringkan terbalik.',
    category: 'pottery',
    madeOf: ['tanah liat Kasongan', 'kayu sawo'],
    unit: 'set',
    price: 70_000,
    grams: 2_100,
    variants: [{ name: '', stock: 13 }],
    makers: ['ngadiyo', 'painem'],
    picture: { form: 'mortar', motif: 'clay', palette: 'lumpur' },
  },
  {
    slug: 'tegel-hias-kasongan',
    title: 'Tegel hias gerabah isi sembilan',
    description:
      'Sembilan tegel 15 × 15 sentimeter dengan kelopak timbul. Untuk dinding dapur, anak ' +
      'tangga, atau bingkai cermin. Setiap keping dicetak tekan tangan.',
    category: 'home',
    madeOf: ['tanah liat Kasongan'],
    unit: 'set',
    price: 198_000,
    grams: 4_500,
    variants: [{ name: '', stock: 7 }],
    madeToOrderDays: 10,
    makers: ['sukiman', 'slamet-raharjo'],
    picture: { form: 'tiles', motif: 'clay', palette: 'mahoni' },
  },
  {
    slug: 'sepasang-vas-leher-panjang',
    title: 'Sepasang vas leher panjang',
    description:
      'Dua vas ramping setinggi 36 dan 25 sentimeter dengan pita slip di badan. Untuk bunga ' +
      'kering atau ranting. Dibungkus berlapis sehingga aman dikirim.',
    category: 'pottery',
    madeOf: ['tanah liat Kasongan'],
    unit: 'pair',
    price: 175_000,
    grams: 2_600,
    variants: [{ name: '', stock: 8 }],
    makers: ['painem', 'suharti'],
    picture: { form: 'pair', motif: 'clay', palette: 'manggis' },
  },
]
