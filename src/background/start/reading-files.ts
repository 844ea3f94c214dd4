/**
 * The files of the part that reads, each of which takes from those before it: to evaluate them in
 * one go would keep a worker from hearing anything for too long.
 */
export const READING_FILES = [
  'rolldown-runtime',
  'sites',
  'values',
  'credentials',
  'rules',
  'reading',
] as const;
