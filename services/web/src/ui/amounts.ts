const COUNT = new Intl.NumberFormat()
const TENTHS = new Intl.NumberFormat(undefined, { minimumFractionDigits: 1, maximumFractionDigits: 1 })
const ESTIMATE = new Intl.NumberFormat(undefined, { maximumSignificantDigits: 3 })
const SHORT = new Intl.NumberFormat(undefined, { notation: 'compact', maximumSignificantDigits: 3 })

export const formatCount = (count: number) => COUNT.format(count)
export const formatTenths = (value: number) => TENTHS.format(value)
export const formatShare = (share: number) => `${Math.round(100 * share)} %`

/** An estimate, with no more digits than it deserves. */
export const formatEstimate = (value: number) => ESTIMATE.format(value)
/** The same where there is little room: "45.3K". */
export const formatShort = (value: number) => SHORT.format(value)
export const formatHours = (hours: number) => `${formatEstimate(hours)} h`
/** With the code, as several currencies share a sign: "USD 12,000". */
export const formatMoney = (currency: string) => (amount: number) => `${currency} ${formatEstimate(amount)}`
