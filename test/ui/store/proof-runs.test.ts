import { beforeEach, describe, expect, it } from 'vitest';
import type { PageRequestType } from '../../../src/messaging/protocol.js';
import type { ProofsView } from '../../../src/messaging/proofs-view.js';
import type { Backend } from '../../../src/ui/backend/backend.js';
import { ProofRuns } from '../../../src/ui/store/proof-runs.js';

const IDLE: ProofsView = { ended: 0, offers: [] };
const RUNNING: ProofsView = {
  ended: 0,
  offers: [],
  running: { question: 'authenticates', sent: 1, most: 8, stopping: false, waiting: false },
};

describe('what a screen knows of proofs', () => {
  let answer: ProofsView | undefined;
  let asked: PageRequestType[];
  const runs = (more: Partial<Backend> = {}) =>
    new ProofRuns(
      {
        ask: async (type: PageRequestType) => {
          asked.push(type);
          if (!answer) throw new Error('no answer');
          return answer;
        },
        ...more,
      } as unknown as Backend,
      7,
    );

  beforeEach(() => {
    answer = IDLE;
    asked = [];
  });

  it('is asked for at first, where there is news, and while one is under way', async () => {
    const proofs = runs();
    await proofs.follow(false);
    await proofs.follow(false);
    expect(asked).toHaveLength(1);
    await proofs.follow(true);
    answer = RUNNING;
    await proofs.start('authenticates');
    await proofs.follow(false);
    expect(asked).toEqual(['getProofs', 'getProofs', 'startProof', 'getProofs']);
  });

  it('is asked for when it is shown, of what came while it was not', async () => {
    const proofs = runs();
    await proofs.follow(true);
    await proofs.follow(true, false);
    await proofs.follow(false, false);
    expect(asked).toHaveLength(1);
    await proofs.follow(false);
    await proofs.follow(false);
    expect(asked).toHaveLength(2);
  });

  it('is nothing of a file', async () => {
    const proofs = runs({ isFile: true });
    await proofs.follow(true);
    expect([asked, proofs.isPossible]).toEqual([[], false]);
  });

  it('begins with the word of a person alone', async () => {
    const proofs = runs();
    proofs.asked.value = 'authenticates';
    await proofs.follow(true);
    expect(asked).toEqual(['getProofs']);
    await proofs.start('authenticates');
    expect(proofs.asked.value).toBeNull();
  });

  it.each([
    ['cut off, where the background ended', 0, 'authenticates'],
    ['over, where it came to its end', 1, null],
  ])('is %s', async (_, ended, cutOff) => {
    const proofs = runs();
    answer = RUNNING;
    await proofs.start('authenticates');
    answer = { ...IDLE, ended };
    await proofs.follow(false);
    expect(proofs.cutOff.value).toBe(cutOff);
  });

  it('says where the background did not take the word', async () => {
    const proofs = runs();
    answer = undefined;
    await proofs.start('authenticates');
    expect(proofs.failed.value).toBe(true);
    answer = IDLE;
    await proofs.stop();
    expect(proofs.failed.value).toBe(false);
  });
});
