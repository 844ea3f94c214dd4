import { describe, expect, it } from 'vitest';
import { type Place, placeAddress, placeOf } from '../../../src/ui/navigation/place.js';

describe('a place in the panel', () => {
  it.each<[Place]>([
    [{ credential: 'c12' }],
    [{ request: 'x/1 &=#' }],
    [{ rule: 'cookie-missing-secure' }],
    [{ severity: 'high' }],
    [{ screen: 'storage' }],
    [{ screen: 'settings' }],
    [{ screen: 'scratchpad' }],
  ])('%j is found again by its address', (place) => {
    expect(placeOf(`#${placeAddress(place)}`)).toEqual(place);
  });

  it.each([[''], ['#'], ['#nonsense'], ['#severity=dreadful'], ['#screen=constructor'], ['#a=b']])(
    'an address that names none: %s',
    (fragment) => {
      expect(placeOf(fragment)).toBeUndefined();
    },
  );
});
