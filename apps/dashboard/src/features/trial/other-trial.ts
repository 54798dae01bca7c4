/** The trial that one is compared with if nobody says: the best, for the best itself the one it comes from or a neighbour. */
export function otherTrial(
  { number, parent }: { readonly number: number; readonly parent: number | null },
  best: number | null,
): number {
  if (best !== null && best !== number) return best;
  return parent ?? (number === 0 ? 1 : number - 1);
}
