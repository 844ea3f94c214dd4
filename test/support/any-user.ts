import type { Seeded } from './seeded.js';

// What a server may say of its user: names in any script, and a session in JSON.

const NAMES = [
  'Ada',
  'Grace',
  '김민준',
  'José Núñez',
  'Zoë',
  '山田 太郎',
  'Ørsted',
  'Мария',
  '👩‍💻 Lin',
  'O’Neil',
];

export const anyName = (random: Seeded): string => random.pick(NAMES);

export const anySession = (random: Seeded): string =>
  JSON.stringify({
    user_id: random.below(1e6),
    csrf: random.base62(32),
    note: 'x'.repeat(random.below(80)),
  });
