export type EffortModel = {
  readonly coefficients: readonly [number, number, number]
  /** How far below and above the estimate the middle half of all pull requests lie, in ln hours. */
  readonly residuals50: readonly [number, number]
  readonly residuals90: readonly [number, number]
}

/** Fitted by `npm run bench -- value-effort`; docs/value-methodology.md tells to what. */
export const effortModel: EffortModel = {
  coefficients: [-0.266, 0.102, 0.121],
  residuals50: [-0.432, 0.357],
  residuals90: [-0.945, 1.203],
}
