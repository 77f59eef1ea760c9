import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  gramsFrom,
  piecesFrom,
  plainTextFrom,
  priceFrom,
} from '#worker/market/selling/imports/cells'
import { parseCsv } from '#worker/market/selling/imports/csv'
import { csvLine } from '#worker/market/selling/exports/cells'
import { readSheet } from '#worker/market/selling/imports/reading'

const cellsOf = (text: string) => parseCsv(text).rows.map((row) => row.cells)
const sheetOf = (text: string) => readSheet(parseCsv(text))!

describe('a CSV file', () => {
  it.each([
    ['commas', 'nama,harga\nTas,12500\n'],
    ['semicolons, as Excel in Indonesian writes it', 'nama;harga\r\nTas;12500\r\n'],
    ['tabs', 'nama\tharga\nTas\t12500'],
    ['a byte-order mark', '\uFEFFnama,harga\nTas,12500'],
    ['a first line that names the separator', 'sep=;\r\nnama;harga\r\nTas;12500'],
    ['line ends of an old Mac', 'nama,harga\rTas,12500\r'],
    ['blank lines and blanks around cells', 'nama , harga\n\n  Tas , 12500 \n,\n'],
  ])('is read with %s', (_, text) => {
    expect(cellsOf(text)).toEqual([
      ['nama', 'harga'],
      ['Tas', '12500'],
    ])
  })

  it('keeps quotation marks, separators and line breaks within a cell, and counts lines', () => {
    const csv = parseCsv('nama,isi\n"Tas ""Melati""","satu,\r\ndua"\nTikar,x\n')
    expect(csv.rows).toEqual([
      { line: 1, cells: ['nama', 'isi'] },
      { line: 2, cells: ['Tas "Melati"', 'satu,\ndua'] },
      { line: 4, cells: ['Tikar', 'x'] },
    ])
  })

  it('names the line of a quotation mark that is never closed', () => {
    const { faults } = parseCsv('nama,harga\nTas,1000\n"Tikar,2000\nTopi,3000\n')
    expect(faults).toMatchObject([{ line: 3, column: 1 }])
  })

  it('gives back whatever was written, formulas made harmless', () => {
    const cell = fc.string({ unit: 'grapheme', maxLength: 12 }).map((one) => one.trim())
    fc.assert(
      fc.property(fc.array(cell, { minLength: 2, maxLength: 5 }), (cells) => {
        fc.pre(cells.some((one) => one !== '') && !cells.some((one) => one.includes('\r')))
        fc.pre(!cells.some((one) => one.startsWith('\uFEFF') || one.startsWith('sep=')))
        const back = cellsOf(csvLine(cells))[0]!
        expect(back.map((one) => one.replace(/^'(?='*[=+\-@\t\r])/, ''))).toEqual(cells)
        expect(back.every((one) => !/^[=+\-@\t\r]/.test(one))).toBe(true)
      }),
    )
  })

  it.each(['=1+1', '+62812', '-5', '@SUM(A1)'])('neutralises %s', (cell) => {
    expect(csvLine([cell])).toBe(`'${cell}\r\n`)
  })
})

describe('a cell', () => {
  it.each([
    ['12500', 12_500],
    ['12.500', 12_500],
    ['Rp 12.500', 12_500],
    ['Rp12.500', 12_500],
    ['Rp. 12.500', 12_500],
    ['IDR 12500', 12_500],
    ['12500.00', 12_500],
    ['1.250.000', 1_250_000],
    ['Rp\u00a012.500', 12_500],
  ])('is a price when it says %s', (text, value) => {
    expect(priceFrom(text)).toEqual({ value })
  })

  it.each([
    '12,5',
    '12,500',
    '12.5',
    '1.25',
    '12 500',
    'mahal',
    '-12500',
    '99',
    '1e6',
    '12.500,50',
  ])('is no price when it says %s', (text) => {
    expect(priceFrom(text)).toHaveProperty('fault')
  })

  it('is a weight in grams, or in kilograms where it or its column says so', () => {
    expect(gramsFrom('250')).toEqual({ value: 250 })
    expect(gramsFrom('0,25 kg')).toEqual({ value: 250 })
    expect(gramsFrom('2', 'kg')).toEqual({ value: 2000 })
    expect(gramsFrom('0')).toHaveProperty('fault')
    expect(piecesFrom('12.0')).toEqual({ value: 12 })
    expect(piecesFrom('1,5')).toHaveProperty('fault')
  })

  it('loses the tags of a web page and keeps its lines', () => {
    const html = '<p>Dianyam &amp; dijemur</p><script>x()</script><ul><li>Kuat</li></ul>'
    expect(plainTextFrom(html)).toBe('Dianyam & dijemur\nKuat')
  })
})

const SHOPIFY = `Handle,Title,Type,Published,Option1 Value,Variant SKU,Variant Grams,Variant Price,Image Src
tas-pandan,Tas Pandan,Tas,TRUE,Merah,TP-M,400,125000.00,https://cdn.example/1.jpg
tas-pandan,,,,Biru,TP-B,400,125000.00,
tas-pandan,,,,,,,,https://cdn.example/2.jpg
tikar,Tikar,Anyaman,FALSE,Default Title,,900,80000,
`
const WOO = [
  'ID,Type,SKU,Name,Published,Stock,Weight (kg),Regular price,Categories,Images,Parent,Attribute 1 value(s)',
  '41,variation,KP-1,Kopi Gayo - 250 g,1,4,0.25,60000,,,KOPI,250 g',
  '40,variable,KOPI,Kopi Gayo,1,,,,Kopi,"https://a.example/1.jpg, https://a.example/2.jpg",,"250 g, 500 g"',
  '42,variation,KP-2,Kopi Gayo - 500 g,1,3,0.5,115000,,,id:40,500 g',
  '50,simple,SB-1,Sabun,-1,9,"0,1",15000,Rumah,,,',
  '60,grouped,GR,Paket,1,,,,,,,',
].join('\n')
const SHOPEE = `,,,,,,
Nama Produk*,Deskripsi Produk,SKU Induk,Varian untuk Variasi 1,Harga,Stok,Berat
Wajib,Wajib,Opsional,Opsional,Wajib,Wajib,Wajib
Maks 120 huruf,,,,Angka,Angka,gram
,,,,,,
Batik Lasem,Tulis tangan,BL,Merah,350.000,3,300
Batik Lasem,Tulis tangan,BL,Biru,350.000,2,300
`

describe('a sheet', () => {
  it('of Shopify holds one product a handle; rows with a photo alone are no variants', () => {
    const { layout, products, faults } = sheetOf(SHOPIFY)
    expect({ layout, faults }).toEqual({ layout: 'shopify', faults: [] })
    expect(products).toMatchObject([
      { line: 2, title: 'Tas Pandan', photos: 2, status: 'listed' },
      { line: 5, title: 'Tikar', photos: 0, status: 'draft', rows: [{ name: '', price: 80_000 }] },
    ])
    expect(products[0]!.rows.map((row) => [row.line, row.name, row.sku])).toEqual([
      [2, 'Merah', 'TP-M'],
      [3, 'Biru', 'TP-B'],
    ])
  })

  it('of WooCommerce puts variations with their parent, by its SKU or id, in any order', () => {
    const { layout, products, skipped, faults } = sheetOf(WOO)
    expect({ layout, skipped, faults }).toEqual({ layout: 'woocommerce', skipped: 1, faults: [] })
    expect(products).toMatchObject([
      {
        title: 'Kopi Gayo',
        photos: 2,
        rows: [
          { name: '250 g', sku: 'KP-1', price: 60_000, weightGrams: 250, stock: 4 },
          { name: '500 g', sku: 'KP-2', weightGrams: 500 },
        ],
      },
      { title: 'Sabun', status: 'draft', rows: [{ sku: 'SB-1', weightGrams: 100 }] },
    ])
  })

  it('of Shopee begins below its own explanations', () => {
    const { layout, products, faults } = sheetOf(SHOPEE)
    expect({ layout, faults }).toEqual({ layout: 'shopee', faults: [] })
    expect(products).toMatchObject([
      {
        line: 6,
        title: 'Batik Lasem',
        rows: [
          { line: 6, price: 350_000 },
          { line: 7, stock: 2 },
        ],
      },
    ])
  })

  it('of ours takes a row without a name for a variant of the product above', () => {
    const { products } = sheetOf('nama,varian,harga\nTas,Kecil,50000\n,Besar,80000\n')
    expect(products).toMatchObject([{ title: 'Tas', rows: [{ name: 'Kecil' }, { name: 'Besar' }] }])
  })

  it('names line and column of each fault and keeps what is right', () => {
    const { products, faults } = sheetOf(
      'nama;kategori;harga;stok\nTas;;12,5;1\n;;1000;1\nTopi;;Rp 20.000;dua\nTikar;;30.000;3\n',
    )
    expect(products.map((one) => one.title)).toEqual(['Tikar'])
    expect(faults.map((one) => [one.line, one.column, one.heading])).toEqual([
      [3, 1, 'nama'],
      [2, 3, 'harga'],
      [4, 4, 'stok'],
    ])
  })

  it('refuses a name that is missing, a variant and an SKU that come twice', () => {
    const { faults } = sheetOf(
      'Handle,Title,Option1 Value,Variant SKU,Variant Price\na,,Merah,,1000\n' +
        'b,Tas,X,S1,1000\nb,,X,S2,1000\nc,Tikar,,S1,1000\n',
    )
    expect(faults.map((one) => [one.line, one.heading])).toEqual([
      [2, 'Title'],
      [4, 'Option1 Value'],
      [5, 'Variant SKU'],
    ])
  })

  it('of no shop that we know is none', () => {
    expect(readSheet(parseCsv('a,b\n1,2\n'))).toBeNull()
    expect(readSheet(parseCsv(''))).toBeNull()
  })
})
