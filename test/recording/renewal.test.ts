import { describe, expect, it } from 'vitest';
import { Recording } from '../../src/recording/recording.js';

const told = (recording: Recording) =>
  recording
    .report({ source: { kind: 'tab' }, version: '0' })
    .diagnoses.some(({ code }) => code === 'renewed');

describe('a recording that an update began anew', () => {
  it('says so until somebody begins it anew', () => {
    const recording = new Recording(0);
    expect([recording.renewed, told(recording)]).toEqual([false, false]);
    recording.add({ kind: 'begun', at: 1, renewed: true });
    expect([recording.renewed, told(recording)]).toEqual([true, true]);
    recording.add({ kind: 'loaded', at: 2 });
    expect([recording.renewed, recording.loaded]).toEqual([true, true]);
    recording.add({ kind: 'begun', at: 3 });
    expect([recording.renewed, told(recording)]).toEqual([false, false]);
  });
});
