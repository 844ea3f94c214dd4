import { numberFormat } from './intl-formats.js';

const UNITS = ['B', 'kB', 'MB', 'GB'] as const;

/** A number of bytes, in the unit (SI) in which it is short. */
export function formatSize(bytes: number, locale: string): string {
  const power = Math.min(UNITS.length - 1, Math.max(0, Math.floor(Math.log10(bytes || 1) / 3)));
  const digits = power === 0 ? 0 : 1;
  const value = bytes / 1000 ** power;
  const written = numberFormat(locale, { maximumFractionDigits: digits }).format(value);
  return `${written} ${UNITS[power]}`;
}
