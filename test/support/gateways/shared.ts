/** What the stand-in of the gateways and the tests that meet it both know. */
export type Provider = 'midtrans' | 'xendit'

/** A payment as the gateway keeps it, with its own word for the status. */
export type Kept = {
  provider: Provider
  reference: string
  id: string
  status: string
  amount: number
  /** Given back in part; null when all of it or nothing. */
  back: number | null
  finish: string
}

export type Notice = { headers: Record<string, string>; body: string }

/** Keys of no account anywhere. */
export const KEYS = {
  midtrans: 'SB-Mid-server-of-the-stand-in',
  midtransBefore: 'SB-Mid-server-of-the-year-before',
  xendit: 'xnd_development_of_the_stand_in',
  xenditToken: 'callback token of the stand-in',
  xenditTokenBefore: 'callback token of the year before',
}

/** The configuration by which the Worker meets the stand-in at this address. */
export const gatewayBindings = (url: string) => ({
  MIDTRANS_SERVER_KEY: KEYS.midtrans,
  MIDTRANS_SNAP_URL: `${url}/midtrans`,
  MIDTRANS_API_URL: `${url}/midtrans`,
  XENDIT_SECRET_KEY: KEYS.xendit,
  XENDIT_CALLBACK_TOKEN: KEYS.xenditToken,
  XENDIT_API_URL: `${url}/xendit`,
})
