import { describe, expect, it } from 'vitest'
import {
  numberIn,
  propose,
  type Candidate,
} from '#worker/lending/servicing/bank-credits/bank-credit'

const euis = {
  loanId: 'a',
  number: 12,
  borrower: 'Euis Komariah',
  group: null,
  nextAmount: 500_000,
}
const wayan = {
  loanId: 'b',
  number: 7,
  borrower: 'Wayan',
  group: 'Tenun Asri',
  nextAmount: 500_000,
}
const candidates: readonly Candidate[] = [euis, wayan]
const line = (description: string, amount = 500_000) => ({ description, amount })

describe('the reference in the words of a transfer', () => {
  it.each([
    ['TRSF E-BANKING PJ12 EUIS', 12],
    ['pj-12', 12],
    ['BAYAR PJ 12', 12],
    ['PJX12', null],
    ['SPJ12', null],
    ['', null],
  ])('%s is %s', (words, number) => {
    expect(numberIn(words)).toBe(number)
  })
})

describe('what a line is proposed to pay', () => {
  it('is the loan that it names, whatever its amount', () => {
    expect(propose(line('PJ7 angsuran', 1), candidates)).toEqual({
      ...{ likeness: 'named', candidate: wayan },
    })
  })

  it('is else the one of that amount whose borrower or group it names', () => {
    expect(propose(line('DARI EUIS K'), candidates)).toEqual({ likeness: 'exact', candidate: euis })
    expect(propose(line('KAS TENUN'), candidates)).toEqual({ likeness: 'exact', candidate: wayan })
  })

  it('is else the only one of that amount, and nothing where there are more', () => {
    expect(propose(line('SETORAN'), [euis])).toEqual({ likeness: 'amount', candidate: euis })
    expect(propose(line('SETORAN'), candidates)).toBe(null)
    expect(propose(line('SETORAN', 499_999), candidates)).toBe(null)
  })
})
