/**
 * A seller's papers: the names and numbers that stand on its quotes, handover records and invoices. A
 * seller that is a PKP charges VAT from the day it became one. Until they are written down, its own name
 * stands there, and its bank account's holder signs.
 */
import type { LocalDate } from '#worker/kernel/calendar'

export type SellerPapers = {
  legalName: string
  npwp: string
  nib: string
  address: string
  signatory: string
  signatoryTitle: string
  pkpSince: LocalDate | null
  /** The number of the last event in the history of its papers; 0 while they are not written. */
  version: number
}

export function papersWithout(name: string, place: string): SellerPapers {
  return {
    ...{ legalName: name, npwp: '', nib: '', address: place, signatory: '', signatoryTitle: '' },
    ...{ pkpSince: null, version: 0 },
  }
}
