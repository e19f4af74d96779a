import type { DenseMatrix } from '../lsa/sparse-matrix.ts'
import { principalDirections } from './principal-directions.ts'
import type { Survey } from './survey.ts'

export type Anisotropy = {
  /** Length of the mean of all unit vectors: 0 when they point everywhere alike, 1 when all point one way. */
  readonly meanVectorNorm: number
  /** Over all pairs of different rows, exactly. */
  readonly meanPairCosine: number
  /** Of the sample's variance about its mean, the share along its strongest direction; 1 / columns when round. */
  readonly firstComponentShare: number
}

/**
 * How far the vectors keep to one side of the space (Ethayarajh, EMNLP 2019, section 4; Mu & Viswanath, "All-but-the-top",
 * ICLR 2018). The mean over all n (n − 1) pairs needs no pairs: it is (‖Σu‖² − n) / (n (n − 1)) for unit vectors u.
 */
export const anisotropyOf = ({ usable, unitSum }: Survey, sample: DenseMatrix, seed: number): Anisotropy | null => {
  const n = usable.length
  if (n < 2) return null
  let squares = 0
  for (const value of unitSum) squares += value * value
  return {
    meanVectorNorm: Math.sqrt(squares) / n,
    meanPairCosine: (squares - n) / (n * (n - 1)),
    firstComponentShare: principalDirections(sample, 1, seed).varianceShares[0] ?? 0,
  }
}
