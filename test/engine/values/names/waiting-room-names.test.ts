import { describe, expect, it } from 'vitest';
import { hintOf } from '../../../../src/engine/values/names/name-hint.js';

describe('names of what a waiting room sets', () => {
  it.each([
    'QueueITAccepted-SDFrts345E-V3_spring26',
    'Queue-it-token-v3',
    '__cfwaitingroom',
    'akavpwr_concert',
    'akavpau_www',
    'waiting_room_session',
    'queue-token',
    'virtualQueueId',
  ])('%s stands for nobody', (name) => {
    expect(hintOf(name)?.role).toBe('other');
  });

  it.each(['session', 'queue', 'room_session', 'jobqueue_session'])('%s is none', (name) => {
    expect(hintOf(name)?.role).not.toBe('other');
  });
});
