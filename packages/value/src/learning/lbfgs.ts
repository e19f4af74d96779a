/** Value of the objective at a point; writes the gradient there into `gradient`. */
export type Objective = (point: Float64Array, gradient: Float64Array) => number

export type LbfgsOptions = { readonly iterations: number; readonly memory?: number; readonly tolerance?: number }

type Step = { readonly s: Float64Array; readonly y: Float64Array; readonly rho: number }

/**
 * Minimises a smooth function by limited-memory BFGS (Liu and Nocedal, "On the limited memory BFGS method for large
 * scale optimization", 1989) with backtracking to the Armijo condition. Nothing in it is random.
 */
export const minimise = (objective: Objective, start: Float64Array, options: LbfgsOptions): Float64Array => {
  const { iterations, memory = 8, tolerance = 1e-5 } = options
  let point = Float64Array.from(start)
  let gradient = new Float64Array(point.length)
  let value = objective(point, gradient)
  const steps: Step[] = []
  for (let iteration = 0; iteration < iterations; iteration += 1) {
    const direction = twoLoop(gradient, steps)
    let slope = dot(direction, gradient)
    if (slope >= 0) {
      for (let i = 0; i < direction.length; i += 1) direction[i] = -at(gradient, i)
      slope = -dot(gradient, gradient)
      steps.length = 0
    }
    if (Math.sqrt(-slope) < tolerance * Math.max(1, Math.abs(value))) break
    let length = steps.length === 0 ? Math.min(1, 1 / Math.sqrt(-slope)) : 1
    const next = new Float64Array(point.length)
    const nextGradient = new Float64Array(point.length)
    let nextValue = Number.POSITIVE_INFINITY
    for (let tries = 0; tries < 20; tries += 1, length /= 2) {
      for (let i = 0; i < next.length; i += 1) next[i] = at(point, i) + length * at(direction, i)
      nextValue = objective(next, nextGradient)
      if (nextValue <= value + 1e-4 * length * slope) break
    }
    if (!(nextValue < value)) break
    remember(steps, memory, next, point, nextGradient, gradient)
    const gain = value - nextValue
    point = next
    gradient = nextGradient
    value = nextValue
    if (gain < tolerance * 1e-2 * Math.max(1, Math.abs(value))) break
  }
  return point
}

const remember = (
  steps: Step[],
  memory: number,
  next: Float64Array,
  point: Float64Array,
  nextGradient: Float64Array,
  gradient: Float64Array,
) => {
  const s = new Float64Array(next.length)
  const y = new Float64Array(next.length)
  for (let i = 0; i < s.length; i += 1) {
    s[i] = at(next, i) - at(point, i)
    y[i] = at(nextGradient, i) - at(gradient, i)
  }
  const curvature = dot(s, y)
  if (curvature <= 1e-12) return
  steps.push({ s, y, rho: 1 / curvature })
  if (steps.length > memory) steps.shift()
}

const twoLoop = (gradient: Float64Array, steps: readonly Step[]): Float64Array => {
  const direction = gradient.map((g) => -g)
  const alphas: number[] = []
  for (const { s, y, rho } of steps.toReversed()) {
    const alpha = rho * dot(s, direction)
    alphas.push(alpha)
    axpy(direction, -alpha, y)
  }
  const last = steps.at(-1)
  if (last) {
    const scale = 1 / (last.rho * dot(last.y, last.y))
    for (let i = 0; i < direction.length; i += 1) direction[i] = at(direction, i) * scale
  }
  for (const { s, y, rho } of steps) axpy(direction, (alphas.pop() ?? 0) - rho * dot(y, direction), s)
  return direction
}

const at = (array: Float64Array, index: number): number => array[index] as number

const dot = (a: Float64Array, b: Float64Array): number => {
  let sum = 0
  for (let i = 0; i < a.length; i += 1) sum += at(a, i) * at(b, i)
  return sum
}

const axpy = (target: Float64Array, scale: number, source: Float64Array) => {
  for (let i = 0; i < target.length; i += 1) target[i] = at(target, i) + scale * at(source, i)
}
