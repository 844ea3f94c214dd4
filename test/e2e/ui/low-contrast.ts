/**
 * WCAG 2.2 §1.4.3: contrast of every text that is drawn, against what is behind it. Runs in the
 * page.
 */
export function lowContrast(): string[] {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  if (!canvas) throw new Error('no canvas');
  type Colour = [red: number, green: number, blue: number];
  const over = (backs: string[]): Colour => {
    for (const back of backs) {
      canvas.fillStyle = back;
      canvas.fillRect(0, 0, 1, 1);
    }
    const [red = 0, green = 0, blue = 0] = canvas.getImageData(0, 0, 1, 1).data;
    return [red, green, blue];
  };
  const luminance = (colour: Colour): number => {
    const [red = 0, green = 0, blue = 0] = colour.map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const found = new Set<string>();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!element?.checkVisibility() || !walker.currentNode.nodeValue?.trim()) continue;
    if (element.closest(':disabled, script, style')) continue;
    const backs: string[] = [];
    for (let at: Element | null = element; at; at = at.parentElement) {
      backs.unshift(getComputedStyle(at).backgroundColor);
    }
    const { color } = getComputedStyle(element);
    const [light = 0, dark = 0] = [
      luminance(over(backs)),
      luminance(over([...backs, color])),
    ].toSorted((a, b) => b - a);
    const ratio = (light + 0.05) / (dark + 0.05);
    if (ratio < 4.5) found.add(`${element.className} ${element.textContent} ${ratio.toFixed(2)}`);
  }
  return [...found];
}
