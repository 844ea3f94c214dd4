import { referenceLink } from '../../../engine/report/formats/reference-link.js';

/** Standards that a finding leans on, as links where their address is known. */
export function References({ references }: { references: readonly string[] }) {
  return (
    <ul class="references">
      {references.map((reference) => {
        const link = referenceLink(reference);
        return (
          <li key={reference}>
            {link === null ? (
              reference
            ) : (
              <a href={link} target="_blank" rel="noreferrer">
                {reference}
              </a>
            )}
          </li>
        );
      })}
    </ul>
  );
}
