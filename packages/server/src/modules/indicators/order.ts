const FIGURE = /^([A-Z])(\d{2})/;

/** The catalogue's codes in its own order; each may be split (A06.raised), its parts then keep the order they are declared in. */
const CATALOGUE: Readonly<Record<string, number>> = {
  A: 12,
  B: 12,
  C: 10,
  D: 9,
  E: 18,
  F: 8,
  G: 7,
  H: 7,
  J: 7,
  K: 3,
  L: 2,
  M: 5,
  N: 4,
};

/** The 104 codes of the catalogue, A01 first. */
export const CATALOGUE_CODES: readonly string[] = Object.entries(CATALOGUE).flatMap(([letter, count]) =>
  Array.from({ length: count }, (_, index) => `${letter}${String(index + 1).padStart(2, '0')}`),
);

/** The catalogue's code of a figure: `F03.参战退役人员.people` → `F03`. */
export function catalogueCode(code: string): string {
  return FIGURE.exec(code)?.[0] ?? code;
}

/** Figures in the catalogue's order; the parts of one code stay as they were given. */
export function inCatalogueOrder<T extends { readonly code: string }>(figures: readonly T[]): readonly T[] {
  return figures.toSorted((left, right) => {
    const [a, b] = [catalogueCode(left.code), catalogueCode(right.code)];
    return a < b ? -1 : a > b ? 1 : 0;
  });
}
