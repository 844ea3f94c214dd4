import { describe, expect, it } from 'vitest';
import { tellAsked } from '../../../../src/engine/verdict/answers/tell-asked.js';

describe('a request of a login or a logout', () => {
  it.each([
    ['/login', '/login'],
    ['/index.php?action=logout', '/index.php?action=logout'],
    ['/shop.yaws?page=orders&lang=de', '/shop.yaws?page=orders'],
    ['/?module=users&action=login&task=go', '/?module=users&action=login'],
    ['/?page=7', '/'],
    ['/?action=q3Rz9KfT7bXw2Lm8', '/'],
    ['/index.php?user=ada', '/index.php'],
    ['/?action=', '/'],
  ])('to %s is told as %s', (address, told) => {
    expect(tellAsked({ method: 'POST', url: `https://shop.example${address}` })).toBe(
      `POST ${told}`,
    );
  });
});
