/**
 * The banks that community enterprises use, with how many digits their account numbers have, so that a
 * slip is seen before money goes astray. Lengths as the banks print them on passbooks and in their apps;
 * where a bank has several kinds, the shortest and the longest. Any other bank may be typed: 6 to 20.
 */
export type Bank = { name: string; least: number; most: number }

const bank = (name: string, least: number, most = least): Bank => ({ name, least, most })

export const BANKS: readonly Bank[] = [
  bank('BCA', 10),
  bank('BNI', 10),
  bank('BRI', 15),
  bank('BSI', 10),
  bank('BTN', 16),
  bank('Mandiri', 13),
  bank('Bank Jago', 12),
  bank('BJB', 13),
  bank('BPD Bali', 10, 16),
  bank('BPD DIY', 10, 16),
  bank('Bank Jateng', 10, 16),
  bank('Bank Jatim', 10, 16),
  bank('Bank Kalbar', 10, 16),
  bank('Bank Nagari', 10, 16),
  bank('Bank NTB Syariah', 10, 16),
  bank('Bank NTT', 10, 16),
  bank('Bank Papua', 10, 16),
  bank('Bank Sulselbar', 10, 16),
  bank('Bank Sumut', 10, 16),
  bank('CIMB Niaga', 12, 14),
  bank('Danamon', 10, 13),
  bank('Muamalat', 10, 13),
  bank('Permata', 10, 16),
  bank('SeaBank', 12, 14),
]

/** A bank of the list in whatever spelling: "bank mandiri", "Bri". */
export function bankNamed(written: string): Bank | undefined {
  const plain = (name: string) =>
    name
      .toLowerCase()
      .replace(/\b(pt|bank|persero|tbk)\b/g, '')
      .replace(/[^a-z]/g, '')
  return BANKS.find((one) => plain(one.name) === plain(written))
}

/** Whether a number may be one of this bank's accounts. */
export function fits({ least, most }: Bank, number: string): boolean {
  return number.length >= least && number.length <= most
}
