/**
 * How the stock of variants changes: `by` pieces more or fewer. Stock never falls below zero; the database
 * is the judge of that (CHECK stock_not_negative), in the batch of whoever takes it.
 */
export type StockChange = { variantId: string; productId: string; by: number }

/** What a seller says: pieces more or fewer, or a count of what lies there against what she saw. */
export type StockRequest = { add: number } | { set: number; seen?: number | undefined }

/** Pieces more or fewer; a count is the difference to what was seen, so that sales since then stand. */
export function stockDifference(request: StockRequest, stock: number): number {
  return 'add' in request ? request.add : request.set - (request.seen ?? stock)
}
