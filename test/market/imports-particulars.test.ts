import { describe, expect, it } from 'vitest'
import { parseCsv } from '#worker/market/selling/imports/csv'
import { readSheet } from '#worker/market/selling/imports/reading'

const sheetOf = (text: string) => readSheet(parseCsv(text))!

describe('a sheet', () => {
  it('of Shopify and WooCommerce brings the options with their names', () => {
    const shopify = sheetOf(
      'Handle,Title,Option1 Name,Option1 Value,Option2 Name,Option2 Value,Variant Price\n' +
        'a,Kaos,Ukuran,M,Warna,Merah,1000\na,,,L,,,1000\nb,Topi,Title,Default Title,,,1000\n',
    )
    expect(shopify.products).toMatchObject([
      {
        options: ['Ukuran', 'Warna'],
        rows: [{ values: ['M', 'Merah'] }, { values: ['L', '–'], name: 'L, –' }],
      },
      { rows: [{ name: '' }] },
    ])
    expect(shopify.products[1]!.options).toBeUndefined()
    const woo = sheetOf(
      'ID,Type,Name,Regular price,Parent,Length (cm),Width (cm),Height (cm),' +
        'Attribute 1 name,Attribute 1 value(s)\n' +
        '1,variable,Kopi,,,,,,Berat,"250 g, 1 kg"\n2,variation,Kopi,1000,id:1,10,5.5,2,Berat,250 g\n' +
        '3,variation,Kopi,3000,id:1,,,,Berat,1 kg\n4,simple,Sabun,1000,,,,,Wangi,"Sereh, Pala"\n',
    )
    expect(woo.faults).toEqual([])
    expect(woo.products).toMatchObject([
      {
        options: ['Berat'],
        rows: [
          { values: ['250 g'], size: { lengthCm: 10, widthCm: 6, heightCm: 2 } },
          { values: ['1 kg'] },
        ],
      },
      { title: 'Sabun', rows: [{ name: '' }] },
    ])
  })

  it('of ours says tiers, contents, sizes, days and labels, and names what cannot be read', () => {
    const head = 'nama,harga,harga_bertingkat,isi,panjang_cm,lebar_cm,tinggi_cm,hari_buat,label\n'
    const { products, faults } = sheetOf(
      `${head}Kopi,5000,50+ 4000 | 10+ Rp 4.500,"1,5 kg",10,8,3,7,pirt: 3063306010072-29 s.d. 2029-12-31\n` +
        'Gula,5000,sepuluh,secukupnya,10,,,lama,halal\n',
    )
    expect(products).toMatchObject([
      {
        madeToOrderDays: 7,
        labels: [{ kind: 'pirt', number: '3063306010072-29', validUntil: '2029-12-31' }],
        rows: [{ tiers: [{ fromQuantity: 10, price: 4500 }, {}], net: { quantity: 1500 } }],
      },
    ])
    expect(faults.map((one) => one.heading).toSorted()).toEqual([
      ...['harga_bertingkat', 'hari_buat', 'isi', 'label', 'lebar_cm'],
    ])
  })
})
