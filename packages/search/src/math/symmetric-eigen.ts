// Local names: these run millions of times, and a look-up through a module sandbox's globals is slow.
const { abs, sqrt } = Math;

export interface EigenDecomposition {
  /** In no particular order. */
  readonly values: Float64Array;
  /** Orthonormal, one after the other: component i of vector k is `vectors[k * n + i]`. */
  readonly vectors: Float64Array;
}

/** Quadratic convergence needs 6 to 10; more means that the matrix holds numbers that are not finite. */
const mostSweeps = 60;

/**
 * Eigenvalues and eigenvectors of a symmetric n × n matrix by cyclic Jacobi rotations (Golub and Van Loan, Matrix
 * Computations, §8.5). Slower than tridiagonal methods from some hundred dimensions on, but small eigenvalues of a scaled
 * positive definite matrix keep their relative accuracy (Demmel and Veselić 1992). O(n³). `matrix` is left as it is.
 */
export function symmetricEigen(matrix: Float64Array, n: number): EigenDecomposition {
  const a = matrix.slice();
  const vectors = new Float64Array(n * n);
  for (let i = 0; i < n; i++) vectors[i * n + i] = 1;
  for (let sweep = 0; sweep < mostSweeps; sweep++) {
    if (!rotateAll(a, vectors, n)) break;
  }
  return { values: Float64Array.from({ length: n }, (_, i) => a[i * n + i]!), vectors };
}

// `!` in this file: every index is below n².

/** One sweep over all pairs. False when nothing was left to rotate. */
function rotateAll(a: Float64Array, vectors: Float64Array, n: number): boolean {
  let largest = 0;
  for (let i = 0; i < n; i++) largest = Math.max(largest, abs(a[i * n + i]!));
  const negligible = Number.EPSILON ** 2 * largest;
  let rotated = false;
  for (let p = 0; p < n - 1; p++) {
    for (let q = p + 1; q < n; q++) {
      const off = abs(a[p * n + q]!);
      const scale = sqrt(abs(a[p * n + p]! * a[q * n + q]!));
      if (off <= negligible || off <= (Number.EPSILON / 4) * scale) continue;
      rotate(a, vectors, n, p * n + q);
      rotated = true;
    }
  }
  return rotated;
}

/** Makes the element at `index` (row p, column q) zero: A ← JᵀAJ, V ← VJ. */
function rotate(a: Float64Array, vectors: Float64Array, n: number, index: number): void {
  const q = index % n;
  const p = (index - q) / n;
  const rowP = p * n;
  const rowQ = q * n;
  const off = a[index]!;
  const theta = (a[rowQ + q]! - a[rowP + p]!) / (2 * off);
  const t = (theta < 0 ? -1 : 1) / (abs(theta) + sqrt(theta * theta + 1));
  const c = 1 / sqrt(t * t + 1);
  const s = t * c;
  a[rowP + p] = a[rowP + p]! - t * off;
  a[rowQ + q] = a[rowQ + q]! + t * off;
  a[rowP + q] = 0;
  a[rowQ + p] = 0;
  for (let i = 0; i < n; i++) {
    const vp = vectors[rowP + i]!;
    const vq = vectors[rowQ + i]!;
    vectors[rowP + i] = c * vp - s * vq;
    vectors[rowQ + i] = s * vp + c * vq;
    if (i === p || i === q) continue;
    const ap = a[rowP + i]!;
    const aq = a[rowQ + i]!;
    const nextP = c * ap - s * aq;
    const nextQ = s * ap + c * aq;
    a[rowP + i] = nextP;
    a[i * n + p] = nextP;
    a[rowQ + i] = nextQ;
    a[i * n + q] = nextQ;
  }
}
