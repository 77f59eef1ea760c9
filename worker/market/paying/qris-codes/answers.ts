import * as v from 'valibot'
import type { Qris } from '#worker/market/paying/qris/qris'

export const QrisAnswer = v.strictObject({
  payload: v.string(),
  merchant: v.string(),
  city: v.string(),
  postalCode: v.nullable(v.string()),
  nmid: v.nullable(v.string()),
})

export const QrisSetting = v.strictObject({ code: v.nullable(QrisAnswer) })

export function describeQris(code: Qris): v.InferOutput<typeof QrisAnswer> {
  const { payload, merchant, city, postalCode, nmid } = code
  return { payload, merchant, city, postalCode, nmid }
}
