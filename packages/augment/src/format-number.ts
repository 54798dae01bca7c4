/** At most `digits` decimals and no trailing zeros: `9`, `0.09`, `13.6`. */
export function formatNumber(value: number, digits = 2): string {
  return String(Number(value.toFixed(digits)));
}
