import { markup, type Markup } from './markup.js';

/**
 * A table in a box that scrolls by itself, also by keyboard. `label` names the box for who does not
 * see it; `rows` are cells, each as markup.
 */
export function scrolledTable(
  label: string,
  heads: readonly string[],
  rows: readonly (readonly Markup[])[],
): Markup {
  return markup`<div class="table" role="region" tabindex="0" aria-label="${label}">
    <table>
      <thead>
        <tr>
          ${heads.map((head) => markup`<th scope="col">${head}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map((cells) => markup`<tr>${cells}</tr>`)}
      </tbody>
    </table>
  </div>`;
}
