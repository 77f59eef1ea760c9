/**
 * The sheets a seller takes out: her goods in our own layout (read back, they change nothing), her orders
 * line by line, the addresses of parcels to be sent, and the lines of her balance.
 */
import type { Cell } from '#worker/market/selling/exports/cells'
import { labelsText, netText, tiersText } from '#worker/market/selling/imports/particulars'
import type { Label } from '#worker/market/offering/labels/label'
import type { Product, ProductStatus } from '#worker/market/offering/products/product'

export const SHEETS = ['products', 'orders', 'addresses', 'balance', 'sales'] as const
export type SheetName = (typeof SHEETS)[number]

export const HEADINGS: Readonly<Record<SheetName, readonly string[]>> = {
  products: [
    ...['id_produk', 'nama', 'keterangan', 'kategori', 'satuan', 'status', 'id_varian', 'varian'],
    ...['sku', 'harga', 'berat_gram', 'stok', 'hari_buat', 'pilihan_1', 'nilai_1', 'pilihan_2'],
    ...['nilai_2', 'pilihan_3', 'nilai_3', 'harga_bertingkat', 'isi', 'panjang_cm', 'lebar_cm'],
    ...['tinggi_cm', 'label'],
  ],
  orders: [
    ...['kode', 'status', 'dibayar', 'dipesan', 'pembeli', 'telepon', 'barang', 'varian', 'sku'],
    ...['jumlah', 'harga', 'total_baris', 'ongkir', 'total_pesanan', 'komisi', 'kurir', 'resi'],
  ],
  addresses: [
    ...['kode', 'nama', 'telepon', 'alamat', 'wilayah', 'kode_pos', 'catatan', 'berat_gram', 'isi'],
  ],
  sales: ['mulai', 'pesanan', 'buah', 'nilai'],
  balance: ['tanggal', 'keterangan', 'pesanan', 'pencairan', 'rujukan', 'perubahan', 'saldo'],
}

const STATES: Readonly<Record<ProductStatus, string>> = {
  draft: 'draf',
  listed: 'tampil',
  hidden: 'sembunyi',
}

/** A row a variant on offer; what is said of the product stands in each, so that sorting loses nothing. */
export function productRows({ product, category, labels }: Outgoing): Cell[][] {
  const { id, title, description, unit, status, options, madeToOrderDays } = product
  const head = [id, title, description, category, unit, STATES[status]]
  return product.variants
    .filter((one) => !one.archived)
    .map((one) => [
      ...[...head, one.id, one.name, one.sku, one.price, one.weightGrams, one.stock],
      madeToOrderDays,
      ...[0, 1, 2].flatMap((i) => [options[i] ?? null, one.values[i] ?? null]),
      ...[tiersText(one.tiers), netText(one.net)],
      ...[one.size?.lengthCm ?? null, one.size?.widthCm ?? null, one.size?.heightCm ?? null],
      labelsText(labels),
    ])
}

/** A product with the way to its category, and its labels that hold. */
export type Outgoing = { product: Product; category: string; labels: readonly Label[] }

export type OrderLineRow = {
  code: string
  status: string
  paid: number
  day: string
  buyer: string
  phone: string
  title: string
  variantName: string
  sku: string | null
  quantity: number
  unitPrice: number
  lineTotal: number
  shipping: number
  total: number
  commission: number
  courier: string | null
  trackingNumber: string | null
}

export function orderRow(row: OrderLineRow): Cell[] {
  return [
    ...[row.code, row.status, row.paid === 1 ? 'ya' : 'belum', row.day, row.buyer, row.phone],
    ...[row.title, row.variantName, row.sku, row.quantity, row.unitPrice, row.lineTotal],
    ...[row.shipping, row.total, row.commission, row.courier, row.trackingNumber],
  ]
}

export type AddressRow = {
  code: string
  buyer: string
  phone: string
  street: string
  areaText: string
  postalCode: string
  note: string
  weightGrams: number
  contents: string
}

export function addressRow(row: AddressRow): Cell[] {
  return [
    ...[row.code, row.buyer, row.phone, row.street, row.areaText, row.postalCode, row.note],
    ...[row.weightGrams, row.contents],
  ]
}

export type BalanceLine = {
  valueOn: string
  description: string
  orderCode: string | null
  payoutCode: string | null
  reference: string | null
  change: number
  balance: number
}

export function balanceRow(line: BalanceLine): Cell[] {
  const { valueOn, description, orderCode, payoutCode, reference, change, balance } = line
  return [valueOn, description, orderCode, payoutCode, reference, change, balance]
}
