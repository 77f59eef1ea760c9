import * as v from 'valibot'

/** The same for known and unknown destinations. */
export const SignInCodeAnswer = v.strictObject({
  to: v.string(),
  channel: v.picklist(['whatsapp', 'email']),
  expiresAt: v.string(),
  /** Only in demo mode. */
  code: v.optional(v.string()),
})
