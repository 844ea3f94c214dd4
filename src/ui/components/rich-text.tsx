/** Lines that are set in, with the empty lines around them: code to be copied. */
const LINES = /\n*^((?: {4}.*(?:\n(?=\n* {4}))?|\n)+)$\n*/m;

/** Text in which `back-ticked` parts and lines that are set in are code; the rest as it stands. */
export function RichText({ text }: { text: string }) {
  return (
    <p class="rich-text">
      {text.split(LINES).map((block, at) =>
        at % 2 === 1 ? (
          <code key={at} class="lines">
            {block.replaceAll(/^ {4}/gm, '')}
          </code>
        ) : (
          <Prose key={at} text={block} />
        ),
      )}
    </p>
  );
}

function Prose({ text }: { text: string }) {
  return (
    <>{text.split('`').map((part, at) => (at % 2 === 1 ? <code key={at}>{part}</code> : part))}</>
  );
}
