/** @throws Error that names the option. */
export function wholeNumber(option: string, text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new Error(`--${option} needs a whole number from 1, not "${text}"`);
  return value;
}
