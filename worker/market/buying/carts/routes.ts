/** Carts: a guest's by the token in her cookie, a person's by her session; `current` is either. */
import { Hono } from 'hono'
import { commit as commitAll, read } from '#db/client'
import { about } from '#worker/http/about'
import { allow } from '#worker/http/allow'
import {
  cartRefOf,
  clearCartCookie,
  CURRENT,
  newCartToken,
  setCartCookie,
} from '#worker/http/cart-cookie'
import type { Ctx, HonoEnv } from '#worker/http/context'
import { commit, findAnswered, once, replayAnswered } from '#worker/http/idempotency'
import { parseJson } from '#worker/http/parse'
import { countSource } from '#worker/http/source'
import { signedIn } from '#worker/identity/actor'
import { found } from '#worker/kernel/refusal'
import { CartAnswer, describeCart, LineAnswer } from '#worker/market/buying/carts/answers'
import { EMPTY, refuseUnbuyable } from '#worker/market/buying/carts/cart'
import {
  cartFrom,
  deleteLine,
  findCart,
  findVariantFor,
  joinCarts,
  listCartLines,
  openCart,
  priceFor,
  putLine,
  type CartRef,
} from '#worker/market/buying/carts/queries'
import { AddedLine, ChangedLine } from '#worker/market/buying/carts/requests'

const NEW_CARTS = { most: 600, windowMs: 60 * 60 * 1000 }

export const carts = new Hono<HonoEnv>()
  .post(
    '/',
    about('Begin a cart; its token is the answer and a cookie', CartAnswer, 201),
    allow('public'),
    async (c) => {
      const { db, now } = c.var
      const { token, hash } = await newCartToken(c)
      await commitAll(db, [
        ...countSource(c, 'carts', NEW_CARTS),
        openCart(db, { hash, personId: null, current: false }, now),
      ])
      setCartCookie(c, token)
      return c.json(describeCart(token, EMPTY), 201)
    },
  )
  .post(
    '/current/owner',
    about("Make the guest's cart one with the person's, after signing in", CartAnswer),
    allow('self'),
    async (c) => {
      const { db } = c.var
      const { id: personId } = signedIn(c.var.actor)
      const { hash } = await cartRefOf(c, CURRENT)
      await commitAll(db, hash === null ? [] : joinCarts(db, hash, personId))
      clearCartCookie(c)
      return c.json(describeCart(CURRENT, await cartOf(c, { hash, personId, current: true })))
    },
  )
  .get(
    '/:token',
    about('A cart at today’s prices; `current` is that of the cookie or the session', CartAnswer),
    allow('public'),
    async (c) => {
      const token = c.req.param('token')
      return c.json(describeCart(token, await cartOf(c, await cartRefOf(c, token))))
    },
  )
  .post(
    '/:token/lines',
    about('Put so many more of a variant into the cart', LineAnswer, 201),
    allow('public'),
    once(),
    parseJson(AddedLine),
    async (c) => {
      const { db, now } = c.var
      const { variantId, quantity } = c.req.valid('json')
      const line = await lineOf(c, c.req.param('token'), variantId)
      const { ref, opening, variant } = line

      refuseUnbuyable(variant, variant.already + quantity)

      const price = priceFor(line.row, variant.already + quantity)
      const change = { variantId, quantity, price, now }
      const pieces = variant.pieces + quantity
      const body = { variantId, quantity: variant.already + quantity, pieces }
      await commit(c, [...opening, ...putLine(db, ref, 'add', change)], body)
      giveToken(c, line)
      return c.json(body, 201)
    },
  )
  .put(
    '/:token/lines/:variantId',
    about('Set how many of a variant lie in the cart; 0 takes it out', LineAnswer),
    allow('public'),
    parseJson(ChangedLine),
    async (c) => {
      const { db, now } = c.var
      const variantId = c.req.param('variantId')
      const { quantity, saved } = c.req.valid('json')
      const line = await lineOf(c, c.req.param('token'), variantId)
      const { ref, opening, variant } = line

      if (quantity > 0 && !saved) refuseUnbuyable(variant, quantity)

      const change = { variantId, quantity, price: priceFor(line.row, quantity), now, saved }
      const statements =
        quantity > 0 ? putLine(db, ref, 'set', change) : deleteLine(db, ref, variantId, now)
      await commit(c, [...opening, ...statements])
      giveToken(c, line)
      const pieces = variant.pieces - variant.already + (saved ? 0 : quantity)
      return c.json({ variantId, quantity, pieces })
    },
  )

async function cartOf(c: Ctx, ref: CartRef) {
  const [heads, rows] = await read(c.var.db, [
    findCart(c.var.db, ref),
    listCartLines(c.var.db, ref, c.var.now),
  ])
  if (!ref.current) found(heads[0], 'cart')
  return cartFrom(rows)
}

/** A variant as this cart has it, and the statements that open a cart for who has none yet. */
async function lineOf(c: Ctx, named: string, variantId: string) {
  const { db, now } = c.var
  const shown = await cartRefOf(c, named)
  const [answered, heads, rows] = await read(db, [
    findAnswered(c),
    findCart(db, shown),
    findVariantFor(db, { ref: shown, variantId, now }),
  ])
  if (c.req.method === 'POST') replayAnswered(c, answered)
  if (!shown.current) found(heads[0], 'cart')
  const row = found(rows[0], 'variant')
  const variant = { ...row, onSale: row.onSale === 1 }
  if (heads[0]) return { ref: shown, opening: [], variant, row, token: null }
  const { token, hash } = await newCartToken(c)
  const ref = { ...shown, hash }
  const opening = [...countSource(c, 'carts', NEW_CARTS), openCart(db, ref, now)]
  return { ref, opening, variant, row, token }
}

/** A person's cart is found by her session; only a guest carries hers, once it stands. */
function giveToken(c: Ctx, { ref, token }: { ref: CartRef; token: string | null }): void {
  if (token !== null && ref.personId === null) setCartCookie(c, token)
}
