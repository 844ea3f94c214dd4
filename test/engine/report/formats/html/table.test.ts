import { describe, expect, it } from 'vitest';
import { markup } from '../../../../../src/engine/report/formats/html/markup.js';
import { scrolledTable } from '../../../../../src/engine/report/formats/html/table.js';

describe('a table of the HTML report', () => {
  const { written } = scrolledTable(
    'Cookies of <shop>',
    ['Name', '<b>'],
    [
      [markup`<th scope="row">sid</th>`, markup`<td>1</td>`],
      [markup`<th scope="row">${'<img>'}</th>`, markup`<td>2</td>`],
    ],
  );

  it('has a head for each column and a row for each of its rows', () => {
    expect(written.match(/<th scope="col">/g)).toHaveLength(2);
    expect(written.match(/<tr>/g)).toHaveLength(3);
    expect(written).toContain('<tr><th scope="row">sid</th><td>1</td></tr>');
  });

  it('is named, can be scrolled by keyboard, and takes no text for markup', () => {
    expect(written).toMatch(/role="region" tabindex="0" aria-label="Cookies of &lt;shop>?/);
    expect(written).not.toMatch(/<b>|<img>|<shop>/);
  });
});
