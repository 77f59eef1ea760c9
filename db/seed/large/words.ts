// What the goods and people of the large set are called: enough words that a search finds few of
// many.

import type { Chance } from '#db/seed/random'
import type { Unit } from '#worker/market/offering/products/product'

/** What it is, its category, its unit, the price it is about, its weight in grams. */
const KINDS: readonly (readonly [string, string, Unit, number, number])[] = [
  ['Tas selempang', 'bags', 'pcs', 165_000, 450],
  ['Tas jinjing', 'bags', 'pcs', 140_000, 500],
  ['Dompet koin', 'bags', 'pcs', 35_000, 80],
  ['Ransel kecil', 'bags', 'pcs', 245_000, 700],
  ['Keranjang', 'weaving', 'pcs', 95_000, 900],
  ['Tikar lipat', 'weaving', 'pcs', 185_000, 1_800],
  ['Tempat tisu', 'home', 'pcs', 68_000, 350],
  ['Kap lampu', 'home', 'pcs', 220_000, 1_200],
  ['Taplak meja', 'home', 'pcs', 130_000, 400],
  ['Sarung bantal', 'home', 'pcs', 75_000, 250],
  ['Hiasan dinding', 'home', 'pcs', 175_000, 900],
  ['Nampan', 'home', 'pcs', 110_000, 800],
  ['Selendang', 'textiles', 'pcs', 285_000, 300],
  ['Kain panjang', 'textiles', 'pcs', 420_000, 450],
  ['Syal', 'textiles', 'pcs', 150_000, 200],
  ['Kain meteran', 'textiles', 'metre', 95_000, 250],
  ['Kemeja', 'clothing', 'pcs', 265_000, 300],
  ['Rompi', 'clothing', 'pcs', 235_000, 350],
  ['Blus', 'clothing', 'pcs', 210_000, 250],
  ['Sandal', 'clothing', 'pair', 85_000, 500],
  ['Mangkuk', 'pottery', 'pcs', 45_000, 600],
  ['Vas', 'pottery', 'pcs', 125_000, 1_900],
  ['Teko', 'pottery', 'set', 155_000, 1_400],
  ['Cangkir', 'pottery', 'set', 90_000, 700],
  ['Talenan', 'wood', 'pcs', 85_000, 900],
  ['Sendok sayur', 'wood', 'set', 55_000, 250],
  ['Kotak simpan', 'wood', 'pcs', 195_000, 1_300],
  ['Gelang', 'jewellery', 'pcs', 65_000, 50],
  ['Anting', 'jewellery', 'pair', 55_000, 30],
  ['Kalung', 'jewellery', 'pcs', 145_000, 60],
  ['Kopi bubuk', 'coffee', 'pack', 75_000, 250],
  ['Teh herbal', 'coffee', 'pack', 35_000, 100],
  ['Gula semut', 'food', 'pack', 32_000, 500],
  ['Keripik', 'food', 'pack', 22_000, 250],
  ['Sambal', 'food', 'bottle', 38_000, 300],
  ['Madu hutan', 'food', 'bottle', 98_000, 650],
]

const OF = (
  'pandan mendong rotan bambu eceng-gondok lontar katun sutra rayon linen kulit-sapi ' +
  'tanah-liat jati mahoni sonokeling tembaga perak mutiara arabika robusta aren kelapa jahe serai ' +
  'pala cengkih'
).split(' ')

const LIKE = (
  'kawung parang truntum megamendung sekar-jagad tumpal ceplok lurik pucuk-rebung ' +
  'bunga-melati burung-enggang naga-besaung daun-pakis ombak-laut batu-kali bintang-tujuh ' +
  'gigi-haruan pahikung patola wajik belah-ketupat mata-kail polos pelangi senja gerimis kemarau ' +
  'rimba'
).split(' ')

const HUE = (
  'merah-marun biru-nila kuning-kunyit cokelat-soga hijau-lumut hitam-arang putih-gading ' +
  'ungu-manggis jingga-kesumba abu-abu merah-bata hijau-toska'
).split(' ')

const SIZES = ['kecil', 'sedang', 'besar'] as const

const FIRST = (
  'Siti Dewi Rina Yanti Wayan Made Ketut Agus Budi Joko Slamet Endang Tuti Lilis Asep Dadang ' +
  'Ujang Nurul Fitri Aisyah Hasan Husein Ahmad Rahmat Maria Yohana Yosef Marten Rambu Umbu ' +
  'Andi Daeng Upik'
).split(' ')

const LAST = (
  'Lestari Wulandari Rahayu Kusuma Pratama Saputra Hidayat Suryani Handayani Wibowo Santoso ' +
  'Nugroho Siregar Nasution Lubis Tanjung Harahap Manurung Sitorus Pane Gultom Wijaya Permana ' +
  'Setiawan Ramadhan'
).split(' ')

const GROUPS = ['Kelompok', 'Sanggar', 'Rumah', 'Koperasi', 'KUB', 'Paguyuban'] as const
const CALLED = (
  'Melati Mawar Kenanga Cempaka Sekar Mekar Sejahtera Makmur Lestari Rukun Maju Harapan ' +
  'Cahaya Bunga Pelangi Mandiri Bersama Berkah Tunas Sumber Karya Cipta Kriya Jaya Abadi'
).split(' ')

const spoken = (word: string) => word.replaceAll('-', ' ')

export function someName(luck: Chance): string {
  return `${luck.pick(FIRST)} ${luck.pick(LAST)}`
}

export function someGroup(luck: Chance, place: string): string {
  return `${luck.pick(GROUPS)} ${luck.pick(CALLED)} ${luck.pick(CALLED)} ${place}`
}

export type Good = {
  title: string
  description: string
  category: string
  unit: Unit
  price: number
  grams: number
  variants: readonly string[]
}

export function someGood(luck: Chance): Good {
  const [kind, category, unit, about, grams] = luck.pick(KINDS)
  const [of, like, hue] = [luck.pick(OF), luck.pick(LIKE), luck.pick(HUE)].map(spoken)
  return {
    title: `${kind} ${of} ${like} ${hue}`,
    description:
      `${kind} dari ${of} dengan motif ${like}, warna ${hue}. Dibuat dengan tangan oleh anggota ` +
      `kelompok, rata-rata ${luck.between(1, 9)} hari pengerjaan. Setiap barang sedikit berbeda.`,
    category,
    unit,
    price: Math.max(1, Math.round((about * luck.between(60, 170)) / 100 / 500)) * 500,
    grams: Math.round((grams * luck.between(70, 140)) / 100),
    variants: luck.happens(0.3) ? SIZES.slice(0, luck.between(2, 3)) : [''],
  }
}
