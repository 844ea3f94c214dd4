/** All forms in which a secret could be read from a text: as it is, and what decodes to it. */
export function shows(told: string, secret: string): boolean {
  let text = told;
  for (let layer = 0; layer < 6; layer++) {
    if (text.includes(secret)) return true;
    const plain = text.replace(/%[0-9a-f]{2}/gi, (hex) =>
      String.fromCharCode(Number.parseInt(hex.slice(1), 16)),
    );
    if (plain === text) return false;
    text = plain;
  }
  return false;
}
