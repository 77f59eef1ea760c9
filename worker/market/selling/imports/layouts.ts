/**
 * The sheets that shops bring: our own, Shopify's, WooCommerce's and Shopee's (saved as CSV), each told by
 * its headings. A layout says which heading holds what; headings are compared without case, stars, notes in
 * brackets and white space. Sources: the export formats of each as published in 2025.
 */
import type { CsvRow } from '#worker/market/selling/imports/csv'

export const LAYOUTS = ['own', 'shopify', 'woocommerce', 'shopee'] as const
export type LayoutName = (typeof LAYOUTS)[number]

export type FieldName =
  | 'productId'
  | 'variantId'
  | 'parent'
  | 'kind'
  | 'title'
  | 'description'
  | 'category'
  | 'unit'
  | 'status'
  | 'name'
  | 'name2'
  | 'name3'
  | 'sku'
  | 'price'
  | 'grams'
  | 'kilograms'
  | 'weightUnit'
  | 'stock'
  | 'photos'
  | 'option1'
  | 'option2'
  | 'option3'
  | 'value1'
  | 'value2'
  | 'value3'
  | 'tiers'
  | 'net'
  | 'lengthCm'
  | 'widthCm'
  | 'heightCm'
  | 'madeToOrderDays'
  | 'labels'

type Layout = {
  name: LayoutName
  /** It is this layout when all of these headings are there. */
  told: readonly FieldName[]
  headings: Partial<Record<FieldName, readonly string[]>>
}

const OWN: Layout = {
  name: 'own',
  told: ['title', 'price'],
  headings: {
    productId: ['id_produk', 'product_id'],
    variantId: ['id_varian', 'variant_id'],
    title: ['nama', 'nama_produk', 'title'],
    description: ['keterangan', 'deskripsi', 'description'],
    category: ['kategori', 'category'],
    unit: ['satuan', 'unit'],
    status: ['status'],
    name: ['varian', 'variasi', 'variant'],
    sku: ['sku', 'kode'],
    price: ['harga', 'price'],
    grams: ['berat_gram', 'berat', 'weight_grams'],
    stock: ['stok', 'stock'],
    option1: ['pilihan_1', 'option_1'],
    option2: ['pilihan_2', 'option_2'],
    option3: ['pilihan_3', 'option_3'],
    value1: ['nilai_1', 'value_1'],
    value2: ['nilai_2', 'value_2'],
    value3: ['nilai_3', 'value_3'],
    tiers: ['harga_bertingkat', 'tier_prices'],
    net: ['isi', 'net_content'],
    lengthCm: ['panjang_cm', 'length_cm'],
    widthCm: ['lebar_cm', 'width_cm'],
    heightCm: ['tinggi_cm', 'height_cm'],
    madeToOrderDays: ['hari_buat', 'made_to_order_days'],
    labels: ['label', 'labels'],
  },
}

const SHOPIFY: Layout = {
  name: 'shopify',
  told: ['parent', 'title', 'price', 'name'],
  headings: {
    parent: ['handle', 'url handle'],
    title: ['title'],
    description: ['body', 'body html', 'description'],
    category: ['type', 'product category'],
    status: ['status', 'published', 'published on online store'],
    option1: ['option1 name'],
    option2: ['option2 name'],
    option3: ['option3 name'],
    name: ['option1 value'],
    name2: ['option2 value'],
    name3: ['option3 value'],
    sku: ['variant sku', 'sku'],
    price: ['variant price', 'price'],
    grams: ['variant grams', 'weight value'],
    stock: ['variant inventory qty', 'inventory quantity'],
    photos: ['image src', 'product image url'],
  },
}

const WOOCOMMERCE: Layout = {
  name: 'woocommerce',
  told: ['kind', 'title', 'price'],
  headings: {
    productId: ['id'],
    kind: ['type', 'tipe', 'jenis'],
    parent: ['parent', 'induk'],
    title: ['name', 'nama'],
    description: ['description', 'deskripsi'],
    category: ['categories', 'kategori'],
    status: ['published', 'diterbitkan'],
    option1: ['attribute 1 name', 'nama atribut 1'],
    option2: ['attribute 2 name', 'nama atribut 2'],
    option3: ['attribute 3 name', 'nama atribut 3'],
    lengthCm: ['length', 'length cm', 'panjang cm'],
    widthCm: ['width', 'width cm', 'lebar cm'],
    heightCm: ['height', 'height cm', 'tinggi cm'],
    name: ['attribute 1 value', 'attribute 1 values'],
    name2: ['attribute 2 value', 'attribute 2 values'],
    name3: ['attribute 3 value', 'attribute 3 values'],
    sku: ['sku'],
    price: ['regular price', 'harga normal'],
    kilograms: ['weight', 'weight kg', 'berat kg'],
    grams: ['weight g', 'berat g'],
    stock: ['stock', 'stok', 'persediaan'],
    photos: ['images', 'gambar'],
  },
}

const SHOPEE: Layout = {
  name: 'shopee',
  told: ['title', 'price', 'stock'],
  headings: {
    productId: ['kode produk', 'et_title_product_id'],
    variantId: ['kode variasi', 'et_title_variation_id'],
    parent: ['sku induk', 'kode integrasi variasi', 'et_title_parent_sku'],
    title: ['nama produk', 'et_title_product_name'],
    description: ['deskripsi produk', 'et_title_product_description'],
    category: ['kategori', 'et_title_category'],
    name: ['varian untuk variasi 1', 'nama variasi', 'et_title_variation_name'],
    name2: ['varian untuk variasi 2'],
    sku: ['sku', 'kode sku', 'sku variasi', 'et_title_variation_sku'],
    price: ['harga', 'et_title_variation_price'],
    grams: ['berat', 'berat produk', 'et_title_product_weight'],
    stock: ['stok', 'et_title_variation_stock'],
    photos: ['foto sampul', 'foto produk 1'],
  },
}

/** The most particular first: `Type, Name, Regular price` is WooCommerce's before it is anything else. */
const KNOWN: readonly Layout[] = [WOOCOMMERCE, SHOPIFY, SHOPEE, OWN]

/** Which column holds what, from 0, and what each column is called in the file. */
export type Columns = {
  layout: LayoutName
  at: Partial<Record<FieldName, number>>
  titles: readonly string[]
  /** Rows above the first one that holds goods. */
  headRows: number
}

/** How far down the headings may stand: Shopee's sheet begins with five lines of its own. */
const DEEPEST = 6

/** Null when no heading row of a known layout is among the first lines. */
export function columnsOf(rows: readonly CsvRow[]): Columns | null {
  for (const [i, { cells }] of rows.slice(0, DEEPEST).entries()) {
    for (const layout of KNOWN) {
      const at = placesIn(layout, cells)
      if (layout.told.every((field) => at[field] !== undefined)) {
        return { layout: layout.name, at, titles: cells, headRows: i + 1 }
      }
    }
  }
  return null
}

function placesIn({ headings }: Layout, cells: readonly string[]): Columns['at'] {
  const plain = cells.map(headingOf)
  const at: Columns['at'] = {}
  for (const [field, names] of Object.entries(headings)) {
    const place = names.map((name) => plain.indexOf(name)).find((found) => found >= 0)
    if (place !== undefined) at[field as FieldName] = place
  }
  return at
}

/** `Body (HTML)` → `body html`; `*Nama Produk (Wajib)` → `nama produk`. */
function headingOf(cell: string): string {
  return cell
    .toLowerCase()
    .replace(/\((wajib|opsional|required|optional)\)/g, '')
    .replace(/\(s\)/g, 's')
    .replace(/[()*\u00a0]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}
