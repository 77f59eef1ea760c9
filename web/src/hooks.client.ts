import type { ClientInit } from '@sveltejs/kit/hooks'
import { rememberTyped } from '#lib/typed-before.ts'

/** Runs before the page wakes up. */
export const init: ClientInit = () => rememberTyped()
