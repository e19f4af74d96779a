const COUNT = new Intl.NumberFormat()
const TENTHS = new Intl.NumberFormat(undefined, { minimumFractionDigits: 1, maximumFractionDigits: 1 })
const DIGITS_OF_ESTIMATES = 3

export const formatCount = (count: number) => COUNT.format(count)
export const formatTenths = (value: number) => TENTHS.format(value)
export const formatShare = (share: number) => `${Math.round(100 * share)} %`

/** An estimate, with no more digits than it deserves. */
export const formatEstimate = (value: number) => COUNT.format(Number(value.toPrecision(DIGITS_OF_ESTIMATES)))
export const formatHours = (hours: number) => `${formatEstimate(hours)} h`
/** With the code, as several currencies share a sign: "USD 12,000". */
export const formatMoney = (currency: string) => (amount: number) => `${currency} ${formatEstimate(amount)}`
