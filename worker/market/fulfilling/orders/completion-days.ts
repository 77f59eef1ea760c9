/**
 * After how many days an order completes by itself. Three after it was delivered, since whoever received
 * it can say at once if something is wrong; fourteen after it was sent when nobody says it arrived, which is
 * longer than any courier takes within the country. Settings of the deployment, 1 to 90 days.
 */
export type CompletionDays = { afterDelivery: number; afterShipping: number }

export const USUAL_DAYS: CompletionDays = { afterDelivery: 3, afterShipping: 14 }

type Settings = { COMPLETE_DAYS_AFTER_DELIVERY?: string; COMPLETE_DAYS_AFTER_SHIPPING?: string }

export function completionDaysFrom(settings: Settings): CompletionDays {
  return {
    afterDelivery: days(settings.COMPLETE_DAYS_AFTER_DELIVERY) ?? USUAL_DAYS.afterDelivery,
    afterShipping: days(settings.COMPLETE_DAYS_AFTER_SHIPPING) ?? USUAL_DAYS.afterShipping,
  }
}

function days(text: string | undefined): number | undefined {
  const given = /^[1-9]\d?$/.test(text ?? '') ? Number(text) : undefined
  return given !== undefined && given <= 90 ? given : undefined
}
