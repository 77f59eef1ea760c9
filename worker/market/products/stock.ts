/**
 * How the stock of variants changes: `by` pieces more or fewer. Stock never falls below zero; the database
 * is the judge of that (CHECK stock_not_negative), in the batch of whoever takes it.
 */
export type StockChange = { variantId: string; productId: string; by: number }
