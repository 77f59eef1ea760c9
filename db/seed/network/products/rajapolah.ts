// What Sinar Mendong Rajapolah sells.

import type { ProductStory } from '#db/seed/network/story'

export const rajapolahProducts: readonly ProductStory[] = [
  {
    slug: 'tas-jinjing-pandan-catur',
    title: 'Tas jinjing pandan motif catur',
    description:
      'Tas belanja dari pandan yang dijemur tiga hari lalu dianyam rapat dua warna. Pegangannya ' +
      'berlapis kain sehingga nyaman dibawa ke pasar maupun ke kantor. Muat beban sampai tujuh ' +
      'kilogram.',
    category: 'bags',
    madeOf: ['pandan', 'kain katun'],
    unit: 'pcs',
    price: 145_000,
    grams: 420,
    variants: [
      { name: 'Merah mengkudu', stock: 14 },
      { name: 'Hijau ketapang', stock: 9 },
      { name: 'Alami', stock: 17 },
    ],
    makers: ['euis-komariah', 'yoyoh-rokayah'],
    picture: { form: 'tote', motif: 'plait', palette: 'mengkudu' },
  },
  {
    slug: 'tas-mendong-kepar',
    title: 'Tas mendong anyam kepar',
    description:
      'Mendong dari sawah Manonjaya dianyam kepar sehingga muncul garis zigzag halus. Bagian ' +
      'dalam dilapisi furing dan ada satu saku kecil. Semakin sering dipakai, warnanya makin ' +
      'mengilap.',
    category: 'bags',
    madeOf: ['mendong', 'furing katun'],
    unit: 'pcs',
    price: 165_000,
    grams: 400,
    variants: [{ name: '', stock: 12 }],
    makers: ['imas-masitoh', 'cucu-suhartini'],
    picture: { form: 'bucket', motif: 'twill', palette: 'tegeran' },
  },
  {
    slug: 'topi-pandan-lebar',
    title: 'Topi pandan tepi lebar',
    description:
      'Topi peneduh dari pandan halus, ringan dan bisa dilipat dua tanpa patah. Pita anyamannya ' +
      'dilepas-pasang untuk dicuci. Cocok untuk berkebun dan jalan ke pantai.',
    category: 'weaving',
    madeOf: ['pandan'],
    unit: 'pcs',
    price: 95_000,
    grams: 160,
    variants: [
      { name: '56 cm', stock: 11 },
      { name: '58 cm', stock: 15 },
      { name: '60 cm', stock: 4 },
    ],
    makers: ['yoyoh-rokayah', 'dedeh-kurniasih'],
    picture: { form: 'hat', motif: 'plait', palette: 'merang' },
  },
  {
    slug: 'keranjang-cucian-bertutup',
    title: 'Keranjang cucian mendong bertutup',
    description:
      'Keranjang tinggi dengan rangka bambu dan dinding mendong kepang. Tutupnya rapat dan ' +
      'bagian dasar diberi kaki supaya tidak lembap. Dapat memuat cucian dua hari untuk ' +
      'keluarga kecil.',
    category: 'home',
    madeOf: ['mendong', 'bambu'],
    unit: 'pcs',
    price: 235_000,
    grams: 1_900,
    variants: [
      { name: 'Sedang', stock: 6 },
      { name: 'Besar', stock: 5, price: 285_000, grams: 2_500 },
    ],
    makers: ['cucu-suhartini', 'euis-komariah'],
    picture: { form: 'lidded', motif: 'twill', palette: 'telawi' },
  },
  {
    slug: 'tikar-mendong-lipat',
    title: 'Tikar mendong lipat',
    description:
      'Tikar tamu berukuran 2 × 1,5 meter, dianyam rapat dengan tepi dijahit kain. Dingin di ' +
      'siang hari dan mudah digulung. Satu tikar dikerjakan dua orang selama empat hari.',
    category: 'weaving',
    madeOf: ['mendong', 'kain katun'],
    unit: 'pcs',
    price: 185_000,
    grams: 2_100,
    variants: [{ name: '', stock: 8 }],
    makers: ['dedeh-kurniasih', 'imas-masitoh'],
    picture: { form: 'mat', motif: 'twill', palette: 'soga' },
  },
  {
    slug: 'kotak-tisu-pandan',
    title: 'Kotak tisu pandan',
    description:
      'Kotak tisu anyaman dua warna dengan alas kayu tipis. Bukaannya lebar sehingga mudah ' +
      'diisi ulang. Pas untuk ruang tamu dan meja makan.',
    category: 'home',
    madeOf: ['pandan', 'kayu lapis'],
    unit: 'pcs',
    price: 68_000,
    grams: 280,
    variants: [
      { name: 'Nila', stock: 12 },
      { name: 'Cokelat', stock: 10 },
    ],
    makers: ['euis-komariah', 'yoyoh-rokayah'],
    picture: { form: 'tissueBox', motif: 'plait', palette: 'nila' },
  },
  {
    slug: 'tempat-buah-bambu',
    title: 'Keranjang buah bambu bergagang',
    description:
      'Keranjang bergagang dari bambu tali yang diserut halus, dianyam silang dan diberi simpai ' +
      'di bibirnya. Kuat untuk buah maupun hantaran. Sudah diangin-anginkan supaya bebas bubuk.',
    category: 'weaving',
    madeOf: ['bambu tali'],
    unit: 'pcs',
    price: 89_000,
    grams: 450,
    variants: [{ name: '', stock: 21 }],
    makers: ['imas-masitoh', 'cucu-suhartini'],
    picture: { form: 'hamper', motif: 'openEyes', palette: 'soga' },
  },
  {
    slug: 'kotak-susun-pandan',
    title: 'Kotak susun pandan isi tiga',
    description:
      'Tiga kotak bertutup yang dapat disimpan satu di dalam yang lain. Dipakai untuk ' +
      'perhiasan, benang, atau bingkisan Lebaran. Setiap tutup memiliki kancing kayu.',
    category: 'weaving',
    madeOf: ['pandan', 'kayu'],
    unit: 'set',
    price: 175_000,
    grams: 650,
    variants: [
      { name: 'Hijau telawi', stock: 7 },
      { name: 'Ungu manggis', stock: 6 },
      { name: 'Alami', stock: 9 },
    ],
    makers: ['yoyoh-rokayah', 'dedeh-kurniasih'],
    picture: { form: 'nest', motif: 'plait', palette: 'telawi' },
  },
  {
    slug: 'kap-lampu-bambu',
    title: 'Kap lampu bambu mata walik',
    description:
      'Kap lampu gantung dengan anyaman terbuka yang menjatuhkan bayangan segi enam di dinding. ' +
      'Rangkanya bambu, dudukan lampu E27 sudah terpasang. Kabel satu setengah meter.',
    category: 'home',
    madeOf: ['bambu', 'kabel'],
    unit: 'pcs',
    price: 210_000,
    grams: 900,
    variants: [{ name: '', stock: 7 }],
    madeToOrderDays: 5,
    makers: ['cucu-suhartini', 'euis-komariah'],
    picture: { form: 'pendant', motif: 'openEyes', palette: 'tegeran' },
  },
  {
    slug: 'alas-piring-mendong',
    title: 'Alas piring mendong isi empat',
    description:
      'Empat alas piring bundar bergaris tengah 33 sentimeter. Menahan panas dan cukup dilap ' +
      'dengan kain lembap. Pinggirnya dijalin dua kali supaya tidak terurai.',
    category: 'home',
    madeOf: ['mendong'],
    unit: 'set',
    price: 78_000,
    grams: 360,
    variants: [
      { name: 'Cokelat soga', stock: 16 },
      { name: 'Merah', stock: 13 },
    ],
    makers: ['dedeh-kurniasih', 'imas-masitoh'],
    picture: { form: 'placemats', motif: 'twill', palette: 'secang' },
  },
  {
    slug: 'sandal-pandan-rumah',
    title: 'Sandal rumah pandan',
    description:
      'Sandal dalam rumah bersol spons dengan tali depan anyaman pandan. Ringan, tidak licin, ' +
      'dan sejuk di kaki. Banyak dipesan hotel dan penginapan.',
    category: 'weaving',
    madeOf: ['pandan', 'spons EVA'],
    unit: 'pair',
    price: 45_000,
    grams: 220,
    variants: [
      { name: '36–38', stock: 24 },
      { name: '39–41', stock: 30 },
      { name: '42–43', stock: 12 },
    ],
    makers: ['euis-komariah', 'yoyoh-rokayah'],
    picture: { form: 'slippers', motif: 'plait', palette: 'ketapang' },
  },
  {
    slug: 'kipas-bambu-rajapolah',
    title: 'Kipas bambu anyam',
    description:
      'Kipas tangan dari irisan bambu setipis kertas, ditepi kain dan bertangkai kayu mahoni. ' +
      'Buah tangan lama dari stasiun Rajapolah. Dipesan juga sebagai cendera mata pernikahan.',
    category: 'weaving',
    madeOf: ['bambu', 'mahoni'],
    unit: 'pcs',
    price: 28_000,
    grams: 90,
    variants: [{ name: '', stock: 46 }],
    makers: ['imas-masitoh', 'cucu-suhartini'],
    picture: { form: 'fan', motif: 'plait', palette: 'mahoni' },
  },
]
