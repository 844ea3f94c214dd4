import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import manifest from '../../manifest.json' with { type: 'json' };
import { PICTURES, REASONS, STORES_PAGE, storesPage } from '../../scripts/store-texts.js';

/** Width and height of a PNG (its IHDR chunk comes first). */
function sizeOf(file: string): [number, number] {
  const bytes = readFileSync(file);
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

describe('what the stores ask for', () => {
  it('is written as the script writes it: npm run stores -- --texts', () => {
    expect(readFileSync(STORES_PAGE, 'utf8')).toBe(storesPage());
  });

  it('has a reason for every permission, and none for others', () => {
    const asked = [...manifest.permissions, manifest.host_permissions.join(', ')];
    expect(Object.keys(REASONS).toSorted()).toEqual(asked.toSorted());
  });

  it.each(PICTURES)('has the picture $name in the size that both take', ({ name }) => {
    expect(sizeOf(`docs/pictures/store-${name}.png`)).toEqual([1280, 800]);
  });
});
