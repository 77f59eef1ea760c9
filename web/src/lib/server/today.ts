/** The day that it is in the network, by the clock of the request. */
import { networkOf } from '#lib/server/network.ts'
import { dateIn, instant, type LocalDate } from '#worker/kernel/calendar'

export function todayOf(platform: App.Platform | undefined): LocalDate {
  return dateIn(networkOf(platform).zone, instant(platform?.arrival?.now ?? Date.now()))
}
