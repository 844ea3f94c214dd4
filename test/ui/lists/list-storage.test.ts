import { describe, expect, it } from 'vitest';
import { selectItems } from '../../../src/ui/lists/list-storage.js';
import { FIXTURE_STORAGE } from '../../fixtures/ui-requests.js';

const [cookies] = FIXTURE_STORAGE.areas;
const keys = (filter: string) => selectItems(cookies!.items, filter).map(({ key }) => key);

describe('the items of an area', () => {
  it('are found by key, value and attributes, all words at once', () => {
    expect(keys('jsess')).toEqual(['JSESSIONID']);
    expect(keys('A1B2 samesite=lax')).toEqual(['JSESSIONID']);
    expect(keys('secure /shop')).toEqual(['JSESSIONID']);
    expect(keys('httponly')).toEqual([]);
  });

  it('are all there where nothing is looked for', () => {
    expect(selectItems(cookies!.items, '  ')).toBe(cookies!.items);
  });
});
