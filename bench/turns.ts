/** The middle of some figures, and the quarters on both sides of it. */
export interface Spread {
  quarter: number;
  median: number;
  threeQuarters: number;
}

export function spread(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (part: number) => {
    const place = (sorted.length - 1) * part;
    const low = sorted[Math.floor(place)]!;
    return low + (sorted[Math.ceil(place)]! - low) * (place % 1);
  };
  return { quarter: at(0.25), median: at(0.5), threeQuarters: at(0.75) };
}

/**
 * Measures all of them in turns, each round in another order, so that a machine that others use as
 * well is as slow for all of them. A first round is not counted: everything is new in it.
 */
export async function inTurns<Name extends string>(
  measures: ReadonlyMap<Name, () => Promise<number>>,
  rounds: number,
): Promise<Map<Name, number[]>> {
  const figures = new Map([...measures.keys()].map((name) => [name, [] as number[]]));
  const names = [...measures.keys()];
  for (let round = 0; round <= rounds; round++) {
    const turn = round % names.length;
    for (const name of [...names.slice(turn), ...names.slice(0, turn)]) {
      const figure = await measures.get(name)!();
      if (round > 0) figures.get(name)!.push(figure);
    }
  }
  return figures;
}

/** Figures of each round divided by those of the same round without an extension. */
export function ratios(figures: readonly number[], base: readonly number[]): Spread {
  return spread(figures.map((figure, round) => figure / base[round]!));
}
