/** Tells of a part, from 0 to 1, in whole percents, and of each no more than once. */
export function inPercent(tell: (percent: number) => void): (part: number) => void {
  let told = -1;
  return (part) => {
    const percent = Math.floor(part * 100);
    if (percent !== told) tell((told = percent));
  };
}
