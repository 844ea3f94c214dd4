import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { sentencesIn } from '../support/sentences.js';

const korean = JSON.parse(readFileSync('_locales/ko/messages.json', 'utf8')) as Record<
  string,
  { message: string }
>;

/** What the engine, and what records, can say. */
const sentences = ['src/engine', 'src/recording', 'src/capture', 'src/background']
  .flatMap(sourcesIn)
  .flatMap((file) => sentencesIn(readFileSync(file, 'utf8')));

it('finds the sentences', () => {
  expect(sentences.length).toBeGreaterThan(50);
});

it.each(sentences)(
  '$key has a Korean translation with the same placeholders',
  ({ key, english }) => {
    const placeholders = (template: string) =>
      [...template.matchAll(/\{\w+\}/g)].map(String).toSorted();
    expect(korean[key]?.message ?? '').not.toBe('');
    expect(placeholders(korean[key]!.message)).toEqual(placeholders(english));
  },
);

function sourcesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name));
}
