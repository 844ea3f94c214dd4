import type { Recording } from '../../src/recording/recording.js';
import { Seeded } from './seeded.js';

export const SITE = 'https://shop.test';
export const sid = new Seeded('recording').bytes(16).toString('hex');
export const OPTIONS = { source: { kind: 'tab' as const }, version: '0' };

/** Which bounds a report says were reached, and what was lost to each. */
export const limitsOf = (recording: Recording) =>
  recording
    .report(OPTIONS)
    .diagnoses.filter(({ code }) => code === 'limit-reached')
    .map(({ detail }) => [detail.what, detail.lost]);
